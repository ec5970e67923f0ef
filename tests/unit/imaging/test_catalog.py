"""Folders become studies and series in reading order."""

from __future__ import annotations

import math
import os
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from pydicom.uid import generate_uid

from tests.dicom_factory import (
    CORONAL,
    SAGITTAL,
    make_dataset,
    make_enhanced,
    save,
    write_ct_series,
    write_dicom,
    write_mr_series,
    write_series,
)
from tumorview.cancel import CancelToken
from tumorview.domain.study import Series, SeriesNotice, SliceOrder
from tumorview.errors import Cancelled
from tumorview.imaging.catalog import (
    list_files,
    read_catalog,
    read_catalog_in_parts,
    walk_files,
)
from tumorview.imaging.errors import UnreadableFileError
from tumorview.imaging.image_file import read_frame
from tumorview.imaging.natural import natural_key


def only_series(folder: Path) -> Series:
    catalog = read_catalog(folder)
    assert catalog.failures == ()
    (study,) = catalog.studies
    (series,) = study.series
    return series


def places(series: Series, axis: int = 2) -> list[float]:
    return [
        frame.geometry.position_mm[axis] for frame in series.frames if frame.geometry.position_mm
    ]


def test_slices_are_ordered_by_position_and_never_by_name(tmp_path: Path) -> None:
    positions = [0.0, 5.0, 10.0, 15.0, 20.0]
    write_series(tmp_path, positions, names=["e", "b.dcm", "z.png", "a.txt", "c"])
    series = only_series(tmp_path)
    assert places(series) == positions
    assert series.order is SliceOrder.POSITION
    assert series.notices == ()
    read = [int(np.asarray(read_frame(f.source).stored_values)[0, 0]) for f in series.frames]
    assert read == [1, 2, 3, 4, 5]


def test_slices_are_ordered_by_position_and_not_by_instance_number(tmp_path: Path) -> None:
    write_series(tmp_path, [20.0, 0.0, 10.0])
    assert places(only_series(tmp_path)) == [0.0, 10.0, 20.0]


def test_axial_slices_run_from_feet_to_head_even_when_the_normal_points_down(
    tmp_path: Path,
) -> None:
    write_series(tmp_path, [0.0, 5.0, 10.0], orientation=(1.0, 0.0, 0.0, 0.0, -1.0, 0.0))
    assert places(only_series(tmp_path)) == [-10.0, -5.0, 0.0]


def test_sagittal_slices_run_from_right_to_left(tmp_path: Path) -> None:
    write_series(tmp_path, [0.0, 5.0, 10.0], orientation=SAGITTAL)
    run = places(only_series(tmp_path), axis=0)
    assert run == sorted(run)


def test_oblique_slices_are_ordered_along_their_normal(tmp_path: Path) -> None:
    angle = math.radians(30)
    oblique = (1.0, 0.0, 0.0, 0.0, math.cos(angle), math.sin(angle))
    write_series(tmp_path, [8.0, 0.0, 12.0, 4.0], orientation=oblique)
    series = only_series(tmp_path)
    assert [frame.instance_number for frame in series.frames] == [2, 4, 1, 3]
    assert series.notices == ()


def test_a_missing_slice_is_said(tmp_path: Path) -> None:
    write_series(tmp_path, [0.0, 5.0, 10.0, 20.0, 25.0])
    assert only_series(tmp_path).notices == (SeriesNotice.GAP,)


def test_thin_slices_below_and_thick_ones_above_are_uneven_but_have_no_gap(
    tmp_path: Path,
) -> None:
    write_series(tmp_path, [0.0, 2.5, 5.0, 7.5, 12.5, 17.5, 22.5])
    assert only_series(tmp_path).notices == (SeriesNotice.UNEVEN_SPACING,)


def test_rounded_positions_are_not_uneven(tmp_path: Path) -> None:
    write_series(tmp_path, [0.0, 4.9, 10.0, 15.1, 20.0])
    assert only_series(tmp_path).notices == ()


def test_two_images_at_one_position_are_said_and_both_kept(tmp_path: Path) -> None:
    write_series(tmp_path, [0.0, 5.0, 5.0, 10.0])
    series = only_series(tmp_path)
    assert series.notices == (SeriesNotice.DUPLICATE_POSITION,)
    assert [frame.instance_number for frame in series.frames] == [1, 2, 3, 4]


def test_several_orientations_in_a_series_are_kept_in_stacks_and_said(tmp_path: Path) -> None:
    uid = generate_uid()
    study = generate_uid()
    write_series(tmp_path / "a", [0.0, 5.0, 10.0], SeriesInstanceUID=uid, StudyInstanceUID=study)
    write_series(
        tmp_path / "b", [5.0, 0.0], orientation=CORONAL, SeriesInstanceUID=uid,
        StudyInstanceUID=study,
    )  # fmt: skip
    series = only_series(tmp_path)
    assert series.notices == (SeriesNotice.MIXED_ORIENTATION,)
    assert [f.geometry.orientation == CORONAL for f in series.frames] == [False] * 3 + [True] * 2
    assert places(series)[:3] == [0.0, 5.0, 10.0]


