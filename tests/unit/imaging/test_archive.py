"""A ZIP archive is listed like a folder, and nothing of it stays."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import imagecodecs
import numpy as np
import pytest

from tests.dicom_factory import make_dataset, write_ct_series
from tests.zip_factory import with_wrong_checksum, zip_of
from tumorview.cancel import CancelToken
from tumorview.errors import Cancelled
from tumorview.imaging.archive import Unpacker
from tumorview.imaging.catalog import read_catalog
from tumorview.imaging.errors import NoRoomError
from tumorview.imaging.image_file import open_image, read_frame
from tumorview.imaging.limits import Limits, limits, use_limits
from tumorview.imaging.private_folder import PREFIX, PrivateFolder, remove_abandoned

PATIENT = "Doe^Jane"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's temporary folder, for this test alone."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Ten CT slices in a folder named after a patient, and a letter."""
    write_ct_series(tmp_path / "ct", 10)
    members = {
        f"{PATIENT}/ct/img{k}.dcm": (tmp_path / "ct" / f"slice{k:03d}.dcm").read_bytes()
        for k in (9, 1, 0, 3, 2, 4, 5, 6, 8, 7)
    }
    members[f"{PATIENT}/letter.txt"] = b"Dear colleague"
    members["__MACOSX/._img1.dcm"] = b"litter"
    path = tmp_path / "study.zip"
    path.write_bytes(zip_of(members))
    return path


