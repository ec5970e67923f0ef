"""Fragments, offset tables and orientation, for any way to cut or turn."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.hostile import raw
from tests.unit.imaging.reference import SOME, upright_place
from tumorview.imaging.exif import exif_orientation, upright
from tumorview.imaging.fragments import frame_stream, is_cut
from tumorview.imaging.image_file import open_image

_FRAGMENTS = st.lists(st.binary(min_size=1, max_size=8), min_size=1, max_size=4)


def _even(fragment: bytes) -> bytes:
    return fragment + b"\0" * (len(fragment) % 2)


def _encapsulated(
    frames: list[list[bytes]], *, with_table: bool
) -> tuple[bytes, list[int], list[int]]:
    """Items of frames in fragments; where each frame begins behind the table, and its length."""
    body, starts, lengths = b"", [], []
    for fragments in frames:
        starts.append(len(body))
        body += b"".join(raw.item(fragment) for fragment in fragments)
        lengths.append(len(body) - starts[-1])
    table = struct.pack(f"<{len(starts)}L", *starts) if with_table else b""
    return raw.item(table) + body + raw.SEQUENCE_END, starts, lengths


def _read(
    data: bytes, index: int, count: int, extended: tuple[bytes, bytes] | None = None
) -> bytes:
    return frame_stream(
        io.BytesIO(b"in front" + data),
        index,
        offset=8,
        available=len(data),
        frame_count=count,
        extended_offsets=extended,
    )


@given(st.lists(_FRAGMENTS, min_size=1, max_size=4))
@SOME
def test_a_frame_is_found_by_the_offset_table_however_it_is_cut(cut: list[list[bytes]]) -> None:
    frames = [[_even(fragment) for fragment in fragments] for fragments in cut]
    data, _, _ = _encapsulated(frames, with_table=True)
    for index, fragments in enumerate(frames):
        assert _read(data, index, len(frames)) == b"".join(fragments)
    assert not is_cut(io.BytesIO(data), 0, len(data))


@given(_FRAGMENTS)
@SOME
def test_all_fragments_of_a_single_frame_are_put_together(cut: list[bytes]) -> None:
    fragments = [_even(fragment) for fragment in cut]
    data, _, _ = _encapsulated([fragments], with_table=False)
    assert _read(data, 0, 1) == b"".join(fragments)


@given(st.lists(st.binary(min_size=1, max_size=12), min_size=1, max_size=6))
@SOME
def test_as_many_fragments_as_frames_are_one_each(cut: list[bytes]) -> None:
    frames = [[_even(fragment)] for fragment in cut]
    data, _, _ = _encapsulated(frames, with_table=False)
    for index, (fragment,) in enumerate(frames):
        assert _read(data, index, len(frames)) == fragment


@given(st.lists(st.binary(min_size=1, max_size=12), min_size=1, max_size=5))
@SOME
def test_the_extended_offset_table_finds_frames_of_one_fragment(cut: list[bytes]) -> None:
    frames = [[_even(fragment)] for fragment in cut]
    data, starts, _ = _encapsulated(frames, with_table=False)
    sizes = [len(fragment) for (fragment,) in frames]
    extended = (
        struct.pack(f"<{len(starts)}Q", *starts),
        struct.pack(f"<{len(sizes)}Q", *sizes),
    )
    for index, (fragment,) in enumerate(frames):
        assert _read(data, index, len(frames), extended) == fragment


@given(st.lists(_FRAGMENTS, min_size=1, max_size=3), st.data())
@SOME
def test_items_that_end_early_are_seen_to_be_cut(
    cut: list[list[bytes]], data: st.DataObject
) -> None:
    frames = [[_even(fragment) for fragment in fragments] for fragments in cut]
    whole, _, _ = _encapsulated(frames, with_table=True)
    # Behind the head of the delimiter nothing is missing.
    size = data.draw(st.integers(0, len(whole) - len(raw.SEQUENCE_END)))
    assert is_cut(io.BytesIO(whole[:size]), 0, size)


@given(
    hnp.arrays(np.uint8, hnp.array_shapes(min_dims=2, max_dims=2, max_side=4)), st.integers(1, 8)
)
@SOME
def test_every_pixel_is_turned_to_its_place(stored: npt.NDArray[Any], orientation: int) -> None:
    turned = upright(stored, orientation)
    rows, columns = stored.shape
    assert turned.shape == ((columns, rows) if orientation >= 5 else (rows, columns))
    for row in range(rows):
        for column in range(columns):
            place = upright_place(row, column, rows, columns, orientation)
            assert turned[place] == stored[row, column]


def _exif(orientation: int, order: str, before: int) -> bytes:
    """A TIFF structure with `before` other entries in front of Orientation."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    other = struct.pack(f"{order}HHLHH", 0x0100, 3, 1, 7, 0)
    entry = struct.pack(f"{order}HHLHH", 0x0112, 3, 1, orientation, 0)
    head = mark + struct.pack(f"{order}LH", 8, before + 1)
    return head + other * before + entry + bytes(4)


@given(st.integers(0, 65535), st.sampled_from("<>"), st.integers(0, 3))
@SOME
def test_the_orientation_is_read_in_either_byte_order(
    orientation: int, order: str, before: int
) -> None:
    expected = orientation if 1 <= orientation <= 8 else 1
    assert exif_orientation(_exif(orientation, order, before)) == expected


@given(st.binary(max_size=40))
@SOME
def test_any_bytes_have_an_orientation(data: bytes) -> None:
    for mark in (b"", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08"):
        assert 1 <= exif_orientation(mark + data) <= 8


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_turned_file_is_shown_upright(tmp_path: Path, kind: str, orientation: int) -> None:
    stored = np.zeros((16, 32), np.uint8)
    stored[:8, :8] = 255  # blocks of 8 x 8 come through JPEG unharmed
    stored[8:, 24:] = 128
    exif = _exif(orientation, ">", 1)
    if kind == "png":
        whole = bytes(imagecodecs.png_encode(stored))
        data = whole[:33] + raw.chunk(b"eXIf", exif) + whole[33:]
    else:
        whole = bytes(imagecodecs.jpeg8_encode(stored, level=100))
        data = whole[:2] + raw.segment(0xE1, b"Exif\0\0" + exif) + whole[2:]
    path = tmp_path / "turned"
    path.write_bytes(data)
    image = open_image(path)
    shown = image.read_frame().stored_values
    assert (image.header.rows, image.header.columns) == shown.shape
    for row, column in ((4, 4), (12, 28), (4, 28), (12, 4)):
        place = upright_place(row, column, 16, 32, orientation)
        assert abs(int(shown[place]) - int(stored[row, column])) <= 1
