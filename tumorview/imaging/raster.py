"""PNG and JPEG -> header and stored values.

The structure of the file is checked before a decoder sees it: size against the budget, and that
the file goes on to its end. Decoders fill a cut image with grey and call it a success.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tumorview.domain.frames import ImageGeometry, StoredFrame
from tumorview.domain.source import SourceRef
from tumorview.domain.study import FrameInfo
from tumorview.imaging.decode_jobs import Job
from tumorview.imaging.decode_pool import POOL, RefusedByDecoderError
from tumorview.imaging.errors import (
    DecodeError,
    TooLargeError,
    TruncatedFileError,
    UnsupportedImageError,
)
from tumorview.imaging.exif import exif_orientation, upright
from tumorview.imaging.header import ImageHeader
from tumorview.imaging.limits import MAX_CHUNKS, MAX_SEGMENTS, limits
from tumorview.imaging.recognize import PNG_SIGNATURE, FileKind, unreadable
from tumorview.imaging.streams import (
    SOF_MARKERS,
    behind_fill,
    jpeg_has_rgb_ids,
    jpeg_is_ybr,
    jpeg_segments,
)

AnyArray = npt.NDArray[Any]

_COPY_AGAIN = "Copy the file again from where it came from."
_PNG_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PNG_COLOR_TYPES = {0: "GRAY", 2: "RGB", 3: "PALETTE", 4: "GRAY+ALPHA", 6: "RGB+ALPHA"}
_ARITHMETIC_OR_HIERARCHICAL = frozenset({0xC5, 0xC6, 0xC7, 0xCD, 0xCE, 0xCF})


@dataclass(frozen=True, slots=True)
class RasterLayout:
    """What the structure of the file says before decoding.

    `orientation` is the EXIF Orientation, 1 to 8; rows and columns are those of the stored image,
    before it is turned.
    """

    rows: int
    columns: int
    samples: int
    bits: int
    color_name: str
    orientation: int = 1


@dataclass(frozen=True, slots=True)
class RasterFile:
    """An opened PNG or JPEG; `data` is the whole file."""

    header: ImageHeader
    layout: RasterLayout
    data: bytes = field(repr=False)

    def read_frame(self, number: int) -> StoredFrame:
        """The image; `number` is 1, the only frame there is."""
        path = self.header.path
        try:
            if self.header.kind is FileKind.PNG:
                pixels = _decode_png(self.data, self.layout, path)
            else:
                pixels = _decode_jpeg(self.data, self.layout, path)
        except MemoryError as error:
            raise TooLargeError("not enough memory for the image", path=path) from error
        except RefusedByDecoderError as error:
            raise DecodeError(
                "the image cannot be decoded", path=path, received=str(error)
            ) from error
        pixels = np.ascontiguousarray(upright(_single_channel(pixels), self.layout.orientation))
        is_color = pixels.ndim == 3
        return StoredFrame(
            source=self.header.frames[number - 1].source,
            stored_values=pixels,
            photometric_interpretation="RGB" if is_color else "MONOCHROME2",
            source_photometric_interpretation=self.layout.color_name,
            bits_stored=pixels.dtype.itemsize * 8,
            pixel_representation=0,
            modality="",
            series_description=self.header.series_description,
            lossy=self.header.lossy,
        )


def open_raster(path: Path, kind: FileKind) -> RasterFile:
    """Read a PNG or JPEG file and check its structure, without decoding it.

    Raises `TruncatedFileError`, `TooLargeError`, `UnsupportedImageError` or `DecodeError`.
    """
    try:
        size = path.stat().st_size
        most = limits().frame_bytes
        if size > most:
            raise TooLargeError(
                f"the file is larger than the {most >> 20} MiB that are allowed",
                path=path,
                received=f"{size} bytes",
            )
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    layout = png_layout(data, path) if kind is FileKind.PNG else jpeg_layout(data, path)
    needed = layout.rows * layout.columns * layout.samples * max(1, layout.bits // 8)
    if needed > most:
        raise TooLargeError(
            f"the image would need {needed >> 20} MiB of memory, more than the "
            f"{most >> 20} MiB that are allowed",
            path=path,
            received=f"{layout.rows} x {layout.columns}",
        )
    rows, columns = layout.rows, layout.columns
    if layout.orientation >= 5:
        rows, columns = columns, rows
    source = SourceRef(path)
    header = ImageHeader(
        path=path,
        kind=kind,
        rows=rows,
        columns=columns,
        frames=(FrameInfo(source, rows, columns, ImageGeometry()),),
        photometric_interpretation=layout.color_name,
        samples_per_pixel=layout.samples,
        bits_allocated=16 if layout.bits > 8 else 8,
        bits_stored=layout.bits,
        lossy=kind is FileKind.JPEG,
    )
    POOL.prepare()
    return RasterFile(header, layout, data)


def png_layout(data: bytes, path: Path) -> RasterLayout:
    """Walk the chunks of a PNG (ISO/IEC 15948, 5.3) and check each checksum."""
    position = len(PNG_SIGNATURE)
    layout: RasterLayout | None = None
    orientation = 1
    view = memoryview(data)
    for _ in range(MAX_CHUNKS):
        if position + 12 > len(data):
            raise TruncatedFileError(
                "the PNG file ends before its end mark", path=path, remedy=_COPY_AGAIN
            )
        (length,) = struct.unpack_from(">I", data, position)
        kind = data[position + 4 : position + 8]
        end = position + 12 + length
        if end > len(data):
            raise TruncatedFileError(
                "the PNG file ends in the middle of a chunk",
                path=path,
                received=kind.decode("latin-1"),
                remedy=_COPY_AGAIN,
            )
        (checksum,) = struct.unpack_from(">I", data, end - 4)
        if zlib.crc32(view[position + 4 : end - 4]) != checksum and kind[:1].isupper():
            raise DecodeError(
                "a chunk of the PNG file is damaged", path=path, received=kind.decode("latin-1")
            )
        if layout is None:
            layout = _png_header(kind, data[position + 8 : end - 4], path)
        elif kind == b"eXIf":
            orientation = exif_orientation(data[position + 8 : end - 4])
        elif kind == b"IEND":
            break
        position = end
    else:
        raise TooLargeError(
            f"the PNG file has more than the {MAX_CHUNKS} chunks that are allowed", path=path
        )
    return RasterLayout(
        layout.rows, layout.columns, layout.samples, layout.bits, layout.color_name, orientation
    )


def _png_header(kind: bytes, body: bytes, path: Path) -> RasterLayout:
    if kind != b"IHDR" or len(body) != 13:
        raise DecodeError("the PNG file does not begin with its header chunk", path=path)
    columns, rows, bits, color_type = struct.unpack(">IIBB", body[:10])
    if not rows or not columns or color_type not in _PNG_SAMPLES:
        raise DecodeError(
            "the PNG header makes no sense", path=path, received=(rows, columns, color_type)
        )
    return RasterLayout(rows, columns, _PNG_SAMPLES[color_type], bits, _PNG_COLOR_TYPES[color_type])


def jpeg_layout(data: bytes, path: Path) -> RasterLayout:
    """Walk the segments of a JPEG (ITU-T T.81, B.1) up to its scan and look for its end mark."""
    position = 2
    layout: RasterLayout | None = None
    orientation = 1
    for _ in range(MAX_SEGMENTS):
        position = behind_fill(data, position)
        if position + 4 > len(data):
            raise TruncatedFileError(
                "the JPEG file ends within its header", path=path, remedy=_COPY_AGAIN
            )
        if data[position] != 0xFF:
            raise DecodeError(
                "the JPEG header is damaged",
                path=path,
                received=f"byte {data[position]:#04x} at {position}",
            )
        marker = data[position + 1]
        (length,) = struct.unpack_from(">H", data, position + 2)
        body = data[position + 4 : position + 2 + length]
        if marker in SOF_MARKERS:
            layout = _jpeg_header(marker, body, path)
        elif marker == 0xE1 and body.startswith(b"Exif\0\0"):
            orientation = exif_orientation(body[6:])
        elif marker == 0xDA:
            break
        position += 2 + length
    else:
        raise TooLargeError(
            f"the JPEG header has more than the {MAX_SEGMENTS} segments that are allowed",
            path=path,
        )
    if layout is None:
        raise DecodeError("the JPEG file has no frame header", path=path)
    if data.rfind(b"\xff\xd9", position) < 0:
        raise TruncatedFileError(
            "the JPEG file ends in the middle of its pixel data", path=path, remedy=_COPY_AGAIN
        )
    return RasterLayout(
        layout.rows, layout.columns, layout.samples, layout.bits, layout.color_name, orientation
    )


def _jpeg_header(marker: int, body: bytes, path: Path) -> RasterLayout:
    if len(body) < 6:
        raise TruncatedFileError(
            "the JPEG file ends within its header", path=path, remedy=_COPY_AGAIN
        )
    bits, rows, columns, samples = struct.unpack(">BHHB", body[:6])
    if marker in _ARITHMETIC_OR_HIERARCHICAL or not rows or not columns:
        raise UnsupportedImageError(
            "this kind of JPEG is not read",
            path=path,
            received=f"SOF{marker - 0xC0}, {rows} x {columns}",
        )
    names = {1: "GRAY", 3: "YCBCR OR RGB", 4: "CMYK OR YCCK"}
    if samples not in names:
        raise UnsupportedImageError("a JPEG has 1, 3 or 4 components", path=path, received=samples)
    return RasterLayout(rows, columns, samples, bits, names[samples])


def _decode_png(data: bytes, layout: RasterLayout, path: Path) -> AnyArray:
    return _without_alpha(POOL.decode(Job("png", _pixels(layout)), data, path))


def _pixels(layout: RasterLayout) -> int:
    return layout.rows * layout.columns * layout.samples


def _without_alpha(pixels: AnyArray) -> AnyArray:
    """Composite an alpha channel, the last of 2 or 4, on black."""
    if pixels.ndim == 2:
        return pixels
    if pixels.shape[2] in {1, 3}:
        return pixels[..., 0] if pixels.shape[2] == 1 else pixels
    full = float(np.iinfo(pixels.dtype).max)
    alpha = pixels[..., -1:].astype(np.float64) / full
    composite = np.rint(pixels[..., :-1] * alpha).astype(pixels.dtype)
    return composite[..., 0] if composite.shape[2] == 1 else composite


def _single_channel(pixels: AnyArray) -> AnyArray:
    """[rows, columns] when the three channels are equal, else uint8[rows, columns, 3]."""
    if pixels.ndim == 2:
        return pixels
    red, green, blue = pixels[..., 0], pixels[..., 1], pixels[..., 2]
    if np.array_equal(red, green) and np.array_equal(green, blue):
        return red
    if pixels.dtype == np.uint16:
        return np.asarray((pixels.astype(np.uint32) * 255 + 32767) // 65535, dtype=np.uint8)
    return pixels


def _decode_jpeg(data: bytes, layout: RasterLayout, path: Path) -> AnyArray:
    if layout.samples == 1:
        pixels = POOL.decode(Job("jpeg", _pixels(layout)), data, path)
        # Twelve-bit samples are widened, so that white is white without a window.
        if layout.bits > 8:
            return np.asarray(pixels << (16 - layout.bits), dtype=np.uint16)
        return pixels
    if layout.samples == 3:
        stored = "YCBCR" if jpeg_is_ybr(data, not jpeg_has_rgb_ids(data)) else "RGB"
        job = Job("jpeg", _pixels(layout), stored_colors=stored, wanted_colors="RGB")
        return POOL.decode(job, data, path)
    job = Job("jpeg", _pixels(layout), wanted_colors="CMYK")
    return _cmyk_to_rgb(POOL.decode(job, data, path).astype(np.uint16), data)


def _cmyk_to_rgb(cmyk: AnyArray, data: bytes) -> AnyArray:
    # Adobe writes CMYK inverted (255 is no ink), and hardly anybody else writes it.
    if not any(marker == 0xEE and body[:5] == b"Adobe" for marker, body in jpeg_segments(data)):
        cmyk = 255 - cmyk
    rgb = (cmyk[..., :3] * cmyk[..., 3:] + 127) // 255
    return np.asarray(rgb, dtype=np.uint8)
