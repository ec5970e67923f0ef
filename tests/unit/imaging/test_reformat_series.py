"""Series that are cut out of others: values, places, and what is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.dicom_factory import CORONAL, write_dicom, write_series
from tests.ui.panes.phantoms import write_stack
from tumorview.cancel import CancelToken
from tumorview.domain.events import AnalysisFinished, AnalysisRequest, Outcome
from tumorview.domain.frames import ModalityFrame
from tumorview.domain.source import SourceRef
from tumorview.domain.study import Derivation, Series
from tumorview.errors import Cancelled
from tumorview.imaging.catalog import read_catalog
from tumorview.imaging.errors import NotAVolumeError
from tumorview.imaging.image_file import read_frame
from tumorview.imaging.modality import modality_frame
from tumorview.imaging.orientation import edge_letters
from tumorview.imaging.reformat import Plane
from tumorview.imaging.reformat_series import (
    ReformattedRef,
    Volume,
    is_reformatted,
    origin_of,
    read_volume,
    reformatted_series,
)
from tumorview.services.analysis import analyze

MARKS = (((30.0, 0.0, 30.0), 100), ((0.0, -30.0, 30.0), 200), ((0.0, 0.0, 52.0), 300))
"""At the patient's left, in front, towards the head."""


def read(source: SourceRef) -> ModalityFrame:
    return modality_frame(read_frame(source))


def series_in(folder: Path) -> Series:
    return read_catalog([folder]).studies[0].series[0]


@pytest.fixture(scope="module")
def head(tmp_path_factory: pytest.TempPathFactory) -> Volume:
    """Axial slices 3 mm apart of 2 mm pixels, the first below."""
    folder = tmp_path_factory.mktemp("head")
    write_stack(folder, [3.0 * k for k in range(21)], marks=MARKS, SeriesDescription="CT head")
    return read_volume(series_in(folder), read)


def value_at(frame: ModalityFrame, across: float, down: float) -> float:
    """The value at a place of the picture, in shares of its width and height."""
    rows, columns = frame.shape
    return float(frame.values[round(down * (rows - 1)), round(across * (columns - 1))])


def through(series: Series, axis: int, place: float) -> ModalityFrame:
    """The image of a series at a coordinate of the patient."""
    for info in series.frames:
        position = info.geometry.position_mm
        assert position is not None
        if abs(position[axis] - place) <= info.geometry.slice_thickness_mm / 2 + 1e-6:  # type: ignore[operator]
            assert isinstance(info.source, ReformattedRef)
            return info.source.read()
    raise AssertionError(place)


def test_a_coronal_picture_has_the_head_above_and_the_patients_left_at_the_right(
    head: Volume,
) -> None:
    frame = through(reformatted_series(head, Plane.CORONAL), 1, 0.0)
    letters = edge_letters(frame.geometry.orientation)
    assert letters is not None
    assert (letters.left, letters.right, letters.top, letters.bottom) == ("R", "L", "H", "F")
    assert value_at(frame, 70 / 78, 0.5) == 100
    assert value_at(frame, 8 / 78, 0.5) == 0
    assert value_at(frame, 40 / 78, 8 / 60) == 300
    assert value_at(frame, 40 / 78, 52 / 60) == 0


def test_a_sagittal_picture_has_the_front_at_the_left(head: Volume) -> None:
    frame = through(reformatted_series(head, Plane.SAGITTAL), 0, 0.0)
    letters = edge_letters(frame.geometry.orientation)
    assert letters is not None
    assert (letters.left, letters.right, letters.top, letters.bottom) == ("A", "P", "H", "F")
    assert value_at(frame, 10 / 78, 0.5) == 200
    assert value_at(frame, 68 / 78, 0.5) == 0
    assert value_at(frame, 40 / 78, 8 / 60) == 300


def test_an_axial_picture_of_a_coronal_series_is_seen_from_the_feet(tmp_path: Path) -> None:
    write_stack(
        tmp_path,
        [2.0 * k for k in range(39)],
        orientation=CORONAL,
        corner=(-40.0, -38.0, 60.0),
        shape=(31, 40),
        marks=MARKS,
    )
    volume = read_volume(series_in(tmp_path), read)
    frame = through(reformatted_series(volume, Plane.AXIAL), 2, 30.0)
    letters = edge_letters(frame.geometry.orientation)
    assert letters is not None
    assert (letters.left, letters.top) == ("R", "A")
    assert value_at(frame, 70 / 78, 0.5) == 100
    assert value_at(frame, 8 / 78, 0.5) == 0
    assert value_at(frame, 40 / 78, 8 / 76) == 200
    assert value_at(frame, 40 / 78, 68 / 76) == 0