def test_several_sizes_in_a_series_are_said(tmp_path: Path) -> None:
    paths = write_mr_series(tmp_path, 2)
    source = read_catalog(paths).studies[0].series[0].frames[0].source
    write_series(
        tmp_path / "more", [10.0], pixels=np.zeros((8, 8), np.int16),
        SeriesInstanceUID=source.series_instance_uid, StudyInstanceUID=source.study_instance_uid,
    )  # fmt: skip
    assert only_series(tmp_path).notices == (SeriesNotice.MIXED_SIZE,)


def test_a_ct_whose_slices_are_sheared_has_a_gantry_tilt(tmp_path: Path) -> None:
    angle = math.radians(15)
    tilted = [1.0, 0.0, 0.0, 0.0, math.cos(angle), math.sin(angle)]
    uid, study = generate_uid(), generate_uid()
    for k in range(4):
        write_ct_series(
            tmp_path / str(k), 1, ImageOrientationPatient=tilted, SeriesInstanceUID=uid,
            StudyInstanceUID=study, ImagePositionPatient=[0.0, 0.0, 5.0 * k], InstanceNumber=k,
        )  # fmt: skip
    series = only_series(tmp_path)
    assert series.notices == (SeriesNotice.GANTRY_TILT,)
    assert places(series) == [0.0, 5.0, 10.0, 15.0]


def test_a_file_copied_twice_is_said(tmp_path: Path) -> None:
    (path,) = write_mr_series(tmp_path, 1)
    (tmp_path / "copy.dcm").write_bytes(path.read_bytes())
    series = only_series(tmp_path)
    assert SeriesNotice.DUPLICATE_UID in series.notices
    assert len(series.frames) == 2


def test_without_positions_the_instance_number_decides(tmp_path: Path) -> None:
    uid, study = generate_uid(), generate_uid()
    for name, number in (("a", 10), ("b", 9), ("c", None), ("d", 1)):
        write_dicom(
            tmp_path / name, np.zeros((4, 4), np.int16), InstanceNumber=number,
            SeriesInstanceUID=uid, StudyInstanceUID=study,
        )  # fmt: skip
    series = only_series(tmp_path)
    assert [frame.instance_number for frame in series.frames] == [1, 9, 10, None]
    assert series.order is SliceOrder.INSTANCE_NUMBER
    assert series.notices == (SeriesNotice.NO_ORIENTATION,)


def test_frames_of_an_enhanced_file_are_ordered_by_position(tmp_path: Path) -> None:
    ds = make_enhanced(np.zeros((3, 4, 5), np.uint16), [9.0, 0.0, 4.5])
    save(ds, tmp_path / "a.dcm")
    series = only_series(tmp_path)
    assert [frame.source.frame_number for frame in series.frames] == [2, 3, 1]
    assert series.order is SliceOrder.POSITION


def test_studies_and_series_are_told_apart(tmp_path: Path) -> None:
    study = generate_uid()
    write_ct_series(tmp_path / "x", 2, SeriesNumber=4, StudyInstanceUID=study, StudyDate="20210101")
    write_mr_series(tmp_path / "y", 3, SeriesNumber=1, StudyInstanceUID=study, StudyDate="20210101")
    write_mr_series(tmp_path / "z", 1, StudyDate="20200101", StudyDescription="earlier")
    catalog = read_catalog(tmp_path)
    assert [study.description for study in catalog.studies] == ["earlier", ""]
    assert [series.number for series in catalog.studies[1].series] == [1, 4]
    assert [series.modality for series in catalog.studies[1].series] == ["MR", "CT"]
    assert catalog.frame_count == 6


def test_pictures_make_one_series_a_folder_in_natural_order(tmp_path: Path) -> None:
    for name in ("img10.png", "img9.png", "IMG1.png"):
        (tmp_path / name).write_bytes(imagecodecs.png_encode(np.zeros((4, 4), np.uint8)))
    series = only_series(tmp_path)
    assert [f.source.path.name for f in series.frames] == ["IMG1.png", "img9.png", "img10.png"]
    assert series.order is SliceOrder.FILE_NAME
    assert series.description == tmp_path.name
    assert series.notices == (SeriesNotice.NO_ORIENTATION,)


def test_a_file_that_cannot_be_read_is_kept_with_its_reason(tmp_path: Path) -> None:
    write_mr_series(tmp_path, 2)
    (tmp_path / "notes.txt").write_text("hello " * 100)
    (tmp_path / "empty").touch()
    catalog = read_catalog(tmp_path)
    assert catalog.frame_count == 2
    assert [(f.path.name, f.error.code) for f in catalog.failures] == [
        ("empty", "empty_file"),
        ("notes.txt", "not_an_image"),
    ]


