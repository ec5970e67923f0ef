from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.dicom_factory import write_dicom
from tumorview.attendants import Attendants
from tumorview.cancel import CancelToken
from tumorview.domain.source import SourceRef
from tumorview.errors import Cancelled
from tumorview.imaging import catalog
from tumorview.imaging.catalog import read_catalog
from tumorview.imaging.errors import FileChangedError, UnreadableFileError
from tumorview.imaging.image_file import open_image, read_frame

PIXELS = np.arange(64, dtype=np.uint16).reshape(8, 8)


def test_a_file_that_is_written_to_while_it_is_read_is_told(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS)
    image = open_image(path)
    with path.open("ab") as stream:
        stream.write(b"more")
    with pytest.raises(FileChangedError, match="changed while it was read"):
        image.read_frame()


def test_a_file_that_is_replaced_by_one_of_the_same_size_and_time_is_told(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS)
    before = path.stat()
    image = open_image(path)
    other = write_dicom(tmp_path / "b.dcm", PIXELS[::-1])
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)
    assert path.stat().st_size == before.st_size
    with pytest.raises(FileChangedError):
        image.read_frame()


def test_that_it_changed_is_said_in_place_of_what_came_of_it(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS)
    image = open_image(path)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(FileChangedError):
        image.read_frame()


def test_a_file_that_goes_after_it_was_opened_cannot_be_read(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS)
    image = open_image(path)
    path.unlink()
    with pytest.raises(UnreadableFileError):
        image.read_frame()


def test_a_file_that_has_changed_is_read_anew_when_it_is_opened_again(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", np.stack([PIXELS, PIXELS]), NumberOfFrames=2)
    assert read_frame(SourceRef(path, frame_number=2)).stored_values[0, 1] == 1
    write_dicom(path, np.stack([PIXELS + 7, PIXELS + 7]), NumberOfFrames=2)
    assert read_frame(SourceRef(path, frame_number=2)).stored_values[0, 1] == 8


@pytest.fixture
def stalling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A folder one of whose files never answers until the test ends."""
    gate = threading.Event()
    for name in ("a", "b", "c"):
        write_dicom(tmp_path / f"{name}.dcm", PIXELS)
    whole = catalog.read_header

    def read(path: Path) -> object:
        if path.name == "b.dcm":
            gate.wait()
        return whole(path)

    monkeypatch.setattr(catalog, "read_header", read)
    yield tmp_path
    gate.set()


def test_a_drive_that_does_not_answer_costs_its_own_file(
    stalling: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    patient = Attendants.call

    def call(self: Any, work: Any, **options: Any) -> Any:
        return patient(self, work, **{"patience": 0.3, **options})

    monkeypatch.setattr(Attendants, "call", call)
    found = read_catalog(stalling)
    assert [(f.path.name, f.error.code) for f in found.failures] == [("b.dcm", "read_stalled")]
    assert sum(len(s.frames) for study in found.studies for s in study.series) == 2


def test_opening_can_be_cancelled_while_a_drive_does_not_answer(stalling: Path) -> None:
    token = CancelToken()
    threading.Timer(0.3, token.cancel).start()
    with pytest.raises(Cancelled):
        read_catalog(stalling, token=token)
