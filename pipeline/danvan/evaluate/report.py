"""What `danvan evaluate` prints: rows with all numbers for files, short cells for the screen, lines for editors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from danvan.evaluate.calibration import Bin, Reliability, by_rule, reliability
from danvan.evaluate.comparison import Comparison
from danvan.evaluate.intervals import Interval, row_intervals
from danvan.evaluate.score import Score, rows_of_tallies
from danvan.evaluate.tallies import Fault, Ledger, Verdict
from danvan.messages import say, value_word
from danvan.rows import Rows, rows_of

README_ROWS = (
    "published", "article place", "dates", "dates and role", "officials", "positions", "ordinary people kept out",
    "places", "places linked", "model counts", "model counts, every facet", "money", "money bound", "money basis",
    "other counts (recall)", "named models (recall)", "offsets exact",
)  # fmt: skip
"""The rows of the table in README: every kind, and of the facets of a model count all of them at once."""


def score_rows(ledgers: Sequence[Ledger]) -> Rows:
    """Every row with precision, recall, F1 and their 95 % intervals."""
    rows = rows_of_tallies(ledgers)
    spread = row_intervals([one.tallies for one in ledgers], [name for name, _ in rows])
    cells = [
        (n, t.gold, t.found, t.precision, *spread[n].p, t.recall, *spread[n].r, t.f1, *spread[n].f1) for n, t in rows
    ]
    numbers = ("gold", "found", "p", "p_low", "p_high", "r", "r_low", "r_high", "f1", "f1_low", "f1_high")
    return rows_of(("row", *numbers), cells, numbers)


def score_table(ledgers: Sequence[Ledger]) -> Rows:
    """The same for the screen: each value with its interval in one cell."""
    rows = rows_of_tallies(ledgers)
    spread = row_intervals([one.tallies for one in ledgers], [name for name, _ in rows])
    cells = [
        (n, t.gold, t.found, _with(t.precision, spread[n].p), _with(t.recall, spread[n].r), _with(t.f1, spread[n].f1))
        for n, t in rows
    ]
    numbers = ("gold", "found", "p_interval", "r_interval", "f1_interval")
    return rows_of(("row", *numbers), cells, numbers)


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """The faults article by article from top to bottom; at the end of each what its file does not hold."""
    return sorted(faults, key=lambda f: (f.stem, *((n is None, n or 0) for n in _place(f)[1:])))


def fault_rows(faults: Iterable[Fault]) -> Rows:
    """Every fault with its place in the text and in the file."""
    cells = [(f.stem, *_place(f), f.sign, f.row, f.offset, f.what) for f in faults]
    names = ("file", "path", "line", "column", "error", "row", "offset", "what")
    return rows_of(names, cells, ("line", "column", "offset"))


def fault_lines(faults: Iterable[Fault]) -> Iterable[str]:
    """Every fault as editors open it: `path:line:column: - dates: ngày 7/9`."""
    return (f"{_where(f)}: {f.sign} {f.row}: {_one_line(f.what)}" for f in faults)


def change_rows(comparison: Comparison) -> Rows:
    """Every fault that is gone or new."""
    cells = [
        (c.kind, c.fault.stem, *_place(c.fault), c.fault.sign, c.fault.row, c.fault.offset, c.fault.what)
        for c in comparison.changes
    ]
    names = ("change", "file", "path", "line", "column", "error", "row", "offset", "what")
    return rows_of(names, cells, ("line", "column", "offset"))


def change_lines(comparison: Comparison) -> Iterable[str]:
    """Every fault that is gone or new as editors open it: `path:line:column: fixed: - dates: ngày 7/9`."""
    for change in comparison.changes:
        fault = change.fault
        kind = value_word("change", change.kind)
        yield f"{_where(fault)}: {kind}: {fault.sign} {fault.row}: {_one_line(fault.what)}"


def comparison_rows(comparison: Comparison) -> Rows:
    """F1 of every row before and after, the difference with its interval, and how many facts made it."""
    cells = [
        (r.row, r.before.f1, r.after.f1, r.after.f1 - r.before.f1, *r.interval, r.fixed, r.broken)
        for r in comparison.rows
    ]
    numbers = ("before", "after", "difference", "low", "high", "fixed", "broken")
    return rows_of(("row", *numbers), cells, numbers)


def comparison_table(comparison: Comparison) -> Rows:
    """The same for the screen."""
    cells = []
    for r in comparison.rows:
        difference = r.after.f1 - r.before.f1
        low, high = r.interval
        moved = bool(r.fixed or r.broken or abs(difference) > 5e-5)
        shown = f"{difference:+.3f} ({low:+.3f} {high:+.3f})" if moved else "="
        cells.append((r.row, f"{r.before.f1:.3f}", f"{r.after.f1:.3f}", shown, r.fixed or None, r.broken or None))
    numbers = ("before", "after", "difference", "fixed", "broken")
    return rows_of(("row", *numbers), cells, numbers)


def calibration_rows(verdicts: Sequence[Verdict]) -> Rows:
    """Every bin of every kind, every kind as a whole with its expected calibration error, and at the end every rule."""
    cells: list[tuple[object, ...]] = []
    for table in reliability(verdicts):
        cells += [(_kind(table), None, one.low, one.high, *_reliable(one), None) for one in table.bins]
        cells.append((_kind(table), None, None, None, *_reliable(table.whole), table.error))
    cells += [(one.kind, rule, one.low, one.high, *_reliable(one), None) for rule, one in by_rule(verdicts)]
    numbers = ("from", "to", "n", "confidence", "right", "low", "high", "ece")
    return rows_of(("kind", "rule", *numbers), cells, numbers)


def calibration_table(verdicts: Sequence[Verdict]) -> Rows:
    """The same for the screen."""
    cells: list[tuple[object, ...]] = []
    for table in reliability(verdicts):
        name = value_word("kind", _kind(table))
        for one in table.bins:
            bounds = f"{one.low:.2f}–{one.high:.2f}"
            cells.append((name, bounds, one.n, f"{one.confidence:.3f}", _with(one.share, one.interval), None))
        whole = table.whole
        cells.append(
            (name, say("evaluate.all"), whole.n, f"{whole.confidence:.3f}", _with(whole.share, whole.interval),
             f"{table.error:.3f}")
        )  # fmt: skip
    numbers = ("n", "confidence", "right", "ece")
    return rows_of(("kind", "bin", *numbers), cells, numbers)


def readme_table(scores: Mapping[str, Score], day: date) -> Iterable[str]:
    """The table of README in Markdown: F1 of each row with its interval, a column a set."""
    yield f"F1 with 95 % intervals (bootstrap over articles) on {day.isoformat()}, articles in brackets."
    yield ""
    yield "| | " + " | ".join(f"{name} ({len(score.articles)})" for name, score in scores.items()) + " |"
    yield "|---" * (len(scores) + 1) + "|"
    tallies = {name: score.tallies for name, score in scores.items()}
    spread = {n: row_intervals([one.tallies for one in s.ledgers], README_ROWS) for n, s in scores.items()}
    for row in README_ROWS:
        if any(row in own for own in tallies.values()):
            cells = (
                f"{tallies[n][row].f1:.2f} ({_short(spread[n][row].f1)})" if row in tallies[n] else "–" for n in scores
            )
            yield f"| {row} | " + " | ".join(cells) + " |"


def _reliable(one: Bin) -> tuple[int, float, float, float, float]:
    return one.n, one.confidence, one.share, *one.interval


def _kind(table: Reliability) -> str:
    return table.whole.kind or "all"


def _with(value: float, interval: Interval) -> str:
    """A value and its interval, short enough for three such columns beside the longest row: "0.941 .91–.97"."""
    return f"{value:.3f} {_short(interval)}"


def _short(interval: Interval) -> str:
    """Two places, without the nought before the point."""
    return "–".join(f"{bound:.2f}".removeprefix("0") if bound < 0.995 else "1.0" for bound in interval)


def _place(fault: Fault) -> tuple[str | None, int | None, int | None]:
    return (fault.at.path, fault.at.line, fault.at.column) if fault.at is not None else (None, None, None)


def _where(fault: Fault) -> str:
    return str(fault.at) if fault.at is not None else fault.stem


def _one_line(text: str) -> str:
    return " ".join(text.split())
