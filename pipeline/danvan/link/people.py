"""One record for each person: all mentions, all posts, without those that say the same with fewer words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from danvan.confidence import confidence
from danvan.reading import Reading
from danvan.records import Official, Position
from danvan.text.view import fold_key


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name at [start, end), with the honorific before it; `public` False for clergy and elders."""

    start: int
    end: int
    honorific: str | None = None
    public: bool = True


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A position that the text gives to the name; `written` False where the organ was filled in from context."""

    position: Position
    written: bool


@dataclass(slots=True)
class Claim:
    """A name with the posts that stand beside it."""

    name: NameMention
    posts: list[HeldPost] = field(default_factory=list)
    rule: str = "official.name_before"


@dataclass(slots=True)
class _Person:
    """Everything said of one full name."""

    key: str
    posts: list[HeldPost] = field(default_factory=list)
    spans: set[tuple[int, int]] = field(default_factory=set)
    honorifics: list[tuple[int, str]] = field(default_factory=list)
    public: bool = True
    rule: str = "official.name_before"


def link_people(reading: Reading, claims: Sequence[Claim], mentions: Sequence[NameMention]) -> tuple[Official, ...]:
    """The officials of an article, in order of first mention.

    `mentions` are all names behind an honorific, of officials and others: a given name belongs to the person named
    last whose full name ends in it, and that may be a villager.
    """
    people: dict[str, _Person] = {}
    everyone = sorted(
        [(m, None) for m in mentions] + [(c.name, c) for c in claims], key=lambda p: (p[0].start, p[1] is None)
    )
    full = _full_names(reading, [m for m, _ in everyone])
    for mention, claim in everyone:
        key = full[mention]
        _add(people.setdefault(key, _Person(key)), mention, claim)
    officials = [p for p in people.values() if p.posts and p.public]
    _add_bare_mentions(reading, officials)
    return tuple(_official(reading, p) for p in sorted(officials, key=lambda p: min(p.spans)))


def _full_names(reading: Reading, mentions: Sequence[NameMention]) -> dict[NameMention, str]:
    """For each mention the key of the person: its own, or that of the longer name before it which ends in it."""
    keys: dict[NameMention, str] = {}
    seen: list[str] = []
    later = {fold_key(reading.view[m.start : m.end]) for m in mentions}
    for mention in mentions:
        key = fold_key(reading.view[mention.start : mention.end])
        if " " not in key or key.count(" ") == 1:
            ends = [s for s in seen if s.endswith(f" {key}")]
            if ends:
                key = ends[-1]
            elif " " not in key:
                # a title before the first full mention ("Bà Thúy" in the lead): the only longer name there is
                after = sorted(k for k in later if k.endswith(f" {key}"))
                key = after[0] if len(after) == 1 else key
        keys[mention] = key
        if key in seen:
            seen.remove(key)
        seen.append(key)
    return keys


def _name(reading: Reading, mentions: Iterable[tuple[int, int]], key: str) -> str:
    """The full name as first written, in capitals only where it stands in no other way."""
    written = [reading.draft.text[s:e] for s, e in mentions if fold_key(reading.view[s:e]) == key]
    name = " ".join(next((w for w in written if not w.isupper()), next(iter(written), key.upper())).split())
    return name.title() if name.isupper() and len(name) > 3 else name


def _add(person: _Person, mention: NameMention, claim: Claim | None) -> None:
    person.spans.add((mention.start, mention.end))
    person.public = person.public and mention.public
    if mention.honorific is not None:
        person.honorifics.append((mention.start, mention.honorific))
    if claim is not None:
        person.posts += claim.posts
        person.rule = claim.rule


def _add_bare_mentions(reading: Reading, officials: Sequence[_Person]) -> None:
    """The full name wherever else it stands, in captions and headings too."""
    lower = reading.lower.replace("\n", " ")
    for person in officials:
        length = len(person.key)
        at = lower.find(person.key)
        while at >= 0:
            end = at + length
            whole = not (at > 0 and lower[at - 1].isalnum()) and not lower[end : end + 1].isalnum()
            if whole and reading.view[at].isupper():
                person.spans.add((at, end))
            at = lower.find(person.key, end)


def _official(reading: Reading, person: _Person) -> Official:
    spans = _longest(person.spans)
    honorific = min(person.honorifics, default=(0, None))[1]
    positions = merge_posts(person.posts)
    return Official(
        name=_name(reading, spans, person.key), honorific=honorific, positions=tuple(p.position for p in positions),
        spans=tuple(reading.span(s, e) for s, e in spans), rule=person.rule,
        confidence=confidence(
            reading.rules, "official", person.rule, 0.95 if any(p.written for p in positions) else 0.8
        ),
    )  # fmt: skip


def _longest(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order; of two that overlap the longer."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def merge_posts(posts: Sequence[HeldPost]) -> list[HeldPost]:
    """The posts without repetition, in order; of two that say the same the one that says more."""
    kept: list[HeldPost] = []
    for post in posts:
        if any(_says(k, post) for k in kept):
            continue
        index = next((i for i, k in enumerate(kept) if _says(post, k)), None)
        if index is None:
            kept.append(post)
        else:
            kept = [k for i, k in enumerate(kept) if i == index or not _says(post, k)]
            kept[index] = post
    return kept


def _says(more: HeldPost, less: HeldPost) -> bool:
    """Whether `more` says all that `less` does: the same office, its organ at least as exact."""
    longer, shorter = fold_key(more.position.title).split(), fold_key(less.position.title).split()
    if longer[: len(shorter)] != shorter:
        return False
    if not less.written and more.written and longer == shorter:
        return True
    if less.position.body is None:
        return True
    if more.position.body is None:
        return False
    long_body, short_body = fold_key(more.position.body).split(), fold_key(less.position.body).split()
    if long_body[: len(short_body)] == short_body:
        return True
    return len(longer) > len(shorter) and short_body[: len(long_body)] == long_body