def test_a_name_longer_than_the_system_takes_is_refused_and_not_a_fault(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        list(read_catalog_in_parts([tmp_path / f"{'a' * 300}.dcm"]))


def test_an_index_file_is_neither_listed_nor_a_failure(tmp_path: Path) -> None:
    write_mr_series(tmp_path, 1)
    ds = make_dataset(np.zeros((4, 4), np.uint8), SOPClassUID="1.2.840.10008.1.3.10")
    del ds.PixelData
    ds.save_as(tmp_path / "DICOMDIR", enforce_file_format=True)
    ds.save_as(tmp_path / "renamed", enforce_file_format=True)
    assert [path.name for path in list_files(tmp_path)] == ["renamed", "slice000.dcm"]
    catalog = read_catalog(tmp_path)
    assert (catalog.frame_count, catalog.failures) == (1, ())


def test_an_index_file_that_was_asked_for_says_what_to_open(tmp_path: Path) -> None:
    ds = make_dataset(np.zeros((4, 4), np.uint8), SOPClassUID="1.2.840.10008.1.3.10")
    del ds.PixelData
    ds.save_as(tmp_path / "DICOMDIR", enforce_file_format=True)
    (failure,) = read_catalog(tmp_path / "DICOMDIR").failures
    assert failure.error.code == "index_file"


def test_an_image_called_dicomdir_is_still_read(tmp_path: Path) -> None:
    write_dicom(tmp_path / "DICOMDIR", np.zeros((4, 4), np.int16))
    assert read_catalog(tmp_path).frame_count == 1


def test_what_operating_systems_leave_in_folders_is_not_listed(tmp_path: Path) -> None:
    (tmp_path / "__MACOSX").mkdir()
    for name in (".DS_Store", "Thumbs.db", "._slice1.dcm", "__MACOSX/x.dcm", "real.dcm"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in list_files(tmp_path)] == ["real.dcm"]


def test_files_are_listed_in_natural_order_below_all_folders(tmp_path: Path) -> None:
    for name in ("s10/a.dcm", "s9/b.dcm", "s9/a.dcm"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    listed = [path.relative_to(tmp_path).as_posix() for path in list_files(tmp_path)]
    assert listed == ["s9/a.dcm", "s9/b.dcm", "s10/a.dcm"]


def test_a_single_file_is_its_own_list(tmp_path: Path) -> None:
    (path,) = write_mr_series(tmp_path, 1)
    assert list_files(path) == [path]


def test_a_folder_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        list_files(tmp_path / "gone")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write_mr_series(tmp_path / "real", 1)
    (tmp_path / "real" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "again").symlink_to(tmp_path / "real", target_is_directory=True)
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    catalog = read_catalog(tmp_path)
    assert catalog.frame_count == 1
    assert [f.error.code for f in catalog.failures] == ["unreadable_file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_the_folder_is_a_failure_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    catalog = read_catalog(tmp_path)
    assert [f.error.code for f in catalog.failures] == ["not_an_image"]


def test_several_paths_are_read_together_and_each_file_once(tmp_path: Path) -> None:
    first = write_mr_series(tmp_path / "a", 2)
    write_mr_series(tmp_path / "b", 1)
    assert read_catalog([first[0], tmp_path / "a", tmp_path / "b"]).frame_count == 3


def test_progress_counts_every_file(tmp_path: Path) -> None:
    write_mr_series(tmp_path, 3)
    (tmp_path / "bad").write_text("bad")
    seen: list[tuple[int, int]] = []
    read_catalog(tmp_path, on_progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_reading_stops_when_asked(tmp_path: Path) -> None:
    write_mr_series(tmp_path, 3)
    token = CancelToken()
    with pytest.raises(Cancelled):
        read_catalog(tmp_path, on_progress=lambda _done, _total: token.cancel(), token=token)


def test_natural_order_compares_numbers_by_value() -> None:
    assert sorted(["a10", "a2", "A1", "b"], key=natural_key) == ["A1", "a2", "a10", "b"]


def test_pictures_beside_dicom_files_make_a_study_of_their_own(tmp_path: Path) -> None:
    write_dicom(
        tmp_path / "a.dcm", np.zeros((4, 4), np.int16), StudyInstanceUID=None,
        SeriesInstanceUID=None,
    )  # fmt: skip
    (tmp_path / "b.png").write_bytes(imagecodecs.png_encode(np.zeros((4, 4), np.uint8)))
    catalog = read_catalog(tmp_path)
    assert [study.series[0].order for study in catalog.studies] == [
        SliceOrder.INSTANCE_NUMBER,
        SliceOrder.FILE_NAME,
    ]


def test_a_walk_reads_a_folder_only_when_it_comes_to_it(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1").touch()
    walk = walk_files(tmp_path)
    assert next(walk) == tmp_path / "a" / "1"
    (tmp_path / "b" / "2").touch()
    assert list(walk) == [tmp_path / "b" / "1", tmp_path / "b" / "2"]
