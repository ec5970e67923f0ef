"""Compressed frames in fragments and offset tables of every layout (PS3.5 A.4)."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import numpy.typing as npt
import pytest

from tests.dicom_factory import make_dataset, save_encapsulated
from tumorview.domain.reading import ReadingNotice
from tumorview.imaging.errors import ImagingError
from tumorview.imaging.image_file import open_image

RLE = "1.2.840.10008.1.2.5"
JPEG_LS = "1.2.840.10008.1.2.4.80"
JPEG_2000 = "1.2.840.10008.1.2.4.90"

FRAMES = np.random.default_rng(6).integers(0, 250, (3, 24, 30)).astype(np.uint8)


def run_length(pixels: npt.NDArray[np.uint8]) -> bytes:
    """Literal runs only (PS3.5 G.3.1)."""
    data = pixels.tobytes()
    runs = [data[at : at + 128] for at in range(0, len(data), 128)]
    packed = b"".join(bytes([len(run) - 1]) + run for run in runs)
    return struct.pack("<16L", 1, 64, *[0] * 14) + packed


ENCODERS: dict[str, Callable[[npt.NDArray[np.uint8]], bytes]] = {
    RLE: run_length,
    JPEG_LS: lambda a: bytes(imagecodecs.jpegls_encode(a)),
    JPEG_2000: lambda a: bytes(
        imagecodecs.jpeg2k_encode(a, codecformat="J2K", level=0, reversible=True)
    ),
}


def item(data: bytes) -> bytes:
    data += b"\0" * (len(data) % 2)
    return b"\xfe\xff\x00\xe0" + struct.pack("<L", len(data)) + data


def cut(stream: bytes, pieces: int) -> list[bytes]:
    """The stream in fragments of an even length."""
    size = -(-len(stream) // pieces // 2) * 2
    return [stream[at : at + size] for at in range(0, len(stream), size)]


def write(
    path: Path,
    streams: Sequence[bytes],
    syntax: str,
    *,
    table: str,
    pieces: int = 1,
    delimiter: bool = True,
    frames: npt.NDArray[np.uint8] = FRAMES,
) -> Path:
    """A file whose pixel data are put together by hand.

    `table` is "basic", "empty", "none" (no item for it at all) or "extended".
    """
    fragments = [cut(stream, pieces) for stream in streams]
    offsets, lengths, at = [], [], 0
    for parts in fragments:
        offsets.append(at)
        lengths.append(sum(len(part) for part in parts))
        at += sum(len(item(part)) for part in parts)
    body = b"".join(item(part) for parts in fragments for part in parts)
    basic = struct.pack(f"<{len(offsets)}L", *offsets) if table == "basic" else b""
    first = b"" if table == "none" else item(basic)
    ds = make_dataset(frames)
    if table == "extended":
        ds.ExtendedOffsetTable = struct.pack(f"<{len(offsets)}Q", *offsets)
        ds.ExtendedOffsetTableLengths = struct.pack(f"<{len(lengths)}Q", *lengths)
    save_encapsulated(ds, path, [b"placeholder!"], syntax)
    content = path.read_bytes()
    start = content.rindex(b"\xe0\x7f\x10\0OB\0\0\xff\xff\xff\xff") + 12
    end = b"\xfe\xff\xdd\xe0\0\0\0\0" if delimiter else b""
    path.write_bytes(content[:start] + first + body + end)
    return path


def read_all(path: Path) -> npt.NDArray[Any]:
    opened = open_image(path)
    return np.stack([opened.read_frame(n).stored_values for n in range(1, opened.frame_count + 1)])


LAYOUTS = [("basic", 1), ("basic", 4), ("empty", 1), ("empty", 3), ("extended", 1), ("none", 1)]


@pytest.mark.parametrize(
    ("syntax", "table", "pieces"),
    [
        # A frame of RLE is one fragment (PS3.5 A.4.2), and does not tell itself from a table.
        *((RLE, table, 1) for table in ("basic", "empty", "extended")),
        *((syntax, *layout) for syntax in (JPEG_LS, JPEG_2000) for layout in LAYOUTS),
    ],
)
def test_every_layout_gives_the_same_frames(
    tmp_path: Path, syntax: str, table: str, pieces: int
) -> None:
    streams = [ENCODERS[syntax](frame) for frame in FRAMES]
    path = write(tmp_path / "a.dcm", streams, syntax, table=table, pieces=pieces)
    np.testing.assert_array_equal(read_all(path), FRAMES)
    assert open_image(path).header.notices == ()


@pytest.mark.parametrize("table", ["basic", "empty", "none"])
@pytest.mark.parametrize("pieces", [1, 2, 7])
def test_a_single_frame_may_be_in_any_number_of_fragments(
    tmp_path: Path, table: str, pieces: int
) -> None:
    stream = ENCODERS[JPEG_LS](FRAMES[0])
    path = write(
        tmp_path / "a.dcm", [stream], JPEG_LS, table=table, pieces=pieces, frames=FRAMES[0]
    )
    np.testing.assert_array_equal(read_all(path)[0], FRAMES[0])


@pytest.mark.parametrize("table", ["basic", "empty", "extended", "none"])
def test_the_last_delimiter_may_be_missing(tmp_path: Path, table: str) -> None:
    streams = [ENCODERS[JPEG_2000](frame) for frame in FRAMES]
    path = write(tmp_path / "a.dcm", streams, JPEG_2000, table=table, delimiter=False)
    np.testing.assert_array_equal(read_all(path), FRAMES)


def test_streams_of_an_odd_length_are_padded_and_read(tmp_path: Path) -> None:
    streams = []
    for value in range(3):
        stream = ENCODERS[JPEG_LS](FRAMES[value])
        streams.append(stream + b"\0" * (1 - len(stream) % 2))
    assert all(len(stream) % 2 for stream in streams)
    path = write(tmp_path / "a.dcm", streams, JPEG_LS, table="basic")
    np.testing.assert_array_equal(read_all(path), FRAMES)


def test_fragments_without_a_table_that_do_not_tell_the_frames_apart_are_refused(
    tmp_path: Path,
) -> None:
    streams = [ENCODERS[JPEG_LS](frame) for frame in FRAMES]
    path = write(tmp_path / "a.dcm", streams, JPEG_LS, table="none", pieces=2)
    with pytest.raises(ImagingError, match="fragments without an offset table"):
        open_image(path).read_frame(1)


def test_a_cut_file_without_a_table_still_gives_its_whole_frames(tmp_path: Path) -> None:
    streams = [ENCODERS[JPEG_LS](frame) for frame in FRAMES]
    path = write(tmp_path / "a.dcm", streams, JPEG_LS, table="none")
    path.write_bytes(path.read_bytes()[:-100])
    opened = open_image(path)
    np.testing.assert_array_equal(opened.read_frame(2).stored_values, FRAMES[1])
    with pytest.raises(ImagingError) as caught:
        opened.read_frame(3)
    assert caught.value.code == "truncated_file"


def test_missing_frames_are_noticed_without_a_table_too(tmp_path: Path) -> None:
    streams = [ENCODERS[JPEG_LS](frame) for frame in FRAMES[:2]]
    path = write(tmp_path / "a.dcm", streams, JPEG_LS, table="none")
    assert open_image(path).header.notices == (ReadingNotice.FEWER_FRAMES,)


@pytest.mark.parametrize("predictor", range(1, 8))
def test_lossless_jpeg_of_every_predictor_is_read(tmp_path: Path, predictor: int) -> None:
    # imagecodecs writes wrong streams with predictors 5 to 7 where the 16th bit is in use; what
    # dcmtk writes is read rightly.
    bits = 16 if predictor < 5 else 15
    pixels = np.random.default_rng(predictor).integers(0, 1 << bits, (24, 30)).astype(np.uint16)
    stream = imagecodecs.jpeg8_encode(pixels, lossless=True, predictor=predictor)
    ds = make_dataset(pixels)
    path = save_encapsulated(ds, tmp_path / "a.dcm", [stream], "1.2.840.10008.1.2.4.57")
    np.testing.assert_array_equal(read_all(path)[0], pixels)


def test_near_lossless_jpeg_ls_stays_within_its_error_and_is_called_lossy(tmp_path: Path) -> None:
    stream = imagecodecs.jpegls_encode(FRAMES[0], level=3)
    path = save_encapsulated(
        make_dataset(FRAMES[0]), tmp_path / "a.dcm", [stream], "1.2.840.10008.1.2.4.81"
    )
    difference = np.abs(read_all(path)[0].astype(int) - FRAMES[0])
    assert 0 < difference.max() <= 3
    assert open_image(path).header.lossy


@pytest.mark.parametrize(
    ("syntax", "encode"),
    [
        (
            "1.2.840.10008.1.2.4.91",
            lambda a: imagecodecs.jpeg2k_encode(a, codecformat="J2K", level=100, reversible=False),
        ),
        ("1.2.840.10008.1.2.4.203", lambda a: imagecodecs.htj2k_encode(a, level=0.00002)),
    ],
)
@pytest.mark.parametrize("dtype", [np.uint8, np.int16])
def test_lossy_wavelets_are_close(tmp_path: Path, syntax: str, encode: Any, dtype: type) -> None:
    ramp = np.add.outer(np.arange(48), np.arange(64)) * 2
    pixels: npt.NDArray[Any] = (ramp - (100 if dtype is np.int16 else 0)).astype(dtype)
    path = save_encapsulated(make_dataset(pixels), tmp_path / "a.dcm", [encode(pixels)], syntax)
    assert np.abs(read_all(path)[0].astype(int) - pixels).max() <= 10


def test_eight_bit_extended_jpeg_is_read(tmp_path: Path) -> None:
    pixels = (np.add.outer(np.arange(48), np.arange(64)) * 2).astype(np.uint8)
    stream = bytearray(imagecodecs.jpeg8_encode(pixels, level=95))
    stream[stream.find(b"\xff\xc0") + 1] = 0xC1  # the same coding, named extended sequential
    path = save_encapsulated(
        make_dataset(pixels), tmp_path / "a.dcm", [stream], "1.2.840.10008.1.2.4.51"
    )
    assert np.abs(read_all(path)[0].astype(int) - pixels).max() <= 4