def names_below(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*")]


def test_an_archive_is_listed_like_a_folder(archive: Path, temporary: Path) -> None:
    unpacker = Unpacker()
    catalog = read_catalog(archive, unpacker=unpacker)
    ((series,),) = [study.series for study in catalog.studies]
    assert len(series.frames) == 10
    read = [int(np.asarray(read_frame(f.source).stored_values)[0, 0]) for f in series.frames]
    assert read == list(range(1, 11))
    (failure,) = catalog.failures
    assert failure.path == archive / PATIENT / "letter.txt"
    assert failure.error.sentence().startswith("letter.txt: ")
    assert str(failure.error) == failure.error.sentence()
    unpacker.close()
    assert list(temporary.iterdir()) == []


def test_the_temporary_folder_is_private_and_holds_no_names(archive: Path, temporary: Path) -> None:
    unpacker = Unpacker()
    read_catalog(archive, unpacker=unpacker)
    (place,) = temporary.iterdir()
    if os.name != "nt":
        assert stat.S_IMODE(place.stat().st_mode) == 0o700
    names = names_below(temporary)
    assert len([name for name in names if name.startswith("member")]) == 10
    assert not any("Doe" in name or "img" in name or "letter" in name for name in names)
    unpacker.close()


def test_pictures_in_an_archive_keep_their_order_and_the_names_of_their_folders(
    tmp_path: Path, temporary: Path
) -> None:
    picture = bytes(imagecodecs.png_encode(np.zeros((4, 4), np.uint8)))
    path = tmp_path / "pictures.zip"
    path.write_bytes(zip_of({f"scan/img{k}.png": picture for k in (10, 9, 1)}))
    unpacker = Unpacker()
    ((series,),) = [study.series for study in read_catalog(path, unpacker=unpacker).studies]
    assert series.description == "scan"
    assert [f.source.path.name for f in series.frames] == ["member1", "member2", "member3"]
    unpacker.close()


def test_what_is_wrong_with_one_member_costs_that_member_alone(
    tmp_path: Path, temporary: Path
) -> None:
    (one,) = write_ct_series(tmp_path / "ct", 1)
    path = tmp_path / "study.zip"
    packed = zip_of({"bad.dcm": b"x" * 500, "inner.zip": zip_of({}), "good.dcm": one.read_bytes()})
    path.write_bytes(with_wrong_checksum(packed))
    unpacker = Unpacker()
    catalog = read_catalog(path, unpacker=unpacker)
    assert catalog.frame_count == 1
    assert [(f.path.name, f.error.code) for f in catalog.failures] == [
        ("bad.dcm", "archive_damaged"),
        ("inner.zip", "archive_file"),
    ]
    assert len([name for name in names_below(temporary) if name.startswith("member")]) == 1
    unpacker.close()


def test_two_archives_and_a_folder_open_together(
    archive: Path, tmp_path: Path, temporary: Path
) -> None:
    other = tmp_path / "other.zip"
    write_ct_series(tmp_path / "more", 2, StudyDate="20200101")
    other.write_bytes(zip_of({"a": (tmp_path / "more" / "slice000.dcm").read_bytes()}))
    unpacker = Unpacker()
    catalog = read_catalog([archive, other, tmp_path / "more"], unpacker=unpacker)
    assert catalog.frame_count == 10 + 1 + 2
    unpacker.close()


def test_without_an_unpacker_and_in_a_folder_an_archive_is_not_opened(
    archive: Path, temporary: Path
) -> None:
    for paths, unpacker in ((archive, None), (archive.parent, Unpacker())):
        codes = {f.error.code for f in read_catalog(paths, unpacker=unpacker).failures}
        assert "archive_file" in codes
    assert list(temporary.iterdir()) == []


def test_a_dicom_file_whose_preamble_looks_like_an_archive_is_a_dicom_file(
    tmp_path: Path,
) -> None:
    (path,) = write_ct_series(tmp_path, 1)
    content = bytearray(path.read_bytes())
    content[:4] = b"PK\x03\x04"
    path.write_bytes(content)
    assert open_image(path).header.modality == "CT"


def test_limits_on_archives_can_be_raised(archive: Path, temporary: Path) -> None:
    before = limits()
    use_limits(Limits(archive_members=5))
    try:
        (failure,) = read_catalog(archive, unpacker=Unpacker()).failures
        assert failure.error.code == "too_large"
        use_limits(Limits(archive_members=5).times(4))
        unpacker = Unpacker()
        assert read_catalog(archive, unpacker=unpacker).frame_count == 10
        unpacker.close()
    finally:
        use_limits(before)


def test_an_archive_that_does_not_fit_is_refused_before_it_is_unpacked(
    archive: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tumorview.imaging.archive.shutil.disk_usage", lambda _path: _Full())
    unpacker = Unpacker()
    with pytest.raises(NoRoomError):
        unpacker.open(archive)
    assert not any(name.startswith("member") for name in names_below(temporary))
    unpacker.close()


class _Full:
    free = 0


def test_unpacking_stops_when_asked(archive: Path, temporary: Path) -> None:
    unpacker = Unpacker()
    token = CancelToken()
    with pytest.raises(Cancelled):
        read_catalog(
            archive, on_progress=lambda _d, _t: token.cancel(), token=token, unpacker=unpacker
        )
    unpacker.close()
    assert list(temporary.iterdir()) == []


def test_the_end_of_the_program_removes_what_was_not_closed(
    archive: Path, temporary: Path, checkout: Path
) -> None:
    program = (
        "import sys, pathlib\n"
        "from tumorview.imaging.archive import Unpacker\n"
        "from tumorview.imaging.catalog import read_catalog\n"
        "kept = Unpacker()\n"
        "print(read_catalog(pathlib.Path(sys.argv[1]), unpacker=kept).frame_count)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(archive)],
        env={**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary)},
        cwd=checkout, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "10"
    assert list(temporary.iterdir()) == []


def test_folders_of_programs_that_were_killed_are_removed_and_those_in_use_are_not(
    temporary: Path,
) -> None:
    used = PrivateFolder()
    abandoned = temporary / f"{PREFIX}abandoned"
    abandoned.mkdir()
    (abandoned / "in-use").touch()
    (abandoned / "member1").write_text("left behind")
    being_made = temporary / f"{PREFIX}new"
    being_made.mkdir()
    foreign = temporary / "somebody-elses"
    foreign.mkdir()
    assert remove_abandoned() == 1
    assert sorted(p.name for p in temporary.iterdir()) == sorted(
        (used.path.name, being_made.name, foreign.name)
    )
    used.close()
    assert not used.path.exists()


def test_a_dicomdir_opens_the_images_beside_it(tmp_path: Path) -> None:
    write_ct_series(tmp_path / "IMAGES", 3)
    ds = make_dataset(np.zeros((4, 4), np.uint8), SOPClassUID="1.2.840.10008.1.3.10")
    del ds.PixelData
    for name in ("DICOMDIR", "renamed"):
        ds.save_as(tmp_path / name, enforce_file_format=True)
        catalog = read_catalog(tmp_path / name)
        assert (catalog.frame_count, catalog.failures) == (3, ())
