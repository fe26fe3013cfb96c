"""Prints the table of README over articles as pages: `python tests/layout_scores.py corpus/work ['w-*']`.

Every article of a folder with gold is read as it stands, put into a page of each layout (layouts.py), and read again.
With --keep DIR the pages stay, with --errors what a page lost against the plain text is listed.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from danvan.batch import Extracted, extract_all
from danvan.evaluate.gold import Gold, read_golds
from danvan.evaluate.score import Score
from danvan.ingest.read import read_inputs
from danvan.ruleset import RuleSet, load_rules
from danvan.text.article import Draft
from layouts import LAYOUTS, OLD, render, story_of

ROWS = (
    "published", "article place", "dates", "officials", "places", "model counts", "model counts, every facet", "money",
    "other counts (recall)", "named models (recall)", "offsets exact",
)  # fmt: skip
PLAIN = "plain text"


def score_layouts(
    folder: Path, rules: RuleSet, *, only: str = "*", keep: Path, layouts: Sequence[str] = tuple(LAYOUTS)
) -> Iterator[tuple[str, Score, list[str]]]:
    """Of the plain texts and of each layout the score, and the stems of articles that were not read as one article.

    Pages are written below `keep`. What is not read counts as missed: it is read as an empty article.
    """
    golds = read_golds(folder, only)
    files = {p.stem: p for p in sorted(folder.iterdir()) if p.is_file() and p.stem in golds}
    drafts = {stem: _one(path, rules) for stem, path in files.items()}
    yield PLAIN, *_score(files, golds, rules)
    for layout in layouts:
        home = keep / layout
        home.mkdir(parents=True, exist_ok=True)
        pages = {stem: home / f"{stem}.html" for stem in files}
        for stem, page in pages.items():
            page.write_bytes(render(story_of(stem, drafts[stem]), layout))
        yield layout, *_score(pages, golds, rules)


def _one(path: Path, rules: RuleSet) -> Draft:
    (draft,) = read_inputs([str(path)], rules=rules)
    assert isinstance(draft, Draft), draft
    return draft


def _score(files: Mapping[str, Path], golds: Mapping[str, Gold], rules: RuleSet) -> tuple[Score, list[str]]:
    score, lost = Score(), []
    for stem, path in files.items():
        found = [o for o in extract_all(read_inputs([str(path)], rules=rules), rules) if isinstance(o, Extracted)]
        if len(found) != 1:
            lost.append(stem)
        if found:
            score.add(stem, golds[stem], found[0].record, found[0].draft)
    return score, lost


def table(found: Mapping[str, tuple[Score, list[str]]], day: date, articles: int) -> Iterator[str]:
    """The lines of a Markdown table: rows of the score, columns of layouts."""
    names = [f"{name} ({', '.join(OLD[name])})" if name in OLD else name for name in found]
    yield f"F1 over {articles} articles, {day.day} {day:%B %Y}:"
    yield ""
    yield "| | " + " | ".join(name.replace("_", " ") for name in names) + " |"
    yield "|---" * (len(names) + 1) + "|"
    for row in ROWS:
        tallies = [score.tallies.get(row) for score, _ in found.values()]
        if any(tallies):
            yield f"| {row} | " + " | ".join(f"{t.f1:.3f}" if t else "" for t in tallies) + " |"
    lost = [str(len(stems)) for _, stems in found.values()]
    yield "| pages not read as one article | " + " | ".join(lost) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("only", nargs="?", default="*", help="a pattern for the names of articles")
    parser.add_argument("--layout", action="append", choices=list(LAYOUTS), help="only this one; may be repeated")
    parser.add_argument("--keep", type=Path, help="where the pages stay")
    parser.add_argument("--errors", action="store_true", help="list what pages lost against the plain text")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        runs = score_layouts(
            args.folder,
            load_rules(),
            only=args.only,
            keep=args.keep or Path(scratch),
            layouts=args.layout or list(LAYOUTS),
        )
        found = {name: (score, lost) for name, score, lost in runs}
    plain = {(f.stem, f.sign, f.row, f.what) for f in found[PLAIN][0].faults}
    print("\n".join(table(found, date.today(), len(found[PLAIN][0].articles))))
    for name, (score, lost) in found.items() if args.errors else ():
        print(*(f"{name}\t{stem}\tnot read as one article" for stem in lost), sep="\n")
        for f in score.faults:
            if (f.stem, f.sign, f.row, f.what) not in plain:
                print(name, f.stem, f.sign, f.row, f.what, sep="\t")


if __name__ == "__main__":
    main()
