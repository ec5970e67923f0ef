"""A frame with its heatmap as a picture file."""

from __future__ import annotations

from pathlib import Path

from tumorview.domain.frames import ModalityFrame
from tumorview.domain.prediction import Prediction
from tumorview.imaging.voi import default_window, display_frame
from tumorview.inference.heatmap import resampled_to_source
from tumorview.reporting.overlay import blend, write_png


def write_heatmap_picture(
    path: Path, frame: ModalityFrame, prediction: Prediction, color_map: str, opacity: float
) -> bool:
    """Draw the leading heatmap over the frame in its default window, as a PNG.

    Returns False, and writes nothing, where there is no heatmap: the model has none, or the input
    gate refused the frame.

    Raises
    ------
    OutputError
        When the file cannot be written.
    """
    heatmap = prediction.leading_heatmap
    if heatmap is None:
        return False
    display = display_frame(frame, default_window(frame))
    write_png(path, blend(display.pixels, resampled_to_source(heatmap), color_map, opacity))
    return True
