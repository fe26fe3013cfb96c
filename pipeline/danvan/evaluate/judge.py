"""One article's record against its gold, row by row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from danvan.evaluate.extents import judge_spans
from danvan.evaluate.gold import Gold, accepts, fits_unit, is_free
from danvan.evaluate.pairs import Pairing, pair
from danvan.evaluate.tallies import EVERY_FACET, Key, Ledger, Verdict, VerdictKind
from danvan.evaluate.where import Whereabouts
from danvan.evaluate.wording import SETTLEMENTS, UNIT_WORDS, fold, post_words, spell_out, things, written_numbers
from danvan.facts import place_words
from danvan.records import ArticleRecord, Date, Fact, Figure, Model, Money, Official, Place, PlaceRef
from danvan.text.article import Draft

_CODES = re.compile(
    r"\b\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\b"  # a day
    r"|\b\d+(?:/\d{4})?[-/](?=[A-ZĐ]{2})"  # a document: 43/NQ-CP, 138/2024/NĐ-CP
    r"|\b0\d{2,3}[.\s]?\d{3}[.\s]?\d{3,4}\b"  # a telephone
    r"|(?i:\bnăm)\s(?:19|20)\d\d\b"  # a year
)
_FACET_KEYS = {"years": "period", "cumulative": "period", "part of": "part_of", "range and bound": "bound"}


@dataclass
class Judgement:
    """One article judged: the account of its rows, that of its spans, and whether each record is right."""

    ledger: Ledger
    spans: Ledger
    verdicts: list[Verdict] = field(default_factory=list)

    @property
    def stem(self) -> str:
        return self.ledger.stem


def judge_article(stem: str, gold: Gold, record: ArticleRecord, draft: Draft | None = None) -> Judgement:
    """Judges one article. With its draft, faults bear their place in the file."""
    where = Whereabouts(record.article.text, draft)
    judgement = Judgement(Ledger(stem, where), Ledger(stem, where))
    _Judge(gold, record, judgement.ledger, judgement.spans, judgement.verdicts).everything()
    return judgement


def is_model_count(figure: Figure) -> bool:
    return figure.topic == "dan_van_kheo" and bool(re.search("mô hình|điển hình", figure.measure.lower()))


@dataclass
class _Judge:
    """One article under judgement; every method books one kind of record."""

    gold: Gold
    record: ArticleRecord
    ledger: Ledger
    extents: Ledger
    verdicts: list[Verdict]

    def everything(self) -> None:
        self.article()
        self.dates()
        self.officials()
        self.places()
        self.model_counts()
        self.money()
        self.other_counts()
        self.numbers()
        self.models()
        self.offsets()

    def verdict(self, kind: VerdictKind, fact: Fact, right: bool) -> None:
        self.verdicts.append(Verdict(kind, fact, right))

    def article(self) -> None:
        stamp, have = self.gold.get("published"), self.record.article.published
        right = (have or "")[: max(len(stamp), 16)] == stamp if stamp else have is None
        self.ledger.one_value("published", stamp or "none", have, right=right, key=("gold", ""))
        want, unit = self.gold.get("article_place") or {}, self.record.article.place
        level = next((key for key in ("commune", "district", "province") if want.get(key)), None)
        names = {key: getattr(unit, key, None) for key in ("province", "district", "commune")}
        wanted = {k: v for k, v in want.items() if v}
        right = fits_unit(want, unit, level)
        self.ledger.one_value("article place", wanted, names, right=right, key=("gold", ""))

    def dates(self) -> None:
        golds, found = self.gold["dates"], self.record.dates
        optional = [(fold(g["text"]), g) for g in golds if g.get("optional")]

        def relative(date: Date) -> bool:
            """Counted from publication ("10 năm qua"), or another reading of a date that the gold leaves open."""
            words = fold(date.span.text)
            if not words:
                return False
            spoken = any(
                re.search(rf"{fold(w)}", words) for w in ("năm", "tháng", "ngày", "tuần", "nay", "qua", "kỳ", "quý")
            )
            if date.inferred and spoken and (date.grain == "span" or not re.search(r"\d", date.span.text)):
                return True
            return any(
                (words in w or w in words) and date.start <= g["end"] and g["start"] <= date.end for w, g in optional
            )

        def same_days(gold: Gold, date: Date) -> bool:
            return bool((gold["start"], gold["end"]) == (date.start, date.end))

        def same_role(gold: Gold, date: Date) -> bool:
            long = gold["start"] != gold["end"]
            return same_days(gold, date) and accepts(
                gold, "role", date.role, lambda r: "period" if long and r == "event" else r
            )

        paired: list[Pairing[Date]] = [
            pair(
                self.ledger, row, golds, found, same, show=lambda d: f"{d.start}..{d.end} {d.role} {d.span.text}",
                spans=lambda d: (d.span,), exempt=relative, better=lambda g, d: g["role"] == d.role,
            )
            for row, same in (("dates", same_days), ("dates and role", same_role))
        ]  # fmt: skip
        judge_spans(
            self.ledger, self.extents, "dates", golds, found,
            by_value=paired[0], spans=lambda d: (d.span,), same_value=same_days,
        )  # fmt: skip
        for _, gold, date in paired[0].pairs:
            self.verdict("date", date, same_role(gold, date))
        for date in paired[0].invented:
            self.verdict("date", date, False)

    def officials(self) -> None:
        ignored = {fold(name) for name in self.gold.get("ignore_names", ["Hồ Chí Minh"])}
        people = [o for o in self.record.officials if fold(o.name) not in ignored]
        paired = pair(
            self.ledger, "officials", self.gold["officials"], people, lambda g, o: fold(g["name"]) == fold(o.name),
            show=lambda o: o.name, spans=lambda o: o.spans, once=True,
        )  # fmt: skip
        faulty = self._positions(people)
        for _, _, official in paired.pairs:
            self.verdict("official", official, fold(official.name) not in faulty)
        for official in paired.invented:
            self.verdict("official", official, False)
        named = {fold(o.name) for o in self.record.officials}
        for name in self.gold.get("non_officials", ()):
            kept_out = fold(name) not in named or fold(name) in ignored
            self.ledger.one_share("ordinary people kept out", name, right=kept_out, key=("gold", name), words=name)

    def _positions(self, people: Sequence[Official]) -> set[str]:
        """Judges the posts; gives the folded names of those who lack one or hold a wrong one."""
        units = [p["name"] for p in self.gold["places"]] + [
            n for n in (self.gold.get("article_place") or {}).values() if n
        ]
        unit_words = UNIT_WORDS | {word for name in units for word in spell_out(name)}
        wanted = [
            {
                "name": f"{o['name']}: {p['title']} | {p.get('body')}", "words": o["name"], "who": fold(o["name"]),
                "post": p,
            }
            for o in self.gold["officials"]
            for p in o["positions"]
        ]  # fmt: skip
        have = [(o, p) for o in people for p in o.positions]

        def same(gold: Gold, held: tuple[Official, Any]) -> bool:
            official, position = held
            if gold["who"] != fold(official.name):
                return False
            post = gold["post"]
            bodies = (post.get("body"), *post.get("alt", {}).get("body", ()))
            body = spell_out(post.get("body"))
            # A title by itself is not the post where the gold names a body, but "Trưởng ấp X" names its own.
            least = len(spell_out(post["title"])) + bool(body and body[0] not in SETTLEMENTS)
            words = post_words(position.title, position.body)
            for wanted_body in bodies:
                short, long = sorted((post_words(post["title"], wanted_body), words), key=len)
                if len(short) >= least and long[: len(short)] == short and set(long[len(short) :]) <= unit_words:
                    return True
            return False

        paired = pair(
            self.ledger, "positions", wanted, have, same, once=True,
            show=lambda h: f"{h[0].name}: {h[1].title} | {h[1].body}", spans=lambda h: h[0].spans,
        )  # fmt: skip
        return {wanted[at]["who"] for at in paired.missed} | {fold(official.name) for official, _ in paired.invented}

    def places(self) -> None:
        golds = self.gold["places"]

        def name(text: str | None) -> str:
            return " ".join(spell_out(text)).removeprefix(fold("thành phố") + " ")

        def same(gold: Gold, place: Place) -> bool:
            return bool(gold["level"] == place.level) and accepts(gold, "name", place.name, name)

        def linked(gold: Gold, place: Place) -> bool:
            return fits_unit(gold, place.unit, gold["level"])

        paired = pair(
            self.ledger, "places", golds, self.record.places, same, better=linked, once=True,
            show=lambda p: f"{p.level} {p.name}", spans=lambda p: p.spans,
        )  # fmt: skip
        judge_spans(
            self.ledger, self.extents, "places", golds, self.record.places,
            by_value=paired, spans=lambda p: p.spans, same_value=same,
        )  # fmt: skip
        for index, gold, place in paired.pairs:
            right = not gold.get("province") or (place.unit is not None and linked(gold, place))
            self.verdict("place", place, right)
            if gold.get("province"):
                names = [gold.get(key) for key in ("province", "district", "commune")]
                self.ledger.one_value(
                    "places linked", f"{gold['text']} {names}", place.unit, right=right, key=_gold_key(index),
                    offset=place.spans[0].start,
                )  # fmt: skip
        for place in paired.invented:
            self.verdict("place", place, False)

    def model_counts(self) -> None:
        text, golds = self.record.article.text, self.gold["model_counts"]
        found = [f for f in self.record.figures if is_model_count(f)]

        def rate(figure: Figure) -> bool:
            """A share, multiple or average, by its unit and by the words around it."""
            said = bool(re.search(r"%|\blần\b|/(?!\s*(?:mô hình|điển hình))", figure.unit))
            around = text[max(0, figure.span.start - 60) : figure.span.end + 30]
            return said and bool(re.search(r"%|/|\blần\b|bình quân|trung bình|\bmỗi\b", around))

        def same(gold: Gold, figure: Figure) -> bool:
            key = (figure.value, figure.of, figure.change is not None)
            return bool((gold["value"], gold.get("of"), bool(gold.get("change"))) == key)

        paired = pair(
            self.ledger, "model counts", golds, found, same, better=lambda g, f: sum(self._facets(g, f).values()),
            exempt=rate, show=lambda f: f.span.text, spans=lambda f: (f.span,),
        )  # fmt: skip
        judge_spans(
            self.ledger, self.extents, "model counts", golds, found,
            by_value=paired, spans=lambda f: (f.span,), same_value=same,
        )  # fmt: skip
        whole = self.ledger.tally(EVERY_FACET)
        whole.missed += len(paired.missed)
        whole.wrong += len(paired.invented)
        for index, gold, figure in paired.pairs:
            facets, key = self._facets(gold, figure), _gold_key(index)
            for facet, right in facets.items():
                shown = self._facet_shown(facet, figure)
                self.ledger.one_value(facet, gold["text"], shown, right=right, key=key, offset=figure.span.start)
            wrong = [facet for facet, right in facets.items() if not right]
            self.ledger.one_value(EVERY_FACET, gold["text"], wrong, right=not wrong, key=key, offset=figure.span.start)
            self.verdict("model count", figure, not wrong)
        for figure in paired.invented:
            self.verdict("model count", figure, False)

    def _facets(self, gold: Gold, figure: Figure) -> dict[str, bool]:
        """Which facets of a model count are right."""
        period, part = figure.period, figure.part_of
        years = [int(day[:4]) if day else None for day in ((period.start, period.end) if period else (None, None))]
        wanted = gold.get("change") or {}
        return {
            "range and bound": accepts(gold, "high", figure.high) and accepts(gold, "bound", figure.bound, _loose),
            "status": accepts(gold, "status", figure.status),
            "field": accepts(gold, "field", figure.field),
            "level": accepts(gold, "level", figure.level),
            "holder": accepts(gold, "holder", figure.holder),
            "place": accepts(gold, "place", figure.place.name if figure.place else None, fold),
            "years": accepts(gold, "year_start", years[0]) and accepts(gold, "year_end", years[1]),
            "cumulative": accepts(gold, "cumulative", bool(period and period.cumulative)),
            "part of": accepts(gold, "part_of_value", None if part is None else self.record.figures[part].value),
            "change": all(
                wanted.get(key) in (None, getattr(figure.change, key, None)) for key in ("direction", "than")
            ),
        }

    def _facet_shown(self, facet: str, figure: Figure) -> object:
        value = getattr(figure, _FACET_KEYS.get(facet, facet))
        if isinstance(value, PlaceRef):
            return place_words(value)
        return value if value is None or isinstance(value, str | int) else value.model_dump(exclude_none=True)

    def money(self) -> None:
        golds = self.gold["money"]

        def same(gold: Gold, money: Money) -> bool:
            key = (money.amount, money.high, money.currency)
            return bool((gold["amount"], gold.get("high"), gold.get("currency", "VND")) == key)

        def terms(gold: Gold, money: Money) -> Mapping[str, bool]:
            return {"bound": accepts(gold, "bound", money.bound, _loose), "basis": accepts(gold, "basis", money.basis)}

        paired = pair(
            self.ledger, "money", golds, self.record.money, same, show=lambda m: f"{m.amount} {m.span.text}",
            spans=lambda m: (m.span,), better=lambda g, m: sum(terms(g, m).values()),
        )  # fmt: skip
        judge_spans(
            self.ledger, self.extents, "money", golds, self.record.money,
            by_value=paired, spans=lambda m: (m.span,), same_value=same,
        )  # fmt: skip
        for index, gold, money in paired.pairs:
            for term, right in terms(gold, money).items():
                self.ledger.one_value(
                    f"money {term}", gold["text"], getattr(money, term), right=right, key=_gold_key(index),
                    offset=money.span.start,
                )  # fmt: skip
            self.verdict("money", money, all(terms(gold, money).values()))
        for money in paired.invented:
            self.verdict("money", money, False)

    def other_counts(self) -> None:
        row, golds = "other counts (recall)", self.gold["other_counts"]
        every = [f for f in self.record.figures if not is_model_count(f)]
        rest, pairs, missed = list(every), [], []

        def same(gold: Gold, figure: Figure) -> bool:
            named = things(gold["measure"], *gold.get("alt", {}).get("measure", ()))
            right = figure.value == gold["value"] and gold.get("of") in (None, figure.of)
            return right and bool(named & things(figure.measure, figure.unit))

        for index, gold in enumerate(golds):
            if is_free(gold):
                continue
            hit = next((f for f in rest if same(gold, f)), None)
            key, words = _gold_key(index), gold["text"]
            self.ledger.one_share(row, words, right=hit is not None, key=key, words=words)
            if hit is None:
                missed.append(index)
                continue
            rest = [f for f in rest if f is not hit]
            pairs.append((index, gold, hit))
            self.verdict("other count", hit, True)
        for figure in rest:
            if not _is_share(figure) and not any(same(gold, figure) for gold in golds):
                self.verdict("other count", figure, False)
        paired: Pairing[Figure] = Pairing(pairs, missed, ())
        judge_spans(
            self.ledger, self.extents, row, golds, every,
            by_value=paired, spans=lambda f: (f.span,), same_value=same, recall=True,
        )  # fmt: skip

    def numbers(self) -> None:
        codes = [m.span() for m in _CODES.finditer(self.record.article.text)]
        for figure in self.record.figures:
            span = figure.span
            key: Key = ("record", f"{figure.value} / {span.text}")
            written = written_numbers(span.text)
            if written:
                right = any(figure.value == number * 10**power for number in written for power in (0, 1, 2, 3, 4, 6, 9))
                self.ledger.one_share("figures hold their number", key[1], right=right, key=key, offset=span.start)
            digits = [span.start + m.start() for m in re.finditer(r"\d", span.text)]
            clear = not any(start <= at < end for start, end in codes for at in digits)
            self.ledger.one_share("no figure in dates and codes", span.text, right=clear, key=key, offset=span.start)

    def models(self) -> None:
        def fits(name: str, model: str) -> bool:
            return len(model) <= 2 * len(name) + 40 and (name in model or (len(model) > 8 and model in name))

        named = [(fold(m.name), m) for m in self.record.models]
        hits: list[Model] = []
        for index, gold in enumerate(self.gold["named_models"]):
            if is_free(gold):
                continue
            found = [m for name, m in named if fits(fold(gold["name"]), name)]
            key, name = _gold_key(index), gold["name"]
            self.ledger.one_share("named models (recall)", name, right=bool(found), key=key, words=name)
            hits += found[:1]
        for name, model in named:
            if any(model is hit for hit in hits):
                self.verdict("model", model, True)
            elif not any(fits(fold(gold["name"]), name) for gold in self.gold["named_models"]):
                self.verdict("model", model, False)

    def offsets(self) -> None:
        text = self.record.article.text
        for span in self.record.spans():
            right = span.start < span.end and text[span.start : span.end] == span.text
            key: Key = ("record", f"{span.start} {span.text}")
            self.ledger.one_share("offsets exact", span.text, right=right, key=key, offset=span.start)


def _gold_key(index: int) -> Key:
    return ("gold", str(index))


def _is_share(figure: Figure) -> bool:
    """A percentage or an average: gold does not hold them."""
    return "%" in figure.unit or "/" in figure.unit


def _loose(bound: str | None) -> str | None:
    """The bound as gold tells it: "about" and "less than" are one."""
    return "less_than" if bound == "about" else bound
