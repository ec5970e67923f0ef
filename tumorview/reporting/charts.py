"""Small bar charts as SVG, for pages that must do without anything beside them.

No plotting library: a scan ends within a second when it is cancelled, and to import one takes
longer; the packaged application would also grow by it for what are rectangles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_WIDTH, _HEIGHT = 640, 200
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 8, 8, 24


@dataclass(frozen=True, slots=True)
class Bar:
    """From `start` to `end` on the horizontal axis, `height` high, explained by `title`."""

    start: float
    end: float
    height: float
    title: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The horizontal axis: its ends and what is written under them."""

    first: float
    last: float
    first_text: str
    last_text: str


def bar_chart(bars: Sequence[Bar], axis: Axis, *, label: str, unit: str) -> str:
    """An ``<svg>`` element; colours and fonts are those of the page (``currentColor``).

    The vertical axis begins at 0 and ends at the highest bar, whose value stands beside it.
    """
    top = max((bar.height for bar in bars), default=0.0)
    span = axis.last - axis.first
    width, height = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM

    def x(value: float) -> float:
        return _LEFT + width * ((value - axis.first) / span if span else 0.0)

    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(label)}">',
        f"<title>{escape(label)}</title>",
    ]
    for bar in bars:
        tall = height * bar.height / top if top else 0.0
        broad = max(x(bar.end) - x(bar.start), 1.0)
        parts.append(
            f'<rect class="bar" x="{x(bar.start):.1f}" y="{_TOP + height - tall:.1f}" '
            f'width="{broad:.1f}" height="{tall:.1f}"><title>{escape(bar.title)}</title></rect>'
        )
    base = _TOP + height
    parts += [
        f'<path class="axis" d="M{_LEFT} {_TOP}V{base}H{_WIDTH - _RIGHT}"/>',
        _text(_LEFT - 6, _TOP + 10, "end", number(top)),
        _text(_LEFT - 6, _TOP + 24, "end", unit),
        _text(_LEFT - 6, base, "end", "0"),
        _text(_LEFT, _HEIGHT - 6, "start", axis.first_text),
        _text(_WIDTH - _RIGHT, _HEIGHT - 6, "end", axis.last_text),
        "</svg>",
    ]
    return "\n".join(parts)


def number(value: float) -> str:
    """A figure for people: thousands in groups, and no more decimals than say something."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.1f}" if abs(value) >= 10 else f"{value:.2f}"


def _text(x: float, y: float, anchor: str, text: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{escape(text)}</text>'
