"""Kinds of files that a picture or a film can be taken away in; the value is the suffix."""

from __future__ import annotations

from enum import StrEnum


class PictureFormat(StrEnum):
    """Of one picture. PNG and TIFF keep every grey value, JPEG does not."""

    PNG = "png"
    TIFF = "tif"
    JPEG = "jpg"


class MovieFormat(StrEnum):
    """Of a film; both compress with loss.

    MP4 is MPEG-4 Part 2 by OpenCV's FFmpeg, AVI is Motion JPEG by OpenCV itself. Neither needs a
    codec under the GPL, as H.264 by x264 would.
    """

    MP4 = "mp4"
    AVI = "avi"


def written_rate(form: MovieFormat, frames_per_second: float) -> float:
    """The rate that a film of this format can state: OpenCV's AVI knows whole numbers only."""
    if form is MovieFormat.AVI:
        return max(1.0, float(round(frames_per_second)))
    return frames_per_second
