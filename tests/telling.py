"""Tells the counts of an article of the invented huyện Phú Hạc (20 July 2023), for the tables of tests/test_f*.py.

A count is told in one line: bound, value, measure where it is not "mô hình", status, period, then what else is known.
"cum" marks a stock or several years; "<0" is part of count 0, "<0=" together with its siblings the whole of it;
"@" is the place where it is not the district itself, "@-" none. "~" leads what is not on the topic.
"""

from __future__ import annotations

from pathlib import Path

from danvan.api import extract
from danvan.records import ArticleRecord, Figure
from danvan.ruleset import load_rules

INVENTED = load_rules(Path(__file__).parent / "layers" / "phu_hac")


def read(text: str, place: str = "huyện Phú Hạc, tỉnh Lam Giang") -> ArticleRecord:
    return extract(text, published="2023-07-20", place=place, rules=INVENTED)


def tell(figure: Figure) -> str:
    """A count in one line, see above."""
    high = f"-{figure.high:g}" if figure.high is not None else ""
    whole = f"/{figure.of:g}" if figure.of is not None else ""
    words = ["~"] if figure.topic is None else []
    words += [figure.bound] if figure.bound != "exact" else []
    words.append(f"{figure.value:g}{high}{whole}{'%' if figure.unit == '%' else ''}")
    words += [figure.measure] if figure.measure != "mô hình" else []
    words += [figure.status] if figure.status else []
    if figure.period is not None:
        words.append(f"{figure.period.start or ''}..{figure.period.end or ''}")
        words += ["cum"] if figure.period.cumulative else []
    words += [facet for facet in (figure.field, figure.level, figure.holder) if facet]
    words += [f"{figure.change.direction}/{figure.change.than}"] if figure.change else []
    if figure.place is None:
        words.append("@-")
    elif figure.place.name != "Phú Hạc":
        words.append(f"@{figure.place.name}")
    if figure.part_of is not None:
        words.append(f"<{figure.part_of}{'=' if figure.partition else ''}")
    return " ".join(words)


def told(text: str, place: str = "huyện Phú Hạc, tỉnh Lam Giang") -> list[str]:
    return [tell(f) for f in read(text, place).figures]
