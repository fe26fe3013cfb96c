"""Totals and their parts: which number is part of which, as words, lists and sums tell it."""
