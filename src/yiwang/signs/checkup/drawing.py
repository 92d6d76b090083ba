"""Charts of a check-up as SVG, which the page, the PDF and the Word file all show alike."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from yiwang.signs.checkup.model import Body, PlaceRank, Scored
from yiwang.signs.model.wording import number

INK, FAINT, GRID, LINE = "#1f2a37", "#6b7686", "#e3e8ef", "#1d5fd1"
# A score is yellow below 85, orange below 70, red below 55.
COLOURS = ((85.0, "#2e9e5b"), (70.0, "#d9a400"), (55.0, "#e07a1f"), (-1.0, "#cf3a3a"))
FONT = "Noto Sans CJK SC, Noto Sans SC, sans-serif"
WIDTH = 640.0


def drawn(body: Body) -> dict[str, str]:
    """Return the charts of a check-up by name: pulse, scores, ranks; those without a value are left out."""
    pulse = next((one for one in body.scores if one.kind == "pulse"), None)
    charts = {
        "pulse": _line(pulse.points) if pulse else "",
        "scores": _scores([one for one in body.scores if one.kind == "dimension" and one.value is not None]),
        "ranks": _ranks([one for one in body.ranks if one.value is not None][:20]),
    }
    return {name: chart for name, chart in charts.items() if chart}


def spark(points: Sequence[float | None]) -> str:
    """Return a small line of a sign's last points; empty with fewer than two."""
    known = [one for one in points if one is not None]
    if len(known) < 2:
        return ""
    path = _path(points, (1.0, 118.0), (2.0, 22.0), (min(known), max(known)))
    return _svg(120, 24, f'<path d="{path}" fill="none" stroke="{LINE}" stroke-width="1.2"/>')


def _line(points: Sequence[float | None]) -> str:
    """Return the line of the pulse between 0 and 100, with the bounds of its levels."""
    if len([one for one in points if one is not None]) < 2:
        return ""
    low, high, top, bottom = 40.0, 100.0, 10.0, 150.0
    parts = []
    for bound in (40, 55, 70, 85, 100):
        y = bottom - (bound - low) / (high - low) * (bottom - top)
        parts.append(f'<line x1="34" x2="{WIDTH - 8}" y1="{y:.1f}" y2="{y:.1f}" stroke="{GRID}"/>')
        parts.append(_text(28, y + 3.5, str(bound), FAINT, 10, "end"))
    shown = [None if one is None else min(max(one, low), high) for one in points]
    path = _path(shown, (38.0, WIDTH - 12), (top, bottom), (low, high))
    parts.append(f'<path d="{path}" fill="none" stroke="{LINE}" stroke-width="2" stroke-linejoin="round"/>')
    return _svg(WIDTH, 162, "".join(parts))


def _scores(scores: Sequence[Scored]) -> str:
    return _bars([(one.name_zh, one.value or 0.0, one.before) for one in scores]) if scores else ""


def _ranks(ranks: Sequence[PlaceRank]) -> str:
    return _bars([(one.name, one.value or 0.0, one.before) for one in ranks]) if ranks else ""


def _bars(rows: Sequence[tuple[str, float, float | None]]) -> str:
    """Return a bar from 0 to 100 for each row; a tick stands where the bar ended before."""
    left, right, step = 118.0, WIDTH - 52, 24.0
    parts = []
    for place, (name, value, before) in enumerate(rows):
        y = 6 + place * step
        width = max(0.0, min(100.0, value)) / 100 * (right - left)
        parts.append(_text(left - 8, y + 12, name, INK, 12, "end"))
        parts.append(f'<rect x="{left}" y="{y}" width="{right - left:.1f}" height="16" rx="2" fill="#f2f5f9"/>')
        parts.append(f'<rect x="{left}" y="{y}" width="{width:.1f}" height="16" rx="2" fill="{_colour(value)}"/>')
        if before is not None:
            x = left + max(0.0, min(100.0, before)) / 100 * (right - left)
            parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y - 2}" y2="{y + 18}" stroke="{INK}"/>')
        parts.append(_text(right + 8, y + 12, number(round(value, 1)), INK, 12, "start"))
    return _svg(WIDTH, 8 + step * len(rows), "".join(parts))


def _colour(value: float) -> str:
    return next(colour for bound, colour in COLOURS if value >= bound)


def _path(
    points: Sequence[float | None], x: tuple[float, float], y: tuple[float, float], scale: tuple[float, float]
) -> str:
    """Return the line through the points from left to right; where one is missing it breaks off."""
    span = scale[1] - scale[0] or 1.0
    step = (x[1] - x[0]) / max(1, len(points) - 1)
    said, pen = [], "M"
    for place, one in enumerate(points):
        if one is None:
            pen = "M"
            continue
        said.append(f"{pen}{x[0] + place * step:.1f},{y[1] - (one - scale[0]) / span * (y[1] - y[0]):.1f}")
        pen = "L"
    return "".join(said)


def _text(x: float, y: float, text: str, colour: str, size: int, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{FONT}" font-size="{size}" fill="{colour}" '
        f'text-anchor="{anchor}">{escape(text)}</text>'
    )


def _svg(width: float, height: float, inside: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}">{inside}</svg>'
    )
