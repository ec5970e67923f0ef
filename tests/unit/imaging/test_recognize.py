"""What a file is, told from its content."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import numpy as np
import pytest

from tests.dicom_factory import make_dataset, write_dicom
from tumorview.imaging.errors import (
    EmptyFileError,
    ImagingError,
    IndexFileError,
    MissingPixelDataError,
    NotAnImageError,
    TruncatedFileError,
    UnreadableFileError,
)
from tumorview.imaging.image_file import open_image
from tumorview.imaging.recognize import FileKind, recognize

PIXELS = np.arange(64, dtype=np.uint16).reshape(8, 8)


def test_a_dicom_file_called_png_is_recognised_as_dicom(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "photo.png", PIXELS)
    assert recognize(path) is FileKind.DICOM


def test_a_png_called_dcm_is_recognised_as_png(tmp_path: Path) -> None:
    path = tmp_path / "slice.dcm"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 20)
    assert recognize(path) is FileKind.PNG


def test_a_text_file_is_refused_with_its_name_and_a_way_out(tmp_path: Path) -> None:
    path = tmp_path / "notes.dcm"
    path.write_text("Patient seen on Monday; images to follow.\n" * 20)
    with pytest.raises(NotAnImageError) as caught:
        open_image(path)
    assert caught.value.code == "not_an_image"
    assert caught.value.path == path
    assert "notes.dcm" in str(caught.value)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.dcm"
    path.touch()
    with pytest.raises(EmptyFileError) as caught:
        open_image(path)
    assert caught.value.code == "empty_file"


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        open_image(tmp_path / "gone.dcm")


def test_a_name_with_a_null_byte_is_unreadable() -> None:
    with pytest.raises(UnreadableFileError):
        open_image(Path("slice\0.dcm"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS)
    path.chmod(0)
    with pytest.raises(UnreadableFileError):
        open_image(path)


def test_a_folder_is_not_an_image(tmp_path: Path) -> None:
    with pytest.raises(NotAnImageError, match="folder"):
        open_image(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "pipe.dcm"
    os.mkfifo(path)
    with pytest.raises(NotAnImageError, match="named pipe"):
        open_image(path)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets in folders here")
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path may only be about 100 characters long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.dcm")
        with pytest.raises(NotAnImageError, match="socket"):
            open_image(tmp_path / "s.dcm")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_an_endless_device_is_refused() -> None:
    with pytest.raises(NotAnImageError, match="device"):
        open_image(Path("/dev/zero"))


def test_a_dicomdir_is_known_as_an_index(tmp_path: Path) -> None:
    path = tmp_path / "DIRFILE"
    ds = make_dataset(PIXELS, SOPClassUID="1.2.840.10008.1.3.10")
    del ds.PixelData
    ds.save_as(path, enforce_file_format=True)
    assert recognize(path) is FileKind.DICOM_INDEX
    with pytest.raises(IndexFileError):
        open_image(path)


def test_a_file_without_preamble_and_meta_is_read(tmp_path: Path) -> None:
    written = write_dicom(tmp_path / "whole.dcm", PIXELS)
    content = written.read_bytes()
    meta_length = int.from_bytes(content[140:144], "little")
    path = tmp_path / "bare"
    path.write_bytes(content[144 + meta_length :])
    assert recognize(path) is FileKind.DICOM
    np.testing.assert_array_equal(open_image(path).read_frame().stored_values, PIXELS)


def test_a_file_without_preamble_keeps_its_meta(tmp_path: Path) -> None:
    path = tmp_path / "no_preamble.dcm"
    path.write_bytes(write_dicom(tmp_path / "whole.dcm", PIXELS).read_bytes()[132:])
    np.testing.assert_array_equal(open_image(path).read_frame().stored_values, PIXELS)


def test_bytes_that_only_begin_like_dicom_are_not_an_image(tmp_path: Path) -> None:
    path = tmp_path / "chance"
    path.write_bytes(b"\x08\x00\x05\x00\x04\x00\x00\x00abcd" + b"xyz " * 100)
    with pytest.raises(NotAnImageError):
        open_image(path)


def test_a_report_has_no_pixels_and_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "report.dcm"
    ds = make_dataset(PIXELS, SOPClassUID="1.2.840.10008.5.1.4.1.1.88.33", Modality="SR")
    for keyword in ("PixelData", "Rows", "Columns", "BitsAllocated"):
        delattr(ds, keyword)
    ds.save_as(path, enforce_file_format=True)
    with pytest.raises(MissingPixelDataError, match="Comprehensive SR") as caught:
        open_image(path)
    assert caught.value.code == "no_pixel_data"


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.8, 0.99])
def test_a_truncated_dicom_file_is_refused_with_its_path(tmp_path: Path, kept: float) -> None:
    content = write_dicom(tmp_path / "whole.dcm", PIXELS).read_bytes()
    path = tmp_path / "cut.dcm"
    path.write_bytes(content[: int(len(content) * kept)])
    with pytest.raises(ImagingError) as caught:
        open_image(path).read_frame()
    assert caught.value.path == path
    assert caught.value.code in {"truncated_file", "no_pixel_data"}


def test_a_file_that_ends_in_its_pixels_is_called_truncated(tmp_path: Path) -> None:
    content = write_dicom(tmp_path / "whole.dcm", PIXELS).read_bytes()
    path = tmp_path / "cut.dcm"
    path.write_bytes(content[:-10])
    opened = open_image(path)
    with pytest.raises(TruncatedFileError, match="frame 1"):
        opened.read_frame()


def test_no_prefix_of_a_file_escapes_as_an_untyped_error(tmp_path: Path) -> None:
    content = write_dicom(tmp_path / "whole.dcm", PIXELS, WindowCenter=40).read_bytes()
    path = tmp_path / "cut.dcm"
    for length in range(1, len(content), 7):
        path.write_bytes(content[:length])
        with pytest.raises(ImagingError):
            open_image(path).read_frame()


def test_damaged_headers_never_escape_as_untyped_errors(tmp_path: Path) -> None:
    content = bytearray(write_dicom(tmp_path / "whole.dcm", PIXELS).read_bytes())
    random = np.random.default_rng(7)
    path = tmp_path / "damaged.dcm"
    outcomes = set()
    for _ in range(300):
        damaged = bytearray(content)
        for position in random.integers(132, len(content) - 128, 3):
            damaged[position] = random.integers(256)
        path.write_bytes(damaged)
        try:
            open_image(path).read_frame()
            outcomes.add("read")
        except ImagingError as error:
            outcomes.add(error.code)
    assert len(outcomes) > 2


def test_a_sequence_that_runs_past_the_end_is_called_truncated(tmp_path: Path) -> None:
    ds = make_dataset(PIXELS)
    item = make_dataset(PIXELS)
    del item.PixelData
    ds.ReferencedImageSequence = [item]
    ds["ReferencedImageSequence"].is_undefined_length = True
    item.is_undefined_length_sequence_item = True
    path = tmp_path / "cut.dcm"
    ds.save_as(path, enforce_file_format=True)
    content = path.read_bytes()
    path.write_bytes(content[: content.index(b"\xfe\xff\xdd\xe0")])
    with pytest.raises(TruncatedFileError):
        open_image(path)
