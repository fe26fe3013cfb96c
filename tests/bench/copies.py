"""Near duplicates among synthetic articles: how fast they are found, and whether all of them are.

    python tests/bench/copies.py [--articles 20000]

Prints articles a second of processor time, for a first run and for a hundred more, the memory of the process, and
what became of the copies that were made: edited, cut, with a foot, with a number changed; and of templates, which are
to stay apart. The articles are drawn from syllables as frequent as in a language (stack.md A6).
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
from collections import Counter
from datetime import datetime
from pathlib import Path
from time import process_time

import duckdb

from danvan.records import Article, ArticleRecord
from danvan.store.copies import find_copies
from danvan.store.database import append, open_for_writing
from danvan.store.sketches import renew
from danvan.store.write import RunFacts, StoredArticle, Writer

_KINDS = ("edited", "cut", "foot", "number", "template")
_LETTERS = "b c ch d đ g gi h kh l m n ng nh p ph qu r s t th tr v x"
_RHYMES = "a ai am an ang anh ao au ay e em en i ia in inh o oa oi om on ong u ui um un ung ư ưa ương yên"
_EVERY = 20
"""One article in so many gets a copy."""


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--articles", type=int, default=20_000, help="how many articles (20,000)")
    chosen = options.parse_args()
    draw = random.Random(5)
    with tempfile.TemporaryDirectory() as folder:
        con = open_for_writing(Path(folder) / "copies.duckdb")
        made = _articles(chosen.articles, draw)
        _load(con, made[:-100])
        _tell("first run", con, len(made) - 100)
        _load(con, made[-100:])
        _tell("a hundred more", con, 100)
        linked = {row[0] for row in con.execute("SELECT article FROM copies").fetchall()}
        total = Counter(id_.split("-")[1] for id_, _ in made)
        found = Counter(id_.split("-")[1] for id_ in linked)
        for kind in ("0", *_KINDS):
            print(f"{kind if kind in _KINDS else 'own':16}{found[kind]:8,} of {total[kind]:,} linked as copies")
        con.close()
    return 0


def _tell(what: str, con: duckdb.DuckDBPyConnection, articles: int) -> None:
    started = process_time()
    sketched = renew(con)
    between = process_time()
    con.execute("BEGIN")
    find_copies(con)
    con.execute("COMMIT")
    ended = process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{what:16}{articles / (ended - started):8,.0f} articles/s: {sketched:,} sketched and compared in "
        f"{between - started:.2f} s, linked in {ended - between:.2f} s; {memory:,} MB"
    )
    sys.stdout.flush()


def _load(con: duckdb.DuckDBPyConnection, articles: list[tuple[str, str]]) -> None:
    writer = Writer(con, RunFacts("bench", "bench"), lambda: datetime(2026, 1, 1))
    for at in range(0, len(articles), 500):
        rows = []
        for id_, text in articles[at : at + 500]:
            one = ArticleRecord(article=Article(id=id_, source=id_, text=text, published="2026-01-01"))
            stored = StoredArticle(one, id_, ())
            rows.append(writer._article_row(stored, id_, (None, None, None, None), 1))
        append(con, "articles", rows)


def _articles(wanted: int, draw: random.Random) -> list[tuple[str, str]]:
    syllables = [first + last for first in _LETTERS.split() for last in _RHYMES.split()]
    draw.shuffle(syllables)
    weights = [1 / (rank + 8) for rank in range(len(syllables))]
    made: list[tuple[str, str]] = []
    while len(made) < wanted:
        text = _text(draw, syllables, weights)
        nr = len(made)
        made.append((f"{nr:06}-0", text))
        if nr % _EVERY == 0:
            kind = _KINDS[nr // _EVERY % len(_KINDS)]
            made.append((f"{nr:06}-{kind}", _copy(draw, kind, text, syllables)))
    return made


def _text(draw: random.Random, syllables: list[str], weights: list[float]) -> str:
    words = draw.choices(syllables, weights, k=draw.randint(300, 1500))
    for at in range(7, len(words) - 1, 23):
        words[at] = str(draw.randint(2, 9_999))
    for at in range(11, len(words) - 1, 19):
        words[at] = words[at].capitalize()
    return " ".join(words).capitalize() + "."


def _copy(draw: random.Random, kind: str, text: str, syllables: list[str]) -> str:
    words = text.split(" ")
    plain = [at for at, word in enumerate(words) if word.islower() and at]
    numbers = [at for at, word in enumerate(words) if word.isdecimal()]
    if kind == "edited":
        for at in draw.sample(plain, len(words) // 25):
            words[at] = draw.choice(syllables)
    elif kind == "cut":
        words = words[: len(words) * 7 // 10]
    elif kind == "foot":
        words += draw.choices(syllables, k=len(words) // 10)
    elif kind == "number":
        words[draw.choice(numbers)] = "10000"
    else:
        for at in numbers:
            words[at] = str(draw.randint(2, 9_999))
        for at, word in enumerate(words):
            if at and word[0].isupper():
                words[at] = draw.choice(syllables).capitalize()
    return " ".join(words)


if __name__ == "__main__":
    sys.exit(main())
