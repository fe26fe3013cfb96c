"""Records against gold: what was found, missed and invented, kind by kind.

Gold is one JSON file an article, named after it (`gold/<stem>.json`). A gold fact may bear `alt` (further right
values, a list for each key); one with `repeat` or `optional` is neither missed nor wrong. A fact that is found again
elsewhere in the text counts neither for nor against; a second record over the same characters is wrong. Names are
compared in folded form: case, tone placement and the usual abbreviations do not matter. Percentages, averages and
spans of time counted from the day of publication are not annotated and not judged.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, TypeVar

from danvan.batch import Extracted, Outcome, extract_all
from danvan.errors import DanvanError, UsageError
from danvan.facts import place_words
from danvan.ingest.read import read_inputs
from danvan.messages import say
from danvan.records import ArticleRecord, Date, Figure, Money, Official, Place, PlaceRef, Span
from danvan.ruleset import RuleSet

Gold = Mapping[str, Any]
Found = TypeVar("Found")

ROWS = (
    "published", "article place", "dates", "dates and role", "officials", "positions", "ordinary people kept out",
    "places", "places linked", "model counts", "model counts, every facet", "range and bound", "status", "field",
    "level", "holder", "place", "years", "cumulative", "part of", "change", "money", "money bound", "money basis",
    "other counts (recall)", "figures hold their number", "no figure in dates and codes", "named models (recall)",
    "offsets exact",
)  # fmt: skip
"""Every row of the score, in the order of printing. Those after "model counts, every facet" up to "change" judge one
facet of the model counts that were found."""

_ABBREVIATIONS = {
    "bch": "ban chấp hành", "btv": "ban thường vụ", "ccb": "cựu chiến binh", "chqs": "chỉ huy quân sự",
    "hcm": "hồ chí minh", "hđnd": "hội đồng nhân dân", "huv": "huyện ủy viên", "lhpn": "liên hiệp phụ nữ",
    "mttq": "mặt trận tổ quốc", "mttqvn": "mặt trận tổ quốc", "pbt": "phó bí thư", "qcdc": "quy chế dân chủ",
    "tp": "thành phố", "tphcm": "thành phố hồ chí minh", "tuv": "tỉnh ủy viên", "tw": "trung ương", "tx": "thị xã",
    "ub": "ủy ban", "ubmttq": "mặt trận tổ quốc", "ubmttqvn": "mặt trận tổ quốc", "ubnd": "ủy ban nhân dân",
    "uvbtv": "ủy viên ban thường vụ", "uvtv": "ủy viên ban thường vụ",
}  # fmt: skip
_SETTLEMENTS = ("ấp", "bản", "bon", "buôn", "khóm", "khu", "làng", "thôn", "tổ", "xóm")
_UNIT_WORDS = (*_SETTLEMENTS, "huyện", "phố", "phường", "quận", "thành", "thị", "tỉnh", "trấn", "xã")
_MEASURING = ("cái", "căn", "cây", "chiếc", "con", "công", "ha", "kg", "khẩu", "km", "m", "m2", "ngôi", "suất", "tấn")
_TONES = "\u0300\u0301\u0303\u0309\u0323"

_CODES = re.compile(
    r"\b\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\b"  # a day
    r"|\b\d+(?:/\d{4})?[-/](?=[A-ZĐ]{2})"  # a document: 43/NQ-CP, 138/2024/NĐ-CP
    r"|\b0\d{2,3}[.\s]?\d{3}[.\s]?\d{3,4}\b"  # a telephone
    r"|(?i:\bnăm)\s(?:19|20)\d\d\b"  # a year
)


@dataclass
class Tally:
    """Facts of one row: right, missed, and wrong (found but not so)."""

    right: int = 0
    missed: int = 0
    wrong: int = 0

    @property
    def gold(self) -> int:
        return self.right + self.missed

    @property
    def found(self) -> int:
        return self.right + self.wrong

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        return (
            2 * self.precision * self.recall / (self.precision + self.recall)
            if self.right
            else float(not self.gold and not self.found)
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """One error: in which article, which row, at which offset (None where the text does not hold the gold's words).

    `sign`: "-" missed, "+" invented, "!" found with a wrong value.
    """

    stem: str
    sign: str
    row: str
    what: str
    offset: int | None = None


@dataclass
class Score:
    """The tallies of all rows over the articles so far, and the errors."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)

    def rows(self) -> list[tuple[str, Tally]]:
        """The rows that hold anything, in the order of ROWS."""
        return [(name, self.tallies[name]) for name in ROWS if name in self.tallies]

    def add(self, stem: str, gold: Gold, record: ArticleRecord) -> None:
        """Judges one article."""
        self.articles.append(stem)
        judge = _Judge(stem, gold, record, self)
        judge.article()
        judge.dates()
        judge.officials()
        judge.places()
        judge.model_counts()
        judge.money()
        judge.other_figures()
        judge.models()
        judge.offsets()


def score_folder(
    folder: Path, rules: RuleSet, *, jobs: int = 1, report: Callable[[Outcome], None] = lambda outcome: None
) -> tuple[Score, list[str]]:
    """Extracts the articles of a folder that have gold beside them and judges them.

    Gives the score, and the stems of gold files without an article. Raises UsageError where there is no gold.
    """
    golds = {path.stem: _read_gold(path) for path in sorted((folder / "gold").glob("*.json"))}
    if not golds:
        raise UsageError(say("evaluate.no_gold", path=folder))
    files = [str(p) for p in sorted(folder.iterdir()) if p.is_file() and p.stem in golds]
    score = Score()
    for outcome in extract_all(read_inputs(files, rules=rules), rules, jobs=jobs):
        report(outcome)
        if isinstance(outcome, Extracted) and (stem := stem_of(outcome.record, golds)) not in {None, *score.articles}:
            score.add(stem or "", golds[stem or ""], outcome.record)
    return score, [stem for stem in golds if stem not in score.articles]


def _read_gold(path: Path) -> Gold:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise DanvanError(say("evaluate.bad_gold", path=path, reason=error)) from None
    if not isinstance(gold, dict):
        raise DanvanError(say("evaluate.bad_gold", path=path, reason=type(gold).__name__))
    return gold


def stem_of(record: ArticleRecord, stems: Iterable[str]) -> str | None:
    """Which of these gold files is the record's: the one named like its source, address or id."""
    known = set(stems)
    names = (record.article.source, record.article.url, record.article.id)
    return next((PurePath(n).stem for n in names if n and PurePath(n).stem in known), None)


def fold(text: str | None) -> str:
    """Words in lower case, each syllable's tone mark put at its end: "Hoà" and "Hòa" fold to the same."""
    folded = []
    for word in re.findall(r"\w+", unicodedata.normalize("NFC", text or "").lower().replace("ð", "đ")):
        letters = unicodedata.normalize("NFD", word)
        bare = "".join(c for c in letters if c not in _TONES)
        folded.append(unicodedata.normalize("NFC", bare) + "".join(c for c in letters if c in _TONES))
    return " ".join(folded)


_LONG_FORMS = {fold(short): fold(long) for short, long in _ABBREVIATIONS.items()}
_FOLDED_SETTLEMENTS = frozenset(fold(w) for w in _SETTLEMENTS)
_FOLDED_UNIT_WORDS = frozenset(fold(w) for w in _UNIT_WORDS)
_FOLDED_MEASURING = frozenset(fold(w) for w in _MEASURING)


def spell_out(text: str | None) -> list[str]:
    """Folded words with abbreviations in full; "Ủy ban MTTQ Việt Nam" and "MTTQ" come out the same."""
    long = " ".join(_LONG_FORMS.get(word, word) for word in fold(text).split())
    for form, short in (("ủy ban mặt trận", "mặt trận"), ("mặt trận tổ quốc việt nam", "mặt trận tổ quốc")):
        long = long.replace(fold(form), fold(short))
    return long.split()


def post_words(title: str, body: str | None) -> list[str]:
    """Title and body as one list of words, the words that they share at the seam once: "Trưởng Ban" + "Ban Dân vận"
    is "trưởng ban dân vận".
    """
    head, tail = spell_out(title), spell_out(body)
    overlap = max((n for n in range(1, min(len(head), len(tail)) + 1) if head[-n:] == tail[:n]), default=0)
    return head + tail[overlap:]


def accepts(gold: Gold, key: str, value: Any, normal: Callable[[Any], Any] = lambda v: v) -> bool:
    """Whether the value is the gold's, or one of its alternatives."""
    return normal(value) in [normal(v) for v in (gold.get(key), *gold.get("alt", {}).get(key, ()))]


def is_model_count(figure: Figure) -> bool:
    return figure.topic == "dan_van_kheo" and bool(re.search("mô hình|điển hình", figure.measure.lower()))


def _fits_unit(gold: Gold, unit: PlaceRef | None, level: str | None) -> bool:
    """The gold's names; and below `level`, or where the gold says that there is none, no name at all."""
    order = ("province", "district", "commune")
    for depth, key in enumerate(order):
        have = getattr(unit, key) if unit is not None else None
        if gold.get(key):
            if not accepts(gold, key, have, fold):
                return False
        elif have and level != key and (key in gold or level in order[:depth]):
            return False
    return True


def _things(*texts: str | None) -> set[str]:
    """The words that say what is counted; the units of measure only where there is nothing else."""
    joined = re.sub(r"\bm ?[2²]|\b" + fold("mét vuông"), "m2", " ".join(fold(t) for t in texts))
    words = set(joined.split())
    return words - _FOLDED_MEASURING or words


def _written_numbers(text: str) -> set[float]:
    """Numbers in digits, Vietnamese marks: "1.204" is 1204, "3,4" is 3.4."""
    numbers: set[float] = set()
    for digits in re.findall(r"\d+(?:[.,]\d+)*", text):
        bare = digits.replace(".", "") if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits) else digits
        try:
            numbers.add(float(bare.replace(",", ".")))
        except ValueError:
            numbers.update(float(run) for run in re.findall(r"\d+", digits))
    return numbers


