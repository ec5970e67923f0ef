"""From a mouse drag to a grey-scale window."""

from __future__ import annotations

from tumorview.domain.frames import VoiFunction, VoiWindow, WindowOrigin

_PIXELS_FOR_TWICE_THE_WIDTH = 256.0
ACCELERATION = 4.0
"""How much faster the window follows with Ctrl held."""


def dragged_window(
    start: VoiWindow, dx: float, dy: float, *, speed: float = 1.0, invert_vertical: bool = False
) -> VoiWindow:
    """The window after dragging from `start` by (dx, dy) viewport pixels, y downwards.

    Right is wider, up is a lower centre (brighter); `invert_vertical` turns the latter round. The
    step is a share of the width at the start, so a narrow brain window moves finely and a bone
    window coarsely.
    """
    step = start.width / _PIXELS_FOR_TWICE_THE_WIDTH * speed
    vertical = -dy if invert_vertical else dy
    narrowest = 1.0 if start.function is VoiFunction.LINEAR else start.width / 1000
    return VoiWindow(
        center=start.center + vertical * step,
        width=max(start.width + dx * step, narrowest),
        function=start.function,
        explanation="",
        origin=WindowOrigin.USER,
    )