def test_a_millimetre_is_a_millimetre_in_every_plane(head: Volume) -> None:
    frame = through(reformatted_series(head, Plane.CORONAL), 1, 0.0)
    assert frame.geometry.pixel_spacing_mm == (2.0, 2.0)
    half_way_down = frame.values[frame.shape[0] // 2]
    columns = np.nonzero(half_way_down > 50)[0]
    assert (columns[-1] - columns[0] + 1) * 2.0 == pytest.approx(10.0, abs=2.0)


def test_unit_window_and_space_are_those_of_the_series(head: Volume) -> None:
    made = reformatted_series(head, Plane.SAGITTAL)
    source = made.frames[0].source
    assert isinstance(source, ReformattedRef)
    frame = source.read()
    assert (frame.modality, frame.rescale_type) == ("CT", "HU")
    assert [(w.center, w.width) for w in frame.voi_windows] == [(50, 100)]
    assert frame.geometry.frame_of_reference_uid == "1.2.3.999"
    assert made.derivation == Derivation(21, 3.0)
    assert made.description == "Sagittal of CT head"
    assert is_reformatted(made)
    assert not is_reformatted(head.series)
    assert origin_of(made) is head.series


def test_images_of_two_planes_and_of_the_files_are_never_taken_for_each_other(
    head: Volume,
) -> None:
    made = [reformatted_series(head, plane) for plane in Plane]
    sources = {frame.source for series in (*made, head.series) for frame in series.frames}
    assert len(sources) == sum(len(series.frames) for series in (*made, head.series))
    again = reformatted_series(head, Plane.AXIAL)
    assert again.frames[3].source == made[0].frames[3].source
    assert len({series.key for series in (*made, head.series)}) == 4


def test_padding_is_not_mixed_into_the_picture(tmp_path: Path) -> None:
    write_stack(tmp_path, [5.0 * k for k in range(6)], marks=[((0.0, 0.0, 10.0), -2000)],
                PixelPaddingValue=-2000, PixelRepresentation=1)  # fmt: skip
    volume = read_volume(series_in(tmp_path), read)
    frame = through(reformatted_series(volume, Plane.CORONAL), 1, 0.0)
    assert volume.lowest == 0.0
    assert frame.padding_mask is not None
    assert frame.padding_mask.any()
    assert not frame.padding_mask.all()
    assert float(frame.values.min()) == 0.0


def test_nothing_is_kept_in_memory_by_what_names_an_image(tmp_path: Path) -> None:
    write_stack(tmp_path, [5.0 * k for k in range(4)])
    volume = read_volume(series_in(tmp_path), read)
    source = reformatted_series(volume, Plane.CORONAL).frames[0].source
    del volume
    assert isinstance(source, ReformattedRef)
    with pytest.raises(NotAVolumeError, match="not in memory any more"):
        source.read()


def test_progress_is_told_and_a_cancel_is_obeyed(head: Volume) -> None:
    told: list[tuple[int, int]] = []
    read_volume(head.series, read, lambda done, total: told.append((done, total)))
    assert told == [(k + 1, 21) for k in range(21)]
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        read_volume(head.series, read, token=token)


def test_colour_is_refused(tmp_path: Path) -> None:
    pixels = np.zeros((16, 16, 3), np.uint8)
    write_series(tmp_path, [0.0, 5.0, 10.0], pixels=pixels)
    with pytest.raises(NotAVolumeError, match="it is in colour"):
        read_volume(series_in(tmp_path), read)


def test_a_file_of_another_size_than_its_header_said_is_refused(tmp_path: Path) -> None:
    paths = write_stack(tmp_path, [5.0 * k for k in range(4)])
    series = series_in(tmp_path)
    write_dicom(paths[2], np.zeros((8, 8), np.int16))
    with pytest.raises(NotAVolumeError, match="another size"):
        read_volume(series, read)


def test_the_model_is_not_asked_about_a_reformatted_image(head: Volume) -> None:
    frames = tuple(f.source for f in reformatted_series(head, Plane.AXIAL).frames[:2])

    def never() -> None:
        raise AssertionError("the model was opened")

    events = list(analyze(AnalysisRequest(1, frames), never, CancelToken()))  # type: ignore[arg-type]
    (end,) = events
    assert isinstance(end, AnalysisFinished)
    assert end.outcome is Outcome.FAILED
    assert end.error is not None
    assert "reformatted" in end.error.sentence()
