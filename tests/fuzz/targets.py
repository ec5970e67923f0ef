"""What is fuzzed: functions of bytes that may raise a `TumorViewError` and nothing else."""

from __future__ import annotations

import contextlib
import io
import struct
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from tumorview.imaging.decoders import COMPRESSED, is_left_as_ybr, least_bytes
from tumorview.imaging.errors import ImagingError
from tumorview.imaging.exif import exif_orientation, upright
from tumorview.imaging.fragments import frame_stream, is_cut
from tumorview.imaging.grouping import catalog_of
from tumorview.imaging.image_file import open_image
from tumorview.imaging.limits import has_too_many_items, limits, use_limits
from tumorview.imaging.modality import modality_frame
from tumorview.imaging.palette import apply_palette, lut_data, lut_descriptor, segmented_lut_data
from tumorview.imaging.raster import jpeg_layout, png_layout
from tumorview.imaging.recognize import recognize_bytes
from tumorview.imaging.streams import (
    check_rle_header,
    check_tiles,
    has_end_mark,
    jpeg_2000_has_color_transform,
    jpeg_has_rgb_ids,
    jpeg_is_ybr,
    stream_shape,
)
from tumorview.imaging.voi import auto_window, display_frame

FRAMES_SHOWN = 2

Target = Callable[[bytes, Path], None]
"""Takes the bytes, and a path that they may be written to."""


@contextlib.contextmanager
def small_limits(frame_bytes: int = 1 << 22, most_frames: int = 512) -> Iterator[None]:
    """Lower limits on a frame's size and on the frames of a file.

    What is legal and large only takes time away; that the true limits hold is for tests/hostile.
    """
    before = limits()
    use_limits(replace(before, frame_bytes=frame_bytes, frames=most_frames))
    try:
        yield
    finally:
        use_limits(before)


def header(data: bytes, path: Path) -> None:
    """The header, and its frames in reading order, as a catalogue has them; no pixels, so fast."""
    path.write_bytes(data)
    read = open_image(path).header
    (study,) = catalog_of([read])
    assert sum(len(series.frames) for series in study.series) == read.frame_count


def frames(data: bytes, path: Path) -> None:
    """A file from its first byte to what the screen shows of its first frames."""
    path.write_bytes(data)
    image = open_image(path)
    for number in range(1, min(image.frame_count, FRAMES_SHOWN) + 1):
        values = modality_frame(image.read_frame(number))
        shown = display_frame(values, None)
        again = display_frame(values, auto_window(values), invert=True)
        assert shown.pixels.dtype == again.pixels.dtype == np.uint8
        assert shown.pixels.shape[:2] == values.shape


def pieces(data: bytes, path: Path) -> None:
    """One of the functions that take bytes apart by hand; the first byte says which."""
    if data:
        _PIECES[data[0] % len(_PIECES)](data[1:], path)


def _recognize(data: bytes, path: Path) -> None:
    recognize_bytes(data, path)


def _streams(data: bytes, _: Path) -> None:
    stream_shape(data)
    has_end_mark(data)
    jpeg_is_ybr(data, header_says_ybr=False)
    jpeg_has_rgb_ids(data)
    jpeg_2000_has_color_transform(data)
    for syntax in COMPRESSED:
        is_left_as_ybr(syntax, data, "YBR_FULL")
        assert least_bytes(syntax, len(data), 3) >= 0


def _rle_header(data: bytes, _: Path) -> None:
    with contextlib.suppress(ValueError):
        check_rle_header(data[1:], data[0] if data else 0)


def _tiles(data: bytes, _: Path) -> None:
    with contextlib.suppress(ValueError):
        check_tiles(data)


def _fragments(data: bytes, _: Path) -> None:
    if len(data) < 4:
        return
    index, count, start, extended = data[:4]
    tables = None
    if extended & 1:
        size = 8 * (extended >> 4)
        tables = (data[4 : 4 + size], data[4 + size : 4 + 2 * size])
    stream = io.BytesIO(data)
    offset = 4 + start % 64
    is_cut(stream, offset, len(data))
    with contextlib.suppress(EOFError, ValueError, IndexError):
        frame_stream(
            stream,
            index,
            offset=offset,
            available=len(data) - offset,
            frame_count=count,
            extended_offsets=tables,
        )


def _palette(data: bytes, _: Path) -> None:
    if len(data) < 8:
        return
    kind, big_endian = data[0] % 4, bool(data[0] & 4)
    numbers = struct.unpack_from("<3h" if data[0] & 8 else "<3H", data, 1)
    with contextlib.suppress(ValueError):
        entries, first, bits = lut_descriptor(numbers, signed_input=bool(data[0] & 16))
        read = segmented_lut_data if kind == 0 else lut_data
        table = read(data[7:], entries, bits, big_endian)
        assert table.dtype == np.uint16
        assert len(table) == entries
        indices = np.frombuffer(data[:6], np.int16).reshape(1, -1)
        assert apply_palette(indices, (table, table, table), first, bits).shape == (1, 3, 3)


def _exif(data: bytes, _: Path) -> None:
    orientation = exif_orientation(data)
    assert 1 <= orientation <= 8
    assert upright(np.zeros((2, 3)), orientation).size == 6


def _raster_layouts(data: bytes, path: Path) -> None:
    with contextlib.suppress(ImagingError):
        png_layout(data, path)
    with contextlib.suppress(ImagingError):
        jpeg_layout(data, path)


def _items(data: bytes, _: Path) -> None:
    has_too_many_items(data)


_PIECES: tuple[Target, ...] = (
    _recognize,
    _streams,
    _rle_header,
    _tiles,
    _fragments,
    _palette,
    _exif,
    _raster_layouts,
    _items,
)

PIECE_NUMBERS = {piece.__name__.strip("_"): k for k, piece in enumerate(_PIECES)}
"""First bytes that choose a piece."""

TARGETS: dict[str, Target] = {
    "dicom": frames,
    "raster": frames,
    "header": header,
    "pieces": pieces,
}
