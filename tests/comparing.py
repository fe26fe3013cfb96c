"""Cases as data and what must come out of them: how a case is read, and what differs from what it says.

The head of tests/cases/hard_cases.toml tells the format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from danvan.ingest.read import draft_from_text
from danvan.records import ArticleRecord, Figure, PlaceRef
from danvan.ruleset import load_rules
from danvan.steps import extract
from danvan.text.view import fold_key

RULES = load_rules(Path(__file__).parent / "layers" / "phu_hac")
Case = Mapping[str, Any]
NAMES = {"name", "owner", "honorific"}
LEVELS = ("commune", "district", "province")


def read(case: Case) -> ArticleRecord:
    published = case.get("published", "2023-07-20") or None
    draft = draft_from_text(case["text"], rules=RULES, title="Chuyện ở cơ sở", published=published)
    return extract(draft, RULES, place=case.get("place", "huyện Phú Hạc") or None)


def failing(case: Case) -> set[str]:
    """The fields that are not as the case says, as "figures[1].status"."""
    return {line.split(":")[0] for line in differences(case, read(case))}


# ---- records as the data writes them


def ref_words(ref: PlaceRef | None) -> str | None:
    """A place as "kind name < its parents", "-" for one that is not certain."""
    if ref is None:
        return None
    above = LEVELS[("hamlet", *LEVELS).index(ref.level) :]
    return " < ".join([f"{ref.kind} {ref.name}", *(getattr(ref, level) or "-" for level in above)])


def value_of(record: Any, name: str) -> Any:
    """A field by its name or path ("period.start"), as the data writes it."""
    for step in name.split("."):
        record = getattr(record, step, None)
    return ref_words(record) if isinstance(record, PlaceRef) else record


KEYS: Mapping[str, Callable[[Any], Any]] = {
    "dates": lambda d: (d["start"], d["end"]) if isinstance(d, Mapping) else (d.start, d.end),
    "officials": lambda o: fold_key(o["name"] if isinstance(o, Mapping) else o.name),
    "places": lambda p: fold_key(p.split(" < ")[0] if isinstance(p, str) else f"{p.kind} {p.name}"),
    "figures": lambda f: (f["value"], f.get("high")) if isinstance(f, Mapping) else (f.value, f.high),
    "money": lambda m: m["amount"] if isinstance(m, Mapping) else m.amount,
    "models": lambda m: fold_key(m["name"] if isinstance(m, Mapping) else m.name),
}
"""What makes a record the one that is meant."""


def align(kind: str, wanted: Sequence[Any], found: Sequence[Any]) -> tuple[dict[int, int], list[int]]:
    """Which found record is which wanted one, in order where several have the same key; and those that are none."""
    pairs: dict[int, int] = {}
    left = list(range(len(found)))
    for number, want in enumerate(wanted):
        hit = next((i for i in left if KEYS[kind](found[i]) == KEYS[kind](want)), None)
        if hit is not None:
            pairs[number] = hit
            left.remove(hit)
    return pairs, left


# ---- what differs


def differences(case: Case, record: ArticleRecord) -> Iterator[str]:
    """Every field that is not as the case says, as "figures[1].status: built, not registered"."""
    links = {kind: align(kind, case[kind], getattr(record, kind))[0] for kind in KEYS if kind in case}
    yield from _article(case.get("article", {}), record)
    for kind in links:
        wanted, found = case[kind], getattr(record, kind)
        pairs, left = align(kind, wanted, found)
        for number, want in enumerate(wanted):
            if number not in pairs:
                yield f"{kind}[{number}]: missing"
                continue
            have = found[pairs[number]]
            told = _place(want, have) if kind == "places" else _fields(want, have, links.get("figures", {}))
            yield from (f"{kind}[{number}].{line}" for line in told)
        yield from (f"{kind}[+]: {found[i]!r}" for i in left)


def _article(want: Case, record: ArticleRecord) -> Iterator[str]:
    article = record.article
    for name in {"published", "author"} & set(want):
        if getattr(article, name) != (want[name] or None):
            yield f"article.{name}: {getattr(article, name)!r}, not {want[name]!r}"
    if want.get("contains", "") not in article.text:
        yield f"article.text: lacks {want['contains']!r}"
    if "lacks" in want and want["lacks"] in article.text:
        yield f"article.text: holds {want['lacks']!r}"


def _place(want: str, have: Any) -> Iterator[str]:
    words = ref_words(have.unit) if have.unit is not None else f"{have.kind} {have.name}"
    if fold_key(words or "") != fold_key(want):
        yield f"unit: {words}, not {want}"


def _fields(want: Case, have: Any, figures: Mapping[int, int]) -> Iterator[str]:
    wanted = dict(want)
    nulls = list(wanted.pop("absent", ()))
    if isinstance(have, Figure):
        nulls += [name for name in ("high", "of", "change", "part_of") if name not in wanted]
        wanted.setdefault("bound", "exact")
    for name in nulls:
        if value_of(have, name) is not None:
            yield f"{name}: {value_of(have, name)!r}, not null"
    for name, value in wanted.items():
        got, same = _compare(name, value, have, figures)
        if not same:
            yield f"{name}: {got!r}, not {value!r}"


def _compare(name: str, value: Any, have: Any, figures: Mapping[int, int]) -> tuple[Any, bool]:
    """What stands in the record, and whether it is what the data says."""
    match name:
        case "text":
            return have.span.text, have.span.text == value
        case "spans":
            texts = [span.text for span in have.spans]
            return texts, texts == value
        case "positions":
            posts = [" | ".join([p.title, p.body or "-", p.level or "-", _short(p.place)]) for p in have.positions]
            return posts, [fold_key(p) for p in posts] == [fold_key(p) for p in value]
        case "part_of" | "items":
            got = getattr(have, name)
            return got, got is not None and got == figures.get(value)
        case "purpose" if isinstance(value, list):
            return have.purpose, all(fold_key(words) in fold_key(have.purpose or "") for words in value)
        case "confidence_at_most":
            return have.confidence, have.confidence <= value
        case "period" | "change":
            got = getattr(have, name)
            return got, got is not None and all(getattr(got, key) == part for key, part in value.items())
        case "place":
            got = ref_words(have.place)
            return got, got is not None and (got if " < " in value else got.split(" < ")[0]) == value
    got = value_of(have, name)
    return got, got == value or (name in NAMES and fold_key(str(got)) == fold_key(value))


def _short(ref: PlaceRef | None) -> str:
    return "-" if ref is None else f"{ref.kind} {ref.name}"