def _overlap(ours: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in ours for b in others)


@dataclass
class _Judge:
    """One article under judgement; every method adds to the score's tallies and faults."""

    stem: str
    gold: Gold
    record: ArticleRecord
    score: Score

    def tally(self, row: str) -> Tally:
        return self.score.tallies.setdefault(row, Tally())

    def fault(self, sign: str, row: str, what: str, offset: int | None = None) -> None:
        self.score.faults.append(Fault(self.stem, sign, row, what, offset))

    def where(self, gold: Gold) -> int | None:
        """Where the gold's words stand, as far as the text says."""
        at = self.record.article.text.find(gold.get("text") or gold.get("name") or "\0")
        return None if at < 0 else at

    def one_value(self, row: str, want: object, have: object, right: bool, offset: int | None = None) -> None:
        """A row that has one value a fact: a wrong one is missed, and invented where there is one at all."""
        if not want:
            return
        tally = self.tally(row)
        if right:
            tally.right += 1
        else:
            tally.missed += 1
            tally.wrong += bool(have)
            self.fault("!", row, f"{want} / {have}", offset)

    def one_share(self, row: str, what: str, right: bool, offset: int | None = None) -> None:
        """A row that says which share is right: what is not counts on both sides."""
        tally = self.tally(row)
        if right:
            tally.right += 1
        else:
            tally.missed += 1
            tally.wrong += 1
            self.fault("!", row, what, offset)

    def pair(
        self,
        row: str,
        golds: Sequence[Gold],
        found: Sequence[Found],
        same: Callable[[Gold, Found], bool],
        *,
        show: Callable[[Found], str],
        spans: Callable[[Found], Sequence[Span]] = lambda f: (),
        better: Callable[[Gold, Found], int] = lambda g, f: 0,
        exempt: Callable[[Found], bool] = lambda f: False,
        once: bool = False,
    ) -> tuple[list[tuple[Gold, Found]], int, int]:
        """Pairs gold facts with found ones, each at most once, the `better` first.

        Gives the pairs, how many were missed and how many invented. A found fact over is pardoned where it is `exempt`,
        or says a gold fact again (an optional one, a repeat, or, unless `once`, a paired one) at other characters.
        """
        tally = self.tally(row)
        rest = list(found)
        pairs: list[tuple[Gold, Found]] = []
        missed = invented = 0
        for gold in golds:
            if gold.get("repeat") or gold.get("optional"):
                continue
            fitting = [f for f in rest if same(gold, f)]
            if fitting:
                best = max(fitting, key=lambda f, g=gold: better(g, f))  # type: ignore[misc]
                rest = [f for f in rest if f is not best]
                pairs.append((gold, best))
            else:
                missed += 1
                self.fault("-", row, str(gold.get("text") or gold.get("name") or gold), self.where(gold))
        seen: list[tuple[Gold | None, Found]] = [*pairs]
        for have in rest:
            again = [g for g in golds if same(g, have)]
            free = [g for g in again if all(g is not taken for taken, _ in seen)]
            about = next(iter(free or ([] if once else again)), None)
            pardoned = about is not None or exempt(have)
            twice = not free and any(_overlap(spans(have), spans(f)) for taken, f in seen if taken is about)
            if pardoned and not twice:
                seen.append((about, have))
            else:
                invented += 1
                where = spans(have)
                self.fault("+", row, show(have), where[0].start if where else None)
        tally.right += len(pairs)
        tally.missed += missed
        tally.wrong += invented
        return pairs, missed, invented

    def article(self) -> None:
        stamp, have = self.gold.get("published"), self.record.article.published
        right = (have or "")[: max(len(stamp), 16)] == stamp if stamp else have is None
        self.one_value("published", stamp or "none", have, right)
        want, unit = self.gold.get("article_place") or {}, self.record.article.place
        level = next((key for key in ("commune", "district", "province") if want.get(key)), None)
        names = {key: getattr(unit, key, None) for key in ("province", "district", "commune")}
        self.one_value("article place", {k: v for k, v in want.items() if v}, names, _fits_unit(want, unit, level))

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

        for row, same in (("dates", same_days), ("dates and role", same_role)):
            self.pair(
                row, golds, found, same, show=lambda d: f"{d.start}..{d.end} {d.role} {d.span.text}",
                spans=lambda d: (d.span,), exempt=relative, better=lambda g, d: g["role"] == d.role,
            )  # fmt: skip

    def officials(self) -> None:
        ignored = {fold(name) for name in self.gold.get("ignore_names", ["Hồ Chí Minh"])}
        people = [o for o in self.record.officials if fold(o.name) not in ignored]
        self.pair(
            "officials", self.gold["officials"], people, lambda g, o: fold(g["name"]) == fold(o.name),
            show=lambda o: o.name, spans=lambda o: o.spans, once=True,
        )  # fmt: skip
        self._positions(people)
        named = {fold(o.name) for o in self.record.officials}
        for name in self.gold.get("non_officials", ()):
            kept_out = fold(name) not in named or fold(name) in ignored
            self.one_share("ordinary people kept out", name, kept_out, self.where({"text": name}))

    def _positions(self, people: Sequence[Official]) -> None:
        units = [p["name"] for p in self.gold["places"]] + [
            n for n in (self.gold.get("article_place") or {}).values() if n
        ]
        unit_words = _FOLDED_UNIT_WORDS | {word for name in units for word in spell_out(name)}
        wanted = [
            {"name": f"{o['name']}: {p['title']} | {p.get('body')}", "who": fold(o["name"]), "post": p}
            for o in self.gold["officials"]
            for p in o["positions"]
        ]
        have = [(o, p) for o in people for p in o.positions]

        def same(gold: Gold, held: tuple[Official, Any]) -> bool:
            official, position = held
            if gold["who"] != fold(official.name):
                return False
            post = gold["post"]
            bodies = (post.get("body"), *post.get("alt", {}).get("body", ()))
            body = spell_out(post.get("body"))
            # A title by itself is not the post where the gold names a body, but "Trưởng ấp X" names its own.
            least = len(spell_out(post["title"])) + bool(body and body[0] not in _FOLDED_SETTLEMENTS)
            words = post_words(position.title, position.body)
            for wanted_body in bodies:
                short, long = sorted((post_words(post["title"], wanted_body), words), key=len)
                if len(short) >= least and long[: len(short)] == short and set(long[len(short) :]) <= unit_words:
                    return True
            return False

        self.pair(
            "positions", wanted, have, same, once=True, show=lambda h: f"{h[0].name}: {h[1].title} | {h[1].body}",
            spans=lambda h: h[0].spans,
        )  # fmt: skip

    def places(self) -> None:
        def name(text: str | None) -> str:
            return " ".join(spell_out(text)).removeprefix(fold("thành phố") + " ")

        def same(gold: Gold, place: Place) -> bool:
            return bool(gold["level"] == place.level) and accepts(gold, "name", place.name, name)

        def linked(gold: Gold, place: Place) -> bool:
            return _fits_unit(gold, place.unit, gold["level"])

        pairs, _, _ = self.pair(
            "places", self.gold["places"], self.record.places, same, better=linked, once=True,
            show=lambda p: f"{p.level} {p.name}", spans=lambda p: p.spans,
        )  # fmt: skip
        for gold, place in pairs:
            if gold.get("province"):
                names = [gold.get(key) for key in ("province", "district", "commune")]
                right = place.unit is not None and linked(gold, place)
                self.one_value("places linked", f"{gold['text']} {names}", place.unit, right, place.spans[0].start)

    def model_counts(self) -> None:
        text = self.record.article.text

        def rate(figure: Figure) -> bool:
            """A share, multiple or average, by its unit and by the words around it."""
            said = bool(re.search(r"%|\blần\b|/(?!\s*(?:mô hình|điển hình))", figure.unit))
            around = text[max(0, figure.span.start - 60) : figure.span.end + 30]
            return said and bool(re.search(r"%|/|\blần\b|bình quân|trung bình|\bmỗi\b", around))

        def same(gold: Gold, figure: Figure) -> bool:
            key = (figure.value, figure.of, figure.change is not None)
            return bool((gold["value"], gold.get("of"), bool(gold.get("change"))) == key)

        pairs, missed, invented = self.pair(
            "model counts", self.gold["model_counts"], [f for f in self.record.figures if is_model_count(f)], same,
            better=lambda g, f: sum(self._facets(g, f).values()), exempt=rate,
            show=lambda f: f.span.text, spans=lambda f: (f.span,),
        )  # fmt: skip
        whole = self.tally("model counts, every facet")
        whole.missed += missed
        whole.wrong += invented
        for gold, figure in pairs:
            facets = self._facets(gold, figure)
            for facet, right in facets.items():
                self.one_value(facet, gold["text"], self._facet_shown(facet, figure), right, figure.span.start)
            wrong = [facet for facet, right in facets.items() if not right]
            self.one_value("model counts, every facet", gold["text"], wrong, not wrong, figure.span.start)

    def _facets(self, gold: Gold, figure: Figure) -> dict[str, bool]:
        """Which facets of a model count are right."""

        def loose(bound: str | None) -> str | None:
            return "less_than" if bound == "about" else bound

        period, part = figure.period, figure.part_of
        years = [int(day[:4]) if day else None for day in ((period.start, period.end) if period else (None, None))]
        wanted = gold.get("change") or {}
        return {
            "range and bound": accepts(gold, "high", figure.high) and accepts(gold, "bound", figure.bound, loose),
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
        key = {"years": "period", "cumulative": "period", "part of": "part_of", "range and bound": "bound"}.get(
            facet, facet
        )
        value = getattr(figure, key)
        if isinstance(value, PlaceRef):
            return place_words(value)
        return value if value is None or isinstance(value, str | int) else value.model_dump(exclude_none=True)

    def money(self) -> None:
        def same(gold: Gold, money: Money) -> bool:
            key = (money.amount, money.high, money.currency)
            return bool((gold["amount"], gold.get("high"), gold.get("currency", "VND")) == key)

        def bound(gold: Gold, money: Money) -> bool:
            return accepts(gold, "bound", money.bound, lambda b: "less_than" if b == "about" else b)

        pairs, _, _ = self.pair(
            "money", self.gold["money"], self.record.money, same, show=lambda m: f"{m.amount} {m.span.text}",
            spans=lambda m: (m.span,), better=lambda g, m: bound(g, m) + accepts(g, "basis", m.basis),
        )  # fmt: skip
        for gold, money in pairs:
            self.one_value("money bound", gold["text"], money.bound, bound(gold, money), money.span.start)
            self.one_value(
                "money basis", gold["text"], money.basis, accepts(gold, "basis", money.basis), money.span.start
            )

    def other_figures(self) -> None:
        rest = [f for f in self.record.figures if not is_model_count(f)]
        for gold in self.gold["other_counts"]:
            if gold.get("repeat") or gold.get("optional"):
                continue
            things = _things(gold["measure"], *gold.get("alt", {}).get("measure", ()))
            hit = next(
                (
                    f
                    for f in rest
                    if f.value == gold["value"]
                    and gold.get("of") in (None, f.of)
                    and things & _things(f.measure, f.unit)
                ),
                None,
            )
            self.one_share("other counts (recall)", gold["text"], hit is not None, self.where(gold))
            rest = [f for f in rest if f is not hit]
        codes = [m.span() for m in _CODES.finditer(self.record.article.text)]
        for figure in self.record.figures:
            span = figure.span
            written = _written_numbers(span.text)
            if written:
                right = any(figure.value == number * 10**power for number in written for power in (0, 1, 2, 3, 4, 6, 9))
                self.one_share("figures hold their number", f"{figure.value} / {span.text}", right, span.start)
            digits = [span.start + m.start() for m in re.finditer(r"\d", span.text)]
            clear = not any(start <= at < end for start, end in codes for at in digits)
            self.one_share("no figure in dates and codes", span.text, clear, span.start)

    def models(self) -> None:
        named = [fold(m.name) for m in self.record.models]
        for gold in self.gold["named_models"]:
            if gold.get("repeat") or gold.get("optional"):
                continue
            name = fold(gold["name"])
            hit = any(len(m) <= 2 * len(name) + 40 and (name in m or (len(m) > 8 and m in name)) for m in named)
            self.one_share("named models (recall)", gold["name"], hit, self.where({"text": gold["name"]}))

    def offsets(self) -> None:
        text = self.record.article.text
        for span in self.record.spans():
            right = span.start < span.end and text[span.start : span.end] == span.text
            self.one_share("offsets exact", span.text, right, span.start)
