"""The Python interface: a text, or many files, to records, with everything on."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from danvan.batch import Extracted, extract_all
from danvan.errors import UsageError
from danvan.ingest.read import draft_from_text, open_inputs
from danvan.messages import say
from danvan.ruleset import RuleSet, load_rules
from danvan.steps import check_place
from danvan.steps import extract as extract_draft
from danvan.store.write import Refused
from danvan.text.pipes import load_source

if TYPE_CHECKING:
    from danvan.records import ArticleRecord

_log = logging.getLogger("danvan")


def extract(
    text: str,
    *,
    published: str | None = None,
    place: str | None = None,
    title: str | None = None,
    url: str | None = None,
    source: str | None = None,
    rules: RuleSet | None = None,
    names: str | Path | None = None,
) -> ArticleRecord:
    """The record of one article.

    `published` (2022-11-04, 2022-11-04T09:30 or 04/11/2022) and `place` ("huyện Yên Lập, tỉnh Phú Thọ") speak where
    the text does not. `rules` are the shipped ones unless `load_rules("my/rules")` gives others. `names` is the tagger
    of names that is asked where no rule knows: ours, "underthesea", or a spaCy pipeline by folder or package (labels of
    persons behind "=": "my_model=NGUOI"). Raises UsageError for a date or a place that is none, a tagger that cannot be
    had.
    """
    chosen = rules if rules is not None else load_rules()
    check_place(place, chosen)
    draft = draft_from_text(
        text, rules=chosen, source=source, url=url, title=title, published=check_published(published)
    )
    tagger = None if names is None else load_source(str(names), chosen)
    return extract_draft(draft, chosen, place=place, tagger=tagger)


def extract_files(
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    place: str | None = None,
    rules: RuleSet | None = None,
    names: str | Path | None = None,
    jobs: int = 1,
) -> Iterator[ArticleRecord]:
    """The records of files and folders, in stable order. What cannot be read is logged ("danvan", warning) and left
    out. Raises UsageError for a path that is not there, a tagger of `names` that cannot be had.
    """
    chosen = rules if rules is not None else load_rules()
    inputs = open_inputs([str(p) for p in paths], published=check_published(published))
    for outcome in extract_all(inputs, chosen, place=place, names=str(names) if names else None, jobs=jobs):
        if isinstance(outcome, Extracted):
            yield outcome.record
        elif isinstance(outcome, Refused):
            _log.warning("%s: %s", outcome.path, outcome.reason)


def check_published(value: str | None) -> str | None:
    """A day or minute as records write it; None stays None. Raises UsageError where it is no date."""
    if value is None:
        return None
    from datetime import datetime

    for form, written in (
        ("%Y-%m-%d", "%Y-%m-%d"), ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M"), ("%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"),
        ("%d/%m/%Y", "%Y-%m-%d"), ("%d/%m/%Y %H:%M", "%Y-%m-%dT%H:%M"),
    ):  # fmt: skip
        try:
            return datetime.strptime(value, form).strftime(written)
        except ValueError:
            continue
    raise UsageError(say("date.wrong", value=value))
