"""A number with its noun, before its scope is known: what `link.parts.breakdown` and `link.scope` work on."""

from __future__ import annotations

from dataclasses import dataclass

from danvan.link.cues import cues
from danvan.numbers import Number
from danvan.reading import Reading
from danvan.records import Bound, Change, Field_, Holder, Level, Period, PlaceRef, Status
from danvan.text.segment import Sentence

_KIND = 40
"""Characters around a number in which its holder or field is named."""
LABEL = 7
"""Words: a longer stretch before a number is no name of a unit."""
MODEL = "mô hình"
"""The canonical noun of a model count."""
SHARE = "tỷ lệ"
"""The measure of a percentage of nothing that is named."""
HONOURED = frozenset(
    {"tập thể", "cá nhân", "tập thể, cá nhân", "tập thể và cá nhân", "điển hình", "hộ gia đình", "gương", "công trình"}
)
"""Nouns of those who are honoured for models; they too bear a status (contract rulings 1 and 4)."""


@dataclass(slots=True)
class Count:
    """One number and its noun. Offsets are those of the text; the facets are filled in by the link steps, in order.

    `start`..`end` is the span of the record; `noun` where the noun stands, None where it is left out.
    `item` are the words that belong to this number alone, up to the separators of its list; `tail` those that go on
    behind brackets with its parts: "15 mô hình (9 tập thể, 6 cá nhân) được khen". `in_plan`: it stands under
    the heading of a plan, `taken_back`: a notice of correction says that it was wrong,
    `coming` is the time after the day of publication that its sentence names. In a table `row`
    reaches from the row's label to the number, `head` is the head of its column, `caption` the line above the table
    with its heads.
    """

    number: Number
    sentence: Sentence
    start: int
    end: int
    measure: str
    unit: str
    rule: str
    noun: tuple[int, int] | None
    is_model: bool = False
    has_trade: bool = False
    is_rate: bool = False
    each: bool = False
    in_plan: bool = False
    taken_back: bool = False
    coming: Period | None = None
    confidence: float = 0.9
    item: tuple[int, int] = (0, 0)
    tail: tuple[int, int] | None = None
    row: tuple[int, int] | None = None
    head: tuple[int, int] | None = None
    caption: tuple[int, int] | None = None
    part_of: Count | None = None
    sibling: Count | None = None
    partition: bool | None = None
    list: int | None = None
    stage: bool = False
    stock: bool = False
    graded: bool = False
    ended: bool = False
    dan_van_kheo: bool = False
    status: Status | None = None
    status_known: bool = False
    field: Field_ | None = None
    level: Level | None = None
    holder: Holder | None = None
    change: Change | None = None
    place: PlaceRef | None = None
    period: Period | None = None

    @property
    def value(self) -> int | float:
        return self.number.value

    @property
    def bound(self) -> Bound:
        return self.number.bound

    @property
    def told_at(self) -> int:
        """Where the words behind it begin: behind its total, where it stands before that in one sentence."""
        return self.end if self._total_behind is None else self._total_behind.end

    @property
    def told_until(self) -> int:
        """Where the words that belong to it end."""
        return self.item[1] if self._total_behind is None else self._total_behind.item[1]

    @property
    def _total_behind(self) -> Count | None:
        total = self.part_of
        return total if total is not None and total.start > self.start and total.sentence == self.sentence else None

    @property
    def root(self) -> Count:
        """The total that this is a part of, in the end; itself where it is none's."""
        return self if self.part_of is None else self.part_of.root


def clause_start(reading: Reading, count: Count) -> int:
    """Where the clause of a count begins: behind the last semicolon before it, or at the start of the sentence."""
    cut = reading.view.rfind(";", count.sentence.start, count.number.outer)
    return count.sentence.start if cut < 0 else cut + 1


def clause_end(reading: Reading, count: Count) -> int:
    """Where the clause of a count ends: at the next semicolon, or with the sentence."""
    cut = reading.view.find(";", count.end, count.sentence.end)
    return count.sentence.end if cut < 0 else cut


def is_aside(reading: Reading, end: int, until: int) -> bool:
    """Whether what ends at `end` stands in brackets that close before `until`: "đăng ký 96 (kế hoạch 80), giảm 5"."""
    closing = reading.view.find(")", end, until)
    return closing >= 0 and reading.view.find("(", end, closing) < 0


def is_label_count(view: str, start: int, opening: int, count: Count) -> bool:
    """Whether a count fills the brackets behind the label that it counts: "..., văn hóa - xã hội (31)".

    `start` is where the count before it ends, `opening` where its bracket opens. "118 mô hình (80 mới)" has no label.
    """
    if view[opening + 1 : count.number.outer].strip() or not view.startswith(")", count.end):
        return False
    return count.noun is None or any(c in view[start:opening] for c in ",;:")


def is_of_kind(reading: Reading, count: Count) -> bool:
    """Whether the words around a number tell its holder or its field."""
    around = (max(count.sentence.start, count.start - _KIND), min(count.sentence.end, count.end + _KIND))
    return any(cues(reading, prefix, *around) for prefix in ("holder.", "field."))


def is_labelled(reading: Reading, start: int, count: Count) -> bool:
    """Whether nothing but a comma and a name stand between `start`, where a count ends, and the next count: ", xã Bình
    Hạ 6 mô hình", "), xã Bình Hạ (6 mô hình"."""
    label = reading.view[start : count.number.outer].strip(" ()")
    names = label[1:].split()
    return (
        label[:1] in {",", ";"}
        and 0 < len(names) <= LABEL
        and "," not in label[1:]
        and any(w[0].isupper() for w in names)
    )
