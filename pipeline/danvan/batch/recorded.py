"""Records that were extracted before, read from a file."""

from __future__ import annotations

import json
from collections.abc import Iterator

from danvan.batch.task import Extracted
from danvan.reasons import because, one_line
from danvan.records import ArticleRecord
from danvan.ruleset import RuleSet
from danvan.store.write import Refused
from danvan.text.article import Draft, Part
from danvan.text.segment import split_article


def read_records(path: str, data: bytes, rules: RuleSet) -> Iterator[Extracted | Refused]:
    """The records of a file, one a line or in one array. A line that is no record is refused with its number."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield Refused(path, None, because("read.not_in", codec="UTF-8"), len(data))
        return
    if text.lstrip().startswith("["):
        try:
            lines = [json.dumps(entry) for entry in json.loads(text)]
        except ValueError as error:
            yield Refused(path, None, because("input.no_record", reason=one_line(error)), len(data))
            return
    else:
        lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = ArticleRecord.model_validate_json(line)
        except ValueError as error:
            reason = because("input.no_record", reason=_first_fault(error))
            yield Refused(path, f"record {number}", reason, len(line.encode()))
            continue
        draft = _draft_of(record)
        yield Extracted(draft, record, record.model_dump_json(), _sentences(draft, rules))


def _sentences(draft: Draft, rules: RuleSet) -> tuple[tuple[int, int], ...]:
    return tuple((s.start, s.end) for s in split_article(draft, rules))


def _draft_of(record: ArticleRecord) -> Draft:
    """A record's text as an article whose lines are its parts, to be cut into sentences."""
    a = record.article
    parts: list[Part] = []
    at = 0
    for line in a.text.split("\n"):
        if line.strip():
            parts.append(Part("body", at, at + len(line)))
        at += len(line) + 1
    return Draft(
        id=a.id, text=a.text, raw=a.text, raw_starts=((0, 0),), parts=tuple(parts), source=a.source, url=a.url,
        title=a.title, author=a.author, published=a.published,
    )  # fmt: skip


def _first_fault(error: ValueError) -> str:
    """The first thing that is wrong with a record: where, and what."""
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return one_line(error)
    fault = error.errors()[0]
    return one_line(f"{'.'.join(str(part) for part in fault['loc']) or 'JSON'}: {fault['msg']}")
