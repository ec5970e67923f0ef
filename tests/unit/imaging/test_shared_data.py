"""Real series beside the checkout open in the right order and orientation."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tumorview.domain.study import Series, SeriesNotice, SliceOrder
from tumorview.imaging.catalog import read_catalog
from tumorview.imaging.image_file import open_image, read_frame
from tumorview.imaging.modality import modality_frame
from tumorview.imaging.orientation import EdgeLetters, edge_letters
from tumorview.imaging.voi import display_frame

pytestmark = pytest.mark.shared_data


def only_series(folder: Path) -> Series:
    catalog = read_catalog(folder)
    assert catalog.failures == ()
    (study,) = catalog.studies
    (series,) = study.series
    return series


def letters_of(series: Series) -> EdgeLetters | None:
    return edge_letters(series.frames[0].geometry.orientation)


def heights(series: Series) -> list[float]:
    return [f.geometry.position_mm[2] for f in series.frames if f.geometry.position_mm]


def test_the_ge_head_ct_runs_from_the_skull_base_to_the_vertex(shared_data: Path) -> None:
    series = only_series(shared_data / "dicom" / "ct_head_ge")
    assert (series.modality, len(series.frames)) == ("CT", 28)
    assert series.order is SliceOrder.POSITION
    assert heights(series) == sorted(heights(series))
    # The gantry was tilted by 18 degrees.
    assert letters_of(series) == EdgeLetters("R", "L", "AH", "PF")
    top = modality_frame(read_frame(series.frames[-1].source))
    middle = modality_frame(read_frame(series.frames[14].source))
    # Bone shows that HU are HU, and there is more head in the middle than at the vertex.
    assert float(middle.values.max()) > 1000
    assert (middle.values > -200).sum() > (top.values > -200).sum()


def test_the_oblique_mr_is_ordered_along_its_normal(shared_data: Path) -> None:
    series = only_series(shared_data / "dicom" / "mr_pd_oblique")
    assert (series.modality, len(series.frames)) == ("MR", 20)
    assert series.order is SliceOrder.POSITION
    assert heights(series) == sorted(heights(series))
    letters = letters_of(series)
    assert letters is not None
    assert (letters.left[0], letters.top[0]) == ("R", "A")


def test_exam_summaries_are_pictures_without_a_place(shared_data: Path) -> None:
    series = only_series(shared_data / "dicom" / "ct_head_philips_summaries")
    assert series.order is SliceOrder.INSTANCE_NUMBER
    assert SeriesNotice.NO_ORIENTATION in series.notices


def test_every_oddity_opens_and_says_what_is_odd(shared_data: Path) -> None:
    catalog = read_catalog(shared_data / "dicom" / "oddities")
    assert catalog.failures == ()
    said = {notice for study in catalog.studies for s in study.series for notice in s.notices}
    assert {
        SeriesNotice.GANTRY_TILT,
        SeriesNotice.MIXED_ORIENTATION,
        SeriesNotice.GAP,
    } <= said


def test_every_frame_of_every_series_can_be_shown(shared_data: Path) -> None:
    shown = 0
    for path in sorted((shared_data / "dicom").rglob("*")):
        if not path.is_file() or path.name == "DIRFILE" or path.suffix in {".md", ".txt"}:
            continue
        opened = open_image(path)
        for number in range(1, opened.frame_count + 1):
            frame = modality_frame(opened.read_frame(number))
            assert len(np.unique(frame.values)) > 1, path.name
            assert display_frame(frame, None).pixels.shape[:2] == frame.shape
            shown += 1
    assert shown > 50
