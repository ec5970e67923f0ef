"""What is noticed of a series is said in the list and over the image."""

from __future__ import annotations

from pathlib import Path

from tumorview.domain.frames import ImageGeometry
from tumorview.domain.reading import ReadingNotice
from tumorview.domain.source import SourceRef
from tumorview.domain.study import FrameInfo, Series, SeriesNotice, SliceOrder
from tumorview.ui.series_model import series_notices
from tumorview.ui.viewport.corner_text import series_lines

FRAME = FrameInfo(SourceRef(Path("slice.dcm")), 4, 5, ImageGeometry())


def series(
    notices: tuple[SeriesNotice, ...] = (), reading: tuple[ReadingNotice, ...] = ()
) -> Series:
    return Series(
        "1.2", "MR", "T1", 1, (FRAME,), SliceOrder.POSITION, notices, reading_notices=reading
    )


def test_notices_of_order_and_of_reading_stand_together() -> None:
    one = series((SeriesNotice.GAP,), (ReadingNotice.MOSAIC,))
    assert series_notices(one) == "Gap between slices, mosaic of many slices"
    assert series_lines(one, FRAME, hidden=False)[-1] == "Gap between slices, mosaic of many slices"


def test_a_series_with_nothing_to_notice_says_nothing() -> None:
    assert series_notices(series()) == ""
    assert not any(
        "notice" in line or "slices" in line for line in series_lines(series(), FRAME, hidden=False)
    )
