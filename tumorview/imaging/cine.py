"""How fast the frames of an image want to be played (Cine module, PS3.3 C.7.6.5)."""

from __future__ import annotations

from pydicom.dataset import Dataset

from tumorview.imaging import dicom_tags as tags

_SLOWEST, _FASTEST = 0.05, 1000.0
"""Frames a second; what lies beyond is taken for a mistake."""


def frames_per_second(ds: Dataset) -> float | None:
    """The rate that the file asks for, or None where it says none that can be meant.

    Recommended Display Frame Rate (0008,2144) first, for it alone is about showing; then Cine Rate
    (0018,0040), then the nominal Frame Time (0018,1063) in milliseconds.
    """
    for keyword in ("RecommendedDisplayFrameRate", "CineRate"):
        rate = _believable(tags.decimal(ds, keyword))
        if rate is not None:
            return rate
    frame_time = tags.decimal(ds, "FrameTime")
    return _believable(1000.0 / frame_time) if frame_time else None


def _believable(rate: float | None) -> float | None:
    return rate if rate is not None and _SLOWEST <= rate <= _FASTEST else None
