"""Bytes of one frame -> array of stored values (PS3.5 8, PS3.3 C.7.6.3).

Numbers and arrays only; no file and no data set.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from tumorview.domain.arrays import UInt8Array

AnyArray = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class PixelFormat:
    """How the pixels of a DICOM file are laid out; names are those of PS3.3 C.7.6.3.

    `number_kind` is "integer", "float" (Float Pixel Data) or "double" (Double Float Pixel Data).
    `word_swapped` is True where big endian pixel data of VR OW have to be turned round in 16-bit
    words: then they are those of a little endian file, whose first word holds the low bits of a
    pixel of 32 (PS3.5 7.3, 8.1.1).
    """

    rows: int
    columns: int
    samples_per_pixel: int
    photometric_interpretation: str
    bits_allocated: int
    bits_stored: int
    high_bit: int
    pixel_representation: int
    planar_configuration: int
    number_kind: str = "integer"
    big_endian: bool = False
    word_swapped: bool = False

    @property
    def frame_bits(self) -> int:
        """Bits of one frame of native pixel data, without padding."""
        pixels = self.rows * self.columns
        if self.photometric_interpretation == "YBR_FULL_422":
            return pixels * 2 * self.bits_allocated
        return pixels * self.samples_per_pixel * self.bits_allocated

    @property
    def decoded_bytes(self) -> int:
        """Memory of one decoded frame."""
        sample = max(1, self.bits_allocated // 8)
        return self.rows * self.columns * self.samples_per_pixel * sample


def native_bounds(layout: PixelFormat, index: int) -> tuple[int, int]:
    """(first byte, byte after the last) of frame `index`, counted from 0, in native pixel data."""
    first_bit = layout.frame_bits * index
    return first_bit // 8, -(-(first_bit + layout.frame_bits) // 8)


def unpack_native(data: bytes, layout: PixelFormat, index: int) -> AnyArray:
    """Stored samples of native frame `index` from the bytes of `native_bounds`.

    Returns [rows, columns] or [rows, columns, samples], in the file's colour space; 4:2:2 chroma
    is repeated.
    """
    shape = (layout.rows, layout.columns)
    if layout.bits_allocated == 1:
        bits = np.unpackbits(np.frombuffer(data, np.uint8), bitorder="little")
        skipped = layout.frame_bits * index % 8
        return bits[skipped : skipped + layout.frame_bits].reshape(shape)
    samples = np.frombuffer(data, sample_dtype(layout))
    if samples.dtype.byteorder == ">":
        samples = samples.astype(samples.dtype.newbyteorder("="))
    if layout.photometric_interpretation == "YBR_FULL_422":
        return _spread_422(samples, shape)
    if layout.samples_per_pixel == 1:
        return samples.reshape(shape)
    if layout.planar_configuration == 1:
        return np.moveaxis(samples.reshape(layout.samples_per_pixel, *shape), 0, -1)
    return samples.reshape(*shape, layout.samples_per_pixel)


def sample_dtype(layout: PixelFormat) -> np.dtype[Any]:
    """The dtype of one native sample."""
    kind = "i" if layout.pixel_representation else "u"
    if layout.number_kind != "integer":
        kind = "f"
    size = layout.bits_allocated // 8
    order = ">" if layout.big_endian and not layout.word_swapped else "<"
    return np.dtype(f"{order}{kind}{size}" if size > 1 else f"{kind}1")


def swap_words(data: bytes) -> bytes:
    """Exchange the bytes of every 16-bit word; the length must be even."""
    return np.frombuffer(data, np.uint8).reshape(-1, 2)[:, ::-1].tobytes()


def _spread_422(samples: AnyArray, shape: tuple[int, int]) -> AnyArray:
    """Y1 Y2 Cb Cr a pair of pixels (PS3.3 C.7.6.3.1.2) -> [rows, columns, 3]."""
    pairs = samples.reshape(shape[0], shape[1] // 2, 4)
    full = np.empty((*shape, 3), samples.dtype)
    full[:, 0::2, 0] = pairs[:, :, 0]
    full[:, 1::2, 0] = pairs[:, :, 1]
    full[:, 0::2, 1:] = pairs[:, :, 2:]
    full[:, 1::2, 1:] = pairs[:, :, 2:]
    return full


def clean_bits(values: AnyArray, bits_stored: int, high_bit: int, signed: bool) -> AnyArray:
    """Drop what lies outside Bits Stored (old overlays, stray bits) and extend the sign.

    Returns integers of the same width, signed for Pixel Representation 1 (PS3.5 8.1.1).
    """
    width = values.dtype.itemsize * 8
    bits_of = values.view(np.dtype(f"u{values.dtype.itemsize}"))
    signed_type = np.dtype(f"i{values.dtype.itemsize}")
    if bits_stored >= width:
        return bits_of.view(signed_type) if signed else bits_of
    drop_above = width - 1 - high_bit
    if signed:
        moved = np.left_shift(bits_of, drop_above).view(signed_type)
        return np.asarray(np.right_shift(moved, width - bits_stored))
    low = high_bit + 1 - bits_stored
    moved = np.right_shift(bits_of, low) if low else bits_of
    mask = (1 << bits_stored) - 1
    return moved if int(moved.max(initial=0)) <= mask else moved & bits_of.dtype.type(mask)


def ybr_to_rgb(ybr: UInt8Array) -> UInt8Array:
    """YBR_FULL uint8[rows, columns, 3] -> RGB (PS3.3 C.7.6.3.1.2, BT.601 in full range)."""
    y = ybr[..., 0].astype(np.float32)
    cb = ybr[..., 1].astype(np.float32) - np.float32(128)
    cr = ybr[..., 2].astype(np.float32) - np.float32(128)
    rgb = np.stack([y + 1.402 * cr, y - 0.344136 * cb - 0.714136 * cr, y + 1.772 * cb], axis=-1)
    return np.clip(rgb + 0.5, 0, 255).astype(np.uint8)


def ybr_partial_to_rgb(ybr: UInt8Array) -> UInt8Array:
    """YBR_PARTIAL_422/420, whose Y runs from 16 to 235 -> RGB (PS3.3 C.7.6.3.1.2)."""
    y = (ybr[..., 0].astype(np.float32) - np.float32(16)) * np.float32(255 / 219)
    cb = (ybr[..., 1].astype(np.float32) - np.float32(128)) * np.float32(255 / 224)
    cr = (ybr[..., 2].astype(np.float32) - np.float32(128)) * np.float32(255 / 224)
    rgb = np.stack([y + 1.402 * cr, y - 0.344136 * cb - 0.714136 * cr, y + 1.772 * cb], axis=-1)
    return np.clip(rgb + 0.5, 0, 255).astype(np.uint8)


def to_eight_bits(values: AnyArray, bits_stored: int) -> UInt8Array:
    """Colour samples of any depth -> uint8, keeping the most significant bits."""
    if values.dtype == np.uint8 and bits_stored == 8:
        return values
    if bits_stored <= 8:
        scale = 255.0 / ((1 << bits_stored) - 1)
        return np.clip(np.rint(values * scale), 0, 255).astype(np.uint8)
    return np.right_shift(values, bits_stored - 8).astype(np.uint8)
