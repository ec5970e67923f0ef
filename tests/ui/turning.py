"""What a view shows, worked out by numpy on the array and by nothing of the application."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from tumorview.ui.viewport.view_orientation import ViewOrientation


def expected_view(image: npt.NDArray[Any], orientation: ViewOrientation) -> npt.NDArray[Any]:
    """[rows, columns, ...] rotated clockwise, then flipped (PS3.3 C.10.6)."""
    rotated = np.rot90(image, -(orientation.rotation // 90))
    return np.fliplr(rotated) if orientation.horizontal_flip else rotated
