"""The catalogue of a large folder is handed over as it grows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dicom_factory import write_ct_series, write_mr_series
from tumorview.cancel import CancelToken
from tumorview.domain.study import SeriesNotice
from tumorview.errors import Cancelled
from tumorview.imaging import catalog
from tumorview.imaging.catalog import read_catalog, read_catalog_in_parts


@pytest.fixture(autouse=True)
def few_files_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalog, "FEW_FILES", 4)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_ct_series(tmp_path / "ct", 40)
    return tmp_path / "ct"


def test_the_first_part_is_the_middle_image_and_the_last_one_is_whole(folder: Path) -> None:
    parts = list(read_catalog_in_parts([folder]))
    first, last = parts[0], parts[-1]
    assert [f.source.path.name for f in first.studies[0].series[0].frames] == ["slice020.dcm"]
    assert [part.is_complete for part in parts] == [False] * (len(parts) - 1) + [True]
    assert last == read_catalog(folder)


def test_loose_files_beside_the_folders_of_the_series_are_not_what_is_seen_first(
    tmp_path: Path,
) -> None:
    write_ct_series(tmp_path / "series", 40)
    for number in range(3):
        write_mr_series(tmp_path / f"loose{number}", 1)[0].rename(tmp_path / f"{number}.dcm")
    first = next(iter(read_catalog_in_parts([tmp_path])))
    assert first.first_look is not None
    assert first.first_look.path.parent == tmp_path / "series"
    assert [one.modality for study in first.studies for one in study.series] == ["CT"]


def test_parts_grow_and_there_are_few_of_them(folder: Path) -> None:
    sizes = [part.frame_count for part in read_catalog_in_parts([folder])]
    assert sizes == sorted(set(sizes))
    assert 3 <= len(sizes) <= 8


def test_every_part_is_in_order_of_position_and_says_that_it_is_not_whole(folder: Path) -> None:
    for part in read_catalog_in_parts([folder]):
        series = part.studies[0].series[0]
        places = [f.geometry.position_mm[2] for f in series.frames if f.geometry.position_mm]
        assert places == sorted(places)
        assert (SeriesNotice.UNREAD in series.notices) is not part.is_complete


def test_a_file_that_was_asked_for_comes_first(folder: Path) -> None:
    wanted = folder / "slice033.dcm"
    first = next(iter(read_catalog_in_parts([folder], first=wanted)))
    assert first.studies[0].series[0].frames[0].source.path == wanted


def test_an_unreadable_middle_is_no_reason_to_wait(folder: Path) -> None:
    (folder / "slice020.dcm").write_text("no image")
    first = next(iter(read_catalog_in_parts([folder])))
    assert (first.frame_count, len(first.failures)) == (1, 1)


def test_of_few_files_nothing_is_said_before_they_are_read(tmp_path: Path) -> None:
    write_ct_series(tmp_path, 3)
    whole = list(read_catalog_in_parts([tmp_path]))[-1]
    assert whole.is_complete
    assert whole.frame_count == 3


def test_reading_stops_between_parts(folder: Path) -> None:
    token = CancelToken()
    parts = read_catalog_in_parts([folder], token=token)
    next(parts)
    token.cancel()
    with pytest.raises(Cancelled):
        list(parts)
