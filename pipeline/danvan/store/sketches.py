"""Near duplicates: a sketch of every body, candidates out of equal bands, each candidate verified on the texts.

A body is sketched once, when it is new, and held against the bodies that are there; what was found is kept in the
tables `sketches`, `bands` and `likenesses`, by the hash of the text. MinHash with 128 permutations in 32 bands finds of
the pairs with a tenth of their syllables exchanged 95 in 100, and no false one is left after the verification. What is
alike in its words may still tell of another district or year: a template. That is told by what
stands in the place of what: names, numbers, years.
"""

from __future__ import annotations

import functools
import re
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from danvan.store.database import append, meta, transaction
from danvan.text.view import fold_lower, fold_view

if TYPE_CHECKING:
    import duckdb
    import numpy as np
    from numpy.typing import NDArray

    Shingles = NDArray[np.uint64]

VERSION = 1
"""Of what is kept: sketches of another version are made anew."""

_PERMUTATIONS = 128
_BANDS = 32
_SEED = 20221104
_LEAST_JACCARD = 0.5
_LEAST_SHINGLES = 40
"""A shorter body has too few shingles: two notices of two lines are alike by their form of words."""
_CHUNK = 1_000
"""Bodies sketched and compared in one transaction: what a kill can cost, and what is held in memory."""
_HELD = 64
"""So many bodies are kept of one band, the earliest sketched: a form of words that a thousand pages have would make a
million pairs. A true copy shares bands with its source that few others have.
"""
_COMPARED = 32
"""So many are held against a new body, those that share most bands with it."""
_CACHED = 2_000
"""Bodies held in memory to be compared: 20 kB each."""
_PAIRS = 1_000
"""Pairs whose texts are read at a time."""
_SYLLABLES = 200_000
_NOT_TOLD = ("title", "byline", "author")
"""Parts that each paper makes its own."""
_NUMBERS_REPLACED = 0.2
_NAMES_REPLACED = 0.15
"""Shares of the shorter one's numbers and names: what an editor mends stays below, another report lies far above (two
reports of one office on two districts: half of the numbers, a quarter of the names).
"""

_SYLLABLE = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19[3-9]|20[0-4])\d")
_UPPER = "A-ZĐÀÁẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÈÉẺẼẸÊẾỀỂỄỆÌÍỈĨỊÒÓỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÙÚỦŨỤƯỨỪỬỮỰỲÝỶỸỴ"
_NAME = re.compile(rf"(?<=[\w,;] )[{_UPPER}]\w*")
"""A capitalised syllable in mid sentence."""


