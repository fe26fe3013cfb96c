"""extract(): the steps from a draft to its record, in order."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence

from danvan.errors import UsageError
from danvan.find.dates import find_dates
from danvan.find.figures import find_figures
from danvan.find.models import find_models
from danvan.find.money import find_money
from danvan.find.officials import find_officials
from danvan.find.places import find_places, parse_place_hint
from danvan.gazetteer import DEFAULT_DAY, FIRST_DAY, REFORM, Gazetteer, load_gazetteer
from danvan.link.money import link_money
from danvan.link.times.periods import load_periods
from danvan.messages import say
from danvan.numbers import find_numbers
from danvan.reading import Reading, Rejection
from danvan.records import Article, ArticleRecord
from danvan.ruleset import RuleSet
from danvan.text.article import Draft
from danvan.text.entities import NameSource, load_names
from danvan.text.segment import split_article
from danvan.text.words import PersonNames

_log = logging.getLogger("danvan")

Names = Callable[[int, int], Sequence[tuple[int, int]]]
"""The persons that a tagger of names sees in [start, end), as spans."""


def extract(
    draft: Draft,
    rules: RuleSet,
    *,
    place: str | None = None,
    tagger: NameSource | None = None,
    names: Names | None = None,
) -> ArticleRecord:
    """Everything that the article says, as one record. `place` names the unit that it speaks for, where known.

    `tagger` is asked where no rule knows whether a name is a person's; by default our own is (text/entities.py).
    `names` stands in its place where the names of this very article are there already.
    """
    reading = open_reading(draft, rules)
    return read(reading, place=place, tagger=tagger, names=names)


def explain(draft: Draft, rules: RuleSet, *, place: str | None = None) -> tuple[ArticleRecord, list[Rejection]]:
    """The record, and what looked like a fact and is none, with the reason."""
    check_place(place, rules)
    reading = open_reading(draft, rules)
    record = read(reading, place=place)
    return record, reading.rejections


def check_place(name: str | None, rules: RuleSet) -> None:
    """Raises UsageError where a place is given that is no unit on any day, or several units on all of them."""
    if name is None:
        return
    gazetteer = load_gazetteer(rules)
    meant = [ref for day in (DEFAULT_DAY, REFORM, FIRST_DAY) if (ref := parse_place_hint(name, gazetteer, day))]
    if not meant:
        raise unknown_place(name, gazetteer)
    if all(ref.code is None for ref in meant):
        raise UsageError(say("report.several_places", name=name))


def unknown_place(name: str, gazetteer: Gazetteer) -> UsageError:
    """That no unit is called so, with the name that may have been meant."""
    small = re.split("[,(]", name)[0].strip()
    meant = gazetteer.meant(small)
    hint = say("usage.did_you_mean", name=meant) if meant and meant.lower() != small.lower() else ""
    return UsageError(say("report.no_place", name=name, hint=hint))


def open_reading(draft: Draft, rules: RuleSet) -> Reading:
    """The article cut into sentences, with the rules and the gazetteer beside it."""
    return Reading(draft, split_article(draft, rules), rules, load_gazetteer(rules))


def read(
    reading: Reading, *, place: str | None = None, tagger: NameSource | None = None, names: Names | None = None
) -> ArticleRecord:
    """The steps: dates, places, officials, sums, counts, then what joins them."""
    draft = reading.draft
    dates = find_dates(reading)
    places = find_places(reading, day=draft.anchor, hint=place)
    officials = find_officials(reading, places, _persons(reading, tagger) if names is None else names)
    numbers = find_numbers(reading.view, reading.lower, reading.rules)
    sums = find_money(reading, numbers)
    occupied = [
        *((d.span.start, d.span.end) for d in dates),
        *((s.start, s.end) for s in sums),
        *((start, end) for start, end, _ in places.mentions),
    ]
    figures = find_figures(reading, numbers, occupied, dates, places)
    periods = load_periods(reading, dates)
    money = link_money(sums, reading, figures, places, period_of=periods.at)
    models = find_models(reading, figures, places)
    article = Article(
        id=draft.id,
        source=draft.source,
        url=draft.url,
        title=draft.title,
        author=draft.author,
        text=draft.text,
        published=draft.published,
        place=places.article_place,
    )
    return ArticleRecord(
        article=article,
        dates=dates,
        officials=officials,
        places=places.places,
        figures=figures,
        money=money,
        models=models,
    )


def _persons(reading: Reading, tagger: NameSource | None) -> PersonNames:
    """The persons that the tagger sees; sentences too long for it are noted."""
    sentences = [(s.start, s.end) for s in reading.sentences]
    persons = PersonNames(reading.draft.text, sentences, lambda: tagger or load_names(reading.rules))
    for start, end in persons.skipped:
        reading.reject(start, end, "names.too_long", "sentence too long to be read for names")
        _log.warning("%s: characters %d to %d: sentence too long to be read for names", reading.draft.id, start, end)
    return persons
