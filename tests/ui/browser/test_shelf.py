"""Which studies lie open: opening adds, parts grow in place, closing takes away."""

from __future__ import annotations

from pathlib import Path

from tumorview.domain.frames import ImageGeometry
from tumorview.domain.source import SourceRef
from tumorview.domain.study import (
    FrameInfo,
    PatientInfo,
    ReadFailure,
    Series,
    SliceOrder,
    Study,
    StudyCatalog,
)
from tumorview.imaging.errors import EmptyFileError
from tumorview.ui.browser.shelf import Shelf


def frame(study: str, number: int, folder: str = "a") -> FrameInfo:
    source = SourceRef(Path(folder) / f"{number}.dcm", study, f"{study}.1", f"{study}.1.{number}")
    geometry = ImageGeometry(
        position_mm=(0.0, 0.0, 5.0 * number), orientation=(1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
    )
    return FrameInfo(source, 4, 4, geometry, number)


def study(uid: str, numbers: range, folder: str = "a", description: str = "Head") -> Study:
    frames = tuple(frame(uid, number, folder) for number in numbers)
    series = Series(f"{uid}.1", "MR", "T1", 1, frames, SliceOrder.POSITION)
    return Study(uid, description, "20210101", PatientInfo("Doe^Jane", "ID-77"), (series,))


def catalog(*studies: Study, whole: bool = True, failures: int = 0) -> StudyCatalog:
    failed = ReadFailure(Path("x"), EmptyFileError("the file is empty", path=Path("x")))
    return StudyCatalog(studies, (failed,) * failures, whole)


def uids(shelf: Shelf) -> list[str | None]:
    return [one.study.study_instance_uid for one in shelf.studies]


def test_what_is_opened_comes_beside_what_lies_open() -> None:
    shelf = Shelf()
    shelf.put(1, catalog(study("1", range(3))))
    shelf.put(2, catalog(study("2", range(2)), study("3", range(2))))
    assert uids(shelf) == ["1", "2", "3"]
    assert shelf.catalog.frame_count == 7


def test_a_study_that_grows_stays_the_same_entry() -> None:
    shelf = Shelf()
    shelf.put(1, catalog(study("1", range(4, 5)), whole=False))
    (before,) = shelf.studies
    shelf.put(1, catalog(study("0", range(2)), study("1", range(8)), whole=True))
    assert uids(shelf) == ["0", "1"]
    assert shelf.studies[1].number == before.number
    place = shelf.find(frame("1", 4).source)
    assert place is not None
    assert place.index == 4
    assert place.series is shelf.studies[1].study.series[0]


def test_what_did_not_change_is_the_same_object() -> None:
    shelf = Shelf()
    shelf.put(1, catalog(study("1", range(3))))
    (before,) = shelf.studies
    shelf.put(2, catalog(study("2", range(3))))
    shelf.put(1, catalog(study("1", range(3))))
    assert shelf.studies[0].study is before.study


def test_more_files_of_a_study_join_it() -> None:
    shelf = Shelf()
    shelf.put(1, catalog(study("1", range(3))))
    shelf.put(2, catalog(study("1", range(3, 6))))
    (one,) = shelf.studies
    assert [f.instance_number for f in one.study.series[0].frames] == [0, 1, 2, 3, 4, 5]


def test_a_copy_of_a_study_is_an_entry_of_its_own() -> None:
    shelf = Shelf()
    shelf.put(1, catalog(study("1", range(3))))
    shelf.put(2, catalog(study("1", range(3), folder="copy")))
    assert uids(shelf) == ["1", "1"]
    assert shelf.studies[0].number != shelf.studies[1].number


def test_closing_takes_the_study_alone_and_the_opening_with_its_last_one() -> None:
    shelf = Shelf()
    shelf.put(7, catalog(study("1", range(3)), study("2", range(3)), failures=2))
    shelf.finish(7)
    first, second = shelf.studies
    assert shelf.close(first.number) == ()
    assert uids(shelf) == ["2"]
    assert len(shelf.failures) == 2
    assert shelf.close(second.number) == (7,)
    assert not shelf.studies
    assert not shelf.failures


def test_a_study_that_is_closed_while_it_is_read_stays_closed() -> None:
    shelf = Shelf()
    shelf.put(1, catalog(study("1", range(1)), whole=False))
    assert shelf.close(shelf.studies[0].number) == ()
    shelf.put(1, catalog(study("1", range(9))))
    assert shelf.studies == ()
    shelf.finish(1)
    assert shelf.sweep() == (1,)


def test_a_joined_study_is_closed_in_every_opening() -> None:
    shelf = Shelf()
    shelf.put(1, catalog(study("1", range(3))))
    shelf.put(2, catalog(study("1", range(3, 6))))
    for opening in (1, 2):
        shelf.finish(opening)
    assert shelf.close(shelf.studies[0].number) == (1, 2)
    assert shelf.studies == ()
