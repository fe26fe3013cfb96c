"""Which rule said what about a place in the text, and why others were ruled out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from danvan.facts import Mention, mentions
from danvan.messages import say, value_word
from danvan.reading import Rejection
from danvan.records import ArticleRecord
from danvan.rows import Column, Rows
from danvan.ruleset import Rule, RuleSet
from danvan.steps import explain
from danvan.text.article import Draft
from danvan.text.segment import Sentence, split_article
from danvan.text.source import Ranges

COLUMNS = (
    Column("source"), Column("result"), Column("kind"), Column("start", "number"), Column("end", "number"),
    Column("text"), Column("what"), Column("place"), Column("date"), Column("rule"), Column("file"), Column("gives"),
    Column("confidence", "number"), Column("reason"), Column("bytes", "list"),
)  # fmt: skip


@dataclass(frozen=True)
class Explained:
    """What was found and ruled out in one article, or at one offset of it.

    `sentence` is the one that holds the offset, None where the whole article is explained.
    """

    draft: Draft
    record: ArticleRecord
    rules: RuleSet
    offset: int | None
    sentence: Sentence | None
    found: tuple[Mention, ...]
    rejected: tuple[Rejection, ...]


def explain_draft(draft: Draft, rules: RuleSet, *, place: str | None = None, offset: int | None = None) -> Explained:
    """Explains the article. With an offset: the facts that cover it, and what was ruled out in its sentence."""
    record, rejections = explain(draft, rules, place=place)
    everything = tuple(mentions(record))
    ordered = tuple(sorted(dict.fromkeys(rejections), key=lambda r: (r.start, r.end, r.rule)))
    if offset is None:
        return Explained(draft, record, rules, None, None, everything, ordered)
    sentence = next((s for s in split_article(draft, rules) if s.start <= offset < s.end), None)
    start, end = (sentence.start, sentence.end) if sentence is not None else (offset, offset + 1)
    found = tuple(m for m in everything if m.span.start <= offset < m.span.end)
    rejected = tuple(r for r in ordered if r.start < end and start < r.end)
    return Explained(draft, record, rules, offset, sentence, found, rejected)


def rows_of_explanations(explained: Sequence[Explained]) -> Rows:
    """One row a mention or a rejection."""
    return Rows(COLUMNS, (row for one in explained for row in _rows(one)))


def _rows(one: Explained) -> Iterator[tuple[object, ...]]:
    source, text = one.draft.source, one.draft.text
    for m in one.found:
        rule = _rule(one.rules, m.fact.rule)
        gives = (
            json.dumps(dict(rule.gives), ensure_ascii=False, default=str) if rule is not None and rule.gives else None
        )
        said = (m.kind, m.span.start, m.span.end, m.span.text, m.what, m.place, m.date, m.fact.rule)
        where_from = (_origin(one.rules, m.fact.rule), gives, m.fact.confidence, None)
        yield (source, "found", *said, *where_from, one.draft.bytes_of(m.span.start, m.span.end))
    for r in one.rejected:
        rule = _rule(one.rules, r.rule)
        where = (r.start, r.end, text[r.start : r.end])
        yield (
            source,
            "rejected",
            None,
            *where,
            None,
            None,
            None,
            r.rule,
            rule.origin if rule else None,
            None,
            None,
            r.reason,
            one.draft.bytes_of(r.start, r.end),
        )


def _rule(rules: RuleSet, name: str) -> Rule | None:
    """The rule of that id; None where the id names a table or a step of the program."""
    index: dict[str, Rule] = rules.cache.setdefault(
        "explanation.by_id", {rule.id: rule for file in rules.rules for rule in rules.of(file)}
    )
    return index.get(name)


def _origin(rules: RuleSet, name: str) -> str | None:
    """The file that the rule stands in; for a row of a table, the table. None for a step of the program."""
    rule = _rule(rules, name)
    if rule is not None:
        return rule.origin
    table = name.partition(".")[0]
    return f"rules/{table}.csv" if table in rules.tables else None


def print_explanations(explained: Sequence[Explained]) -> None:
    """The explanations for a reader, on standard output."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for one in explained:
        console.print(Text(f"{one.draft.source or '-'}  {one.draft.title or ''}".strip(), style="bold"))
        if one.sentence is not None and one.offset is not None:
            console.print(_pointed(one.draft.text, one.sentence, one.offset))
            if (places := one.draft.bytes_of(one.sentence.start, one.sentence.end)) is not None:
                console.print(Text(say("explain.bytes", bytes=_written(places)), style="dim"))
        console.print()
        for m in one.found:
            console.print(_found(one, m))
        if one.offset is not None and not one.found:
            console.print(Text(say("explain.nothing", offset=one.offset), style="dim"))
        for r in one.rejected:
            console.print(_rejected(one, r))


def _pointed(text: str, sentence: Sentence, offset: int) -> object:
    from rich.text import Text

    shown = Text(text[sentence.start : sentence.end].replace("\n", " "))
    shown.stylize("reverse", offset - sentence.start, offset - sentence.start + 1)
    return shown


def _found(one: Explained, m: Mention) -> object:
    from rich.text import Text

    shown = Text.assemble(
        (say("explain.found"), "bold green"), f"  {value_word('kind', m.kind)}  {m.span.start}:{m.span.end}  ",
        (" ".join(m.span.text.split()), "bold"),
    )  # fmt: skip
    places = one.draft.bytes_of(m.span.start, m.span.end)
    for line in (m.what, m.place, m.date, places and say("explain.bytes", bytes=_written(places))):
        if line:
            shown.append(f"\n    {line}")
    rule, origin = _rule(one.rules, m.fact.rule), _origin(one.rules, m.fact.rule)
    gives = ", ".join(f"{k} = {v}" for k, v in rule.gives.items()) if rule is not None else ""
    said = [m.fact.rule, f"({origin})" if origin else "", f"{m.fact.confidence:.2f}", gives]
    shown.append(f"\n    {'  '.join(filter(None, said))}\n", style="cyan")
    return shown


def _written(places: Ranges) -> str:
    return ", ".join(f"{first}-{last}" for first, last in places)


def _rejected(one: Explained, r: Rejection) -> object:
    from rich.text import Text

    words = " ".join(one.draft.text[r.start : r.end].split())
    return Text.assemble(
        (say("explain.rejected"), "bold red"), f"  {r.start}:{r.end}  ", (words, "bold"), f"\n    {r.reason}",
        (f"\n    {r.rule}\n", "cyan"),
    )  # fmt: skip
