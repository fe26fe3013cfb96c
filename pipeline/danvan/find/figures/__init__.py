"""Counted things: a number with its noun (counts, nouns), joined to others (danvan.link), said once (repeats)."""

from danvan.find.figures.counts import find_counts
from danvan.find.figures.find import find_figures

__all__ = ["find_counts", "find_figures"]
