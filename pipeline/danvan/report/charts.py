"""Bar charts as plain geometry, in units of the drawing; the template draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 440
"""Small enough that the letters stay readable on a telephone."""

_HEIGHT, _FOOT, _HEAD = 220, 24, 24
_ROW, _BAR = 42, 16


@dataclass(frozen=True, slots=True)
class Bar:
    """`kind` picks the fill; a bar without a value is a gap that is named."""

    x: float
    y: float
    width: float
    height: float
    label: str
    value: str
    kind: str


@dataclass(frozen=True, slots=True)
class Chart:
    width: int
    height: int
    bars: tuple[Bar, ...]
    upright: bool


def columns(values: Sequence[tuple[str, float | None, str, str]]) -> Chart:
    """Upright bars for (label, number or None, number in words, kind)."""
    most = max((number for _, number, _, _ in values if number), default=1.0)
    step = WIDTH / max(1, len(values))
    width = min(64.0, step * 0.7)
    room = _HEIGHT - _FOOT - _HEAD
    bars = []
    for at, (label, number, words, kind) in enumerate(values):
        height = room * (number or 0) / most
        x = step * at + (step - width) / 2
        bars.append(
            Bar(round(x, 1), round(_HEIGHT - _FOOT - height, 1), round(width, 1), round(height, 1), label, words, kind)
        )
    return Chart(WIDTH, _HEIGHT, tuple(bars), upright=True)


def rows(values: Sequence[tuple[str, float, str]]) -> Chart:
    """Lying bars for (label, number, number in words), the label over its bar."""
    most = max((number for _, number, _ in values), default=0) or 1.0
    room = WIDTH - 90
    bars = tuple(
        Bar(0, at * _ROW + 20, round(max(1.0, room * number / most), 1), _BAR, label, words, "count")
        for at, (label, number, words) in enumerate(values)
    )
    return Chart(WIDTH, max(1, len(bars)) * _ROW, bars, upright=False)
