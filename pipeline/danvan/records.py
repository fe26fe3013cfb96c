"""The record contract as frozen models, in the contract's order. A wrong record cannot be built.

All offsets count code points of `article.text`, half-open; `article.text[span.start:span.end] == span.text` holds for
every span of a record, or building the `ArticleRecord` raises.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA_VERSION = "1"

Level = Literal["central", "province", "district", "commune", "hamlet"]
Grain = Literal["day", "week", "month", "quarter", "half", "year", "span"]
Role = Literal["publication", "event", "period", "document", "other"]
Bound = Literal["exact", "more_than", "at_least", "less_than", "at_most", "about"]
Field_ = Literal[
    "economy", "culture_society", "defence_security", "political_system", "new_countryside", "environment", "other"
]
Holder = Literal["collective", "individual"]
Status = Literal["registered", "built", "recognised", "maintained", "replicated", "launched", "commended", "planned"]
Direction = Literal["up", "down"]
Than = Literal["previous_year", "plan", "registered", "other"]
Basis = Literal["total", "each"]
Topic = Literal["dan_van_kheo"]

IsoDay = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Stamp = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$")]
Confidence = Annotated[float, Field(ge=0, le=1)]


class Record(BaseModel):
    """Frozen; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """Characters `start` up to, not including, `end` of the article's text, and what stands there."""

    start: Annotated[int, Field(ge=0)]
    end: int
    text: str

    @model_validator(mode="after")
    def _covers_its_text(self) -> Span:
        if self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"span {self.start}:{self.end} does not measure {self.text!r}")
        return self


class PlaceRef(Record):
    """One administrative unit on the article's day. `code` is null where it is ambiguous or not in the gazetteer."""

    code: str | None = None
    name: str
    kind: str | None = None
    level: Level
    province: str | None = None
    district: str | None = None
    commune: str | None = None


class Article(Record):
    """The text that all spans count in, and what the page says of itself.

    `source` is the path or site that it was read from; `id` is stable over runs and differs for each text of one file.
    """

    id: str
    source: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    text: str
    published: Stamp | None = None
    place: PlaceRef | None = None


class Fact(Record):
    """What every record but the article bears: the id of the rule that found it, and how sure it is."""

    rule: str
    confidence: Confidence


class Date(Fact):
    """A day or a stretch of days, both ends included. `inferred` where a part was filled in from context."""

    start: IsoDay
    end: IsoDay
    grain: Grain
    role: Role
    inferred: bool = False
    span: Span

    @model_validator(mode="after")
    def _in_order(self) -> Date:
        if self.end < self.start:
            raise ValueError(f"date ends before it starts: {self.start}..{self.end}")
        return self


class Position(Record):
    """A post: the office ("Phó Bí thư Thường trực") and the organ with its unit ("Huyện ủy Bảo Thắng")."""

    title: str
    body: str | None = None
    level: Level | None = None
    place: PlaceRef | None = None


class Official(Fact):
    """A person named with a public post; all mentions merged."""

    name: str
    honorific: str | None = None
    positions: tuple[Position, ...]
    spans: tuple[Span, ...]


class Place(Fact):
    """An administrative unit or settlement named in the text. `candidates` are codes, where it stays ambiguous."""

    kind: str | None = None
    name: str
    level: Level
    unit: PlaceRef | None = None
    candidates: tuple[str, ...] = ()
    spans: tuple[Span, ...]


class Period(Record):
    """ISO days, both included; `start` null where the text gives none. `cumulative` for stock and several years."""

    start: IsoDay | None = None
    end: IsoDay | None = None
    cumulative: bool = False


class Change(Record):
    """A number that says by how much, not how many."""

    direction: Direction
    than: Than | None = None


class Figure(Fact):
    """A counted thing with its scope. `part_of` is an index into the article's figures."""

    measure: str
    unit: str
    value: int | float
    high: int | float | None = None
    bound: Bound = "exact"
    of: int | float | None = None
    topic: Topic | None = None
    field: Field_ | None = None
    level: Level | None = None
    holder: Holder | None = None
    status: Status | None = None
    place: PlaceRef | None = None
    period: Period | None = None
    part_of: int | None = None
    partition: bool | None = None
    list: int | None = None
    change: Change | None = None
    span: Span

    @model_validator(mode="after")
    def _consistent(self) -> Figure:
        if self.high is not None and self.high < self.value:
            raise ValueError(f"range runs backwards: {self.value}..{self.high}")
        if (self.partition is None) != (self.part_of is None):
            raise ValueError("partition is said of a part, and only of a part")
        return self


class Money(Fact):
    """A sum in whole units of its currency. `items` is an index into the article's figures."""

    amount: int
    high: int | None = None
    currency: str = "VND"
    bound: Bound = "exact"
    basis: Basis | None = None
    purpose: str | None = None
    items: int | None = None
    place: PlaceRef | None = None
    period: Period | None = None
    span: Span

    @model_validator(mode="after")
    def _in_order(self) -> Money:
        if self.high is not None and self.high < self.amount:
            raise ValueError(f"range runs backwards: {self.amount}..{self.high}")
        return self


class Model(Fact):
    """One "Dân vận khéo" model, quoted by name or described."""

    name: str
    quoted: bool
    owner: str | None = None
    field: Field_ | None = None
    place: PlaceRef | None = None
    span: Span


class ArticleRecord(Record):
    """All that one article says. Spans are proved against `article.text` when the record is built."""

    schema_version: Literal["1"] = "1"
    article: Article
    dates: tuple[Date, ...] = ()
    officials: tuple[Official, ...] = ()
    places: tuple[Place, ...] = ()
    figures: tuple[Figure, ...] = ()
    money: tuple[Money, ...] = ()
    models: tuple[Model, ...] = ()

    def spans(self) -> Iterator[Span]:
        """Every span of the record, kind by kind."""
        singles: tuple[Date | Figure | Money | Model, ...] = (*self.dates, *self.figures, *self.money, *self.models)
        merged: tuple[Official | Place, ...] = (*self.officials, *self.places)
        yield from (fact.span for fact in singles)
        for fact in merged:
            yield from fact.spans

    @model_validator(mode="after")
    def _holds_together(self) -> ArticleRecord:
        text = self.article.text
        for span in self.spans():
            if text[span.start : span.end] != span.text:
                raise ValueError(f"span {span.start}:{span.end} is not {span.text!r} in the article")
        count = len(self.figures)
        for index, figure in enumerate(self.figures):
            if figure.part_of is not None and (figure.part_of == index or not 0 <= figure.part_of < count):
                raise ValueError(f"figure {index} is part of {figure.part_of}, of {count}")
        for money in self.money:
            if money.items is not None and not 0 <= money.items < count:
                raise ValueError(f"money pays for figure {money.items}, of {count}")
        return self