@dataclass(frozen=True)
class Body:
    """What two bodies are compared by: their shingles, sorted, and what they say of whom, how much and when."""

    told: str
    shingles: Shingles

    @functools.cached_property
    def names(self) -> Counter[str]:
        """Capitalised syllables in mid sentence."""
        return Counter(_NAME.findall(self.told))

    @functools.cached_property
    def numbers(self) -> Counter[str]:
        """All numbers but years."""
        return Counter(n for n in self._digits if not _YEAR.fullmatch(n))

    @functools.cached_property
    def years(self) -> frozenset[str]:
        """The years that are named."""
        return frozenset(n for n in self._digits if _YEAR.fullmatch(n))

    @functools.cached_property
    def _digits(self) -> list[str]:
        return [n.lstrip("0") or "0" for n in _NUMBER.findall(self.told)]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two bodies are one. `share`: of the shingles of the shorter one, those that both have, 0 to 1."""

    share: float
    is_copy: bool
    changed: bool
    """A copy in which a number stands otherwise."""


class _Hashes(dict[str, int]):
    """The hash of every syllable that was met; there are some thousands, and as many numbers."""

    def __missing__(self, syllable: str) -> int:
        if len(self) > _SYLLABLES:
            self.clear()
        found = self[syllable] = zlib.crc32(syllable.encode())
        return found


_hashes = _Hashes()


def told_text(text: str, parts: Sequence[Mapping[str, Any]] | None) -> str:
    """The text without headline, byline and signature, folded, its case kept."""
    view = fold_view(text)
    if not parts:
        return view
    return "\n".join(view[p["start"] : p["end"]] for p in parts if p["kind"] not in _NOT_TOLD)


def shingles_of(told: str) -> Shingles:
    """The hashes of all runs of three syllables, each once, sorted."""
    import numpy as np

    syllables = _SYLLABLE.findall(fold_lower(told))
    words = np.fromiter(map(_hashes.__getitem__, syllables), dtype=np.uint64, count=len(syllables))
    if len(words) < 3:
        return np.empty(0, np.uint64)
    mixed = words[:-2] * np.uint64(0x9E3779B97F4A7C15) + words[1:-1]
    mixed = (mixed ^ (mixed >> np.uint64(31))) * np.uint64(0xBF58476D1CE4E5B9) + words[2:]
    mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0x94D049BB133111EB)
    return np.unique(mixed ^ (mixed >> np.uint64(32)))


def body_of(told: str) -> Body:
    """The body that is told in these words."""
    return Body(told, shingles_of(told))


def compare(a: Body, b: Body) -> Likeness | None:
    """How far two bodies are one, None below a Jaccard of one half.

    What only one of them has makes no difference (a cut, a foot, a lead); what stands in the place of something else
    does. A few numbers or names replaced are mended: still a copy. More of them, or another year, are another report.
    """
    import numpy as np

    if not len(a.shingles) or not len(b.shingles):
        return None
    common = len(np.intersect1d(a.shingles, b.shingles, assume_unique=True))
    if common < _LEAST_JACCARD * (len(a.shingles) + len(b.shingles) - common):
        return None
    numbers, names = _replaced(a.numbers, b.numbers), _replaced(a.names, b.names)
    is_copy = (
        not (a.years - b.years and b.years - a.years)
        and numbers <= max(1, _NUMBERS_REPLACED * min(a.numbers.total(), b.numbers.total()))
        and names <= max(2, _NAMES_REPLACED * min(a.names.total(), b.names.total()))
    )
    return Likeness(round(common / min(len(a.shingles), len(b.shingles)), 4), is_copy, is_copy and numbers > 0)


def _replaced(a: Counter[str], b: Counter[str]) -> int:
    """How many of one stand in the place of as many of the other."""
    return min((a - b).total(), (b - a).total())


def bands_of(sketched: Sequence[Shingles]) -> list[list[int]]:
    """The bands of every body: two bodies that share one are candidates."""
    import numpy as np
    from rensa import RMinHash

    offsets = np.cumsum([0, *(len(s) for s in sketched)], dtype=np.uint64)
    hashes = np.concatenate(sketched) if sketched else np.empty(0, np.uint64)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets, _PERMUTATIONS, _SEED)
    rows = np.array(matrix.to_rows(), dtype=np.uint64).reshape(len(sketched), _BANDS, _PERMUTATIONS // _BANDS)
    mixed = np.broadcast_to(np.arange(_BANDS, dtype=np.uint64), rows.shape[:2]).copy()
    for column in range(rows.shape[2]):
        mixed = (mixed * np.uint64(0x9E3779B97F4A7C15)) ^ rows[:, :, column]
        mixed ^= mixed >> np.uint64(29)
    found: list[list[int]] = mixed.tolist()
    return found


def stamp() -> str:
    """Names what the kept sketches depend on."""
    from rensa import RMinHash

    return f"{VERSION}.{RMinHash.ALGORITHM_VERSION}"


def renew(con: duckdb.DuckDBPyConnection) -> int:
    """Sketches every body that is new and keeps what it is like; gives how many there were. In transactions of its own.

    Bodies that no article has any more are taken out.
    """
    with transaction(con):
        if meta(con).get("sketches") != stamp():
            for table in ("sketches", "bands", "likenesses"):
                con.execute(f"DELETE FROM {table}")
            con.execute("INSERT OR REPLACE INTO meta VALUES ('sketches', ?)", [stamp()])
        gone = "body NOT IN (SELECT body_hash FROM articles)"
        if con.execute(f"SELECT 1 FROM sketches WHERE {gone} LIMIT 1").fetchall():
            con.execute(f"DELETE FROM bands WHERE nr IN (SELECT nr FROM sketches WHERE {gone})")
            con.execute(f"DELETE FROM sketches WHERE {gone}")
            bodies = "(SELECT body FROM sketches)"
            con.execute(f"DELETE FROM likenesses WHERE one NOT IN {bodies} OR other NOT IN {bodies}")
    new = [
        row[0]
        for row in con.execute(
            "SELECT DISTINCT body_hash FROM articles WHERE body_hash NOT IN (SELECT body FROM sketches) ORDER BY ALL"
        ).fetchall()
    ]
    (last,) = con.execute("SELECT coalesce(max(nr), 0) FROM sketches").fetchall()[0]
    texts = _Texts(con)
    for at in range(0, len(new), _CHUNK):
        with transaction(con):
            _add(con, new[at : at + _CHUNK], last + at + 1, texts)
    return len(new)


def _add(con: duckdb.DuckDBPyConnection, bodies: Sequence[str], first: int, texts: _Texts) -> None:
    """Sketches some bodies and holds them against all."""
    texts.load(bodies)
    held = [(body, texts.body(body).shingles) for body in bodies]
    long_enough = [(body, shingles) for body, shingles in held if len(shingles) >= _LEAST_SHINGLES]
    bands = dict(zip([b for b, _ in long_enough], bands_of([s for _, s in long_enough]), strict=True))
    numbers = {body: nr for nr, body in enumerate(bodies, start=first)}
    append(con, "sketches", list(numbers.items()))
    con.execute("CREATE OR REPLACE TEMP TABLE fresh (band UBIGINT, nr INTEGER)")
    append(con, "fresh", [(band, numbers[body]) for body, some in bands.items() for band in some])
    con.execute(
        """
        INSERT INTO bands
        SELECT f.band, f.nr FROM fresh f
        LEFT JOIN (SELECT band, count(*) AS held FROM bands WHERE band IN (SELECT band FROM fresh) GROUP BY band) h
            ON h.band = f.band
        QUALIFY row_number() OVER (PARTITION BY f.band ORDER BY f.nr) + coalesce(h.held, 0) <= ?
        """,
        [_HELD],
    )
    pairs = con.execute(
        """
        WITH met AS (
            SELECT f.nr AS newer, h.nr AS older, count(*) AS shared
            FROM fresh f JOIN bands h ON h.band = f.band AND h.nr < f.nr
            GROUP BY f.nr, h.nr
            QUALIFY row_number() OVER (PARTITION BY f.nr ORDER BY count(*) DESC, h.nr) <= ?
        )
        SELECT n.body, o.body FROM met m JOIN sketches n ON n.nr = m.newer JOIN sketches o ON o.nr = m.older
        ORDER BY m.newer, m.older
        """,
        [_COMPARED],
    ).fetchall()
    con.execute("DROP TABLE fresh")
    found = []
    for at in range(0, len(pairs), _PAIRS):
        some = pairs[at : at + _PAIRS]
        texts.load(list(dict.fromkeys(body for pair in some for body in pair)))
        for newer, older in some:
            like = compare(texts.body(newer), texts.body(older))
            if like is not None and like.is_copy:
                found.append((*sorted((newer, older)), like.share, like.changed))
    append(con, "likenesses", found)


class _Texts:
    """The bodies of the articles, read when they are wanted; some thousands are kept."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con = con
        self._kept: dict[str, Body] = {}

    def load(self, bodies: Sequence[str]) -> None:
        """Reads those that are not kept; the others may go."""
        if len(self._kept) + len(bodies) > _CACHED:
            wanted = set(bodies)
            self._kept = {body: one for body, one in self._kept.items() if body in wanted}
        missing = [body for body in bodies if body not in self._kept]
        cursor = self.con.execute(
            "SELECT body_hash, arg_min({'text': text, 'parts': parts}, id) FROM articles "
            "WHERE body_hash IN (SELECT unnest(?)) GROUP BY body_hash",
            [missing],
        )
        for body, found in cursor.fetchall():
            self._kept[body] = body_of(told_text(found["text"], found["parts"]))

    def body(self, body: str) -> Body:
        return self._kept[body]
