"""Compressed frame -> array: which decoder serves which transfer syntax (PS3.5 Annex A).

Only decoders under permissive licences: libjpeg-turbo, CharLS, OpenJPEG and libjxl as shipped in
imagecodecs, with pyjpegls and pylibjpeg-openjpeg for builds of it that lack them. OpenJPEG decodes
HTJ2K as well; OpenJPH is not used, because it lets C++ exceptions escape on damaged streams.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import imagecodecs
import numpy as np
import numpy.typing as npt

from tumorview.imaging.jpeg_xl import jpeg_xl_head
from tumorview.imaging.streams import (
    check_extensions,
    check_rle_header,
    check_tiles,
    jpeg_2000_has_color_transform,
    jpeg_is_ybr,
)

AnyArray = npt.NDArray[Any]

IMPLICIT_LITTLE = "1.2.840.10008.1.2"
EXPLICIT_LITTLE = "1.2.840.10008.1.2.1"
DEFLATED = "1.2.840.10008.1.2.1.99"
EXPLICIT_BIG = "1.2.840.10008.1.2.2"
ENCAPSULATED_UNCOMPRESSED = "1.2.840.10008.1.2.1.98"
RLE = "1.2.840.10008.1.2.5"
JPEG_XL_RECOMPRESSION = "1.2.840.10008.1.2.4.111"


@dataclass(frozen=True, slots=True)
class EncodedFrame:
    """One compressed frame and what the header says about it."""

    data: bytes
    rows: int
    columns: int
    samples: int
    bits_allocated: int
    colorspace_is_ybr: bool


@dataclass(frozen=True, slots=True)
class DecoderInfo:
    """One transfer syntax and the decoder that serves it; `decoder` is "" when none is there."""

    transfer_syntax_uid: str
    name: str
    decoder: str


def _jpeg(frame: EncodedFrame) -> AnyArray:
    if frame.samples == 1:
        return np.asarray(imagecodecs.jpeg8_decode(frame.data))
    stored = "YCBCR" if jpeg_is_ybr(frame.data, frame.colorspace_is_ybr) else "RGB"
    return np.asarray(imagecodecs.jpeg8_decode(frame.data, colorspace=stored, outcolorspace="RGB"))


def _jpeg_lossless(frame: EncodedFrame) -> AnyArray:
    # A lossless stream is never colour-transformed by the decoder: no colour space is named.
    if frame.samples == 1:
        return np.asarray(imagecodecs.jpeg8_decode(frame.data))
    return np.asarray(imagecodecs.jpeg8_decode(frame.data, colorspace="RGB", outcolorspace="RGB"))


def _ljpeg(frame: EncodedFrame) -> AnyArray:
    return np.asarray(imagecodecs.ljpeg_decode(frame.data))


def _jpegls(frame: EncodedFrame) -> AnyArray:
    return np.asarray(imagecodecs.jpegls_decode(frame.data))


def _pyjpegls(frame: EncodedFrame) -> AnyArray:
    stream = np.frombuffer(frame.data, np.uint8)
    return np.asarray(importlib.import_module("jpeg_ls").decode(stream))


def _jpeg2k(frame: EncodedFrame) -> AnyArray:
    check_extensions(frame.data, frame.samples)
    check_tiles(frame.data)
    return np.asarray(imagecodecs.jpeg2k_decode(frame.data, numthreads=1))


def _openjpeg(frame: EncodedFrame) -> AnyArray:
    check_extensions(frame.data, frame.samples)
    check_tiles(frame.data)
    return np.asarray(importlib.import_module("openjpeg").decode(frame.data))


def _jpegxl(frame: EncodedFrame) -> AnyArray:
    head = jpeg_xl_head(frame.data)
    if head is None:
        raise ValueError("no JPEG XL stream")
    if not head.is_plain:
        raise ValueError("a JPEG XL picture that is turned, mirrored, animated or has a preview")
    array = np.asarray(imagecodecs.jpegxl_decode(frame.data, numthreads=1))
    if array.dtype.kind not in "iu":
        raise ValueError(f"JPEG XL samples of type {array.dtype}")
    return array


def _rle(frame: EncodedFrame) -> AnyArray:
    check_rle_header(frame.data, frame.samples * frame.bits_allocated // 8)
    dtype = f"<u{frame.bits_allocated // 8}"
    planes = np.frombuffer(imagecodecs.dicomrle_decode(frame.data, dtype), dtype)
    count = frame.rows * frame.columns
    if planes.size < count * frame.samples:
        raise ValueError(f"{planes.size} values for {count * frame.samples}")
    if frame.samples == 1:
        return planes[:count].reshape(frame.rows, frame.columns)
    flat = planes[: count * frame.samples]
    return np.moveaxis(flat.reshape(frame.samples, frame.rows, frame.columns), 0, -1)


@dataclass(frozen=True, slots=True)
class Decoder:
    """A function that decodes, the module that it needs, and that module's flag for the codec.

    `strict` is True when the decoder refuses damaged streams, so that it may be asked after another
    one refused. liblj92 fills what is missing.
    """

    decode: Callable[[EncodedFrame], AnyArray]
    module: str = "imagecodecs"
    codec: str = ""
    strict: bool = True


DECODERS: dict[str, Decoder] = {
    "imagecodecs (libjpeg-turbo)": Decoder(_jpeg, codec="JPEG8"),
    "imagecodecs (libjpeg-turbo, lossless)": Decoder(_jpeg_lossless, codec="JPEG8"),
    "imagecodecs (liblj92)": Decoder(_ljpeg, codec="LJPEG", strict=False),
    "imagecodecs (CharLS)": Decoder(_jpegls, codec="JPEGLS"),
    "pyjpegls (CharLS)": Decoder(_pyjpegls, module="jpeg_ls"),
    "imagecodecs (OpenJPEG)": Decoder(_jpeg2k, codec="JPEG2K"),
    "pylibjpeg-openjpeg": Decoder(_openjpeg, module="openjpeg"),
    "imagecodecs (libjxl)": Decoder(_jpegxl, codec="JPEGXL"),
    "imagecodecs (RLE)": Decoder(_rle),
}

_JPEG_DCT = ("imagecodecs (libjpeg-turbo)",)
_JPEG_LOSSLESS = ("imagecodecs (libjpeg-turbo, lossless)", "imagecodecs (liblj92)")
_JPEG_LS = ("imagecodecs (CharLS)", "pyjpegls (CharLS)")
_JPEG_2000 = ("imagecodecs (OpenJPEG)", "pylibjpeg-openjpeg")
_JPEG_XL = ("imagecodecs (libjxl)",)

NATIVE_NAMES = {
    IMPLICIT_LITTLE: "Implicit VR Little Endian",
    EXPLICIT_LITTLE: "Explicit VR Little Endian",
    EXPLICIT_BIG: "Explicit VR Big Endian",
    DEFLATED: "Deflated Explicit VR Little Endian",
    ENCAPSULATED_UNCOMPRESSED: "Encapsulated Uncompressed Explicit VR Little Endian",
}

# uid -> (name, decoders; the first that is installed serves, the others when it refuses)
COMPRESSED: dict[str, tuple[str, tuple[str, ...]]] = {
    RLE: ("RLE Lossless", ("imagecodecs (RLE)",)),
    "1.2.840.10008.1.2.4.50": ("JPEG Baseline (Process 1)", _JPEG_DCT),
    "1.2.840.10008.1.2.4.51": ("JPEG Extended (Process 2 and 4)", _JPEG_DCT),
    "1.2.840.10008.1.2.4.57": ("JPEG Lossless (Process 14)", _JPEG_LOSSLESS),
    "1.2.840.10008.1.2.4.70": ("JPEG Lossless SV1", _JPEG_LOSSLESS),
    "1.2.840.10008.1.2.4.80": ("JPEG-LS Lossless", _JPEG_LS),
    "1.2.840.10008.1.2.4.81": ("JPEG-LS Near-lossless", _JPEG_LS),
    "1.2.840.10008.1.2.4.90": ("JPEG 2000 Lossless", _JPEG_2000),
    "1.2.840.10008.1.2.4.91": ("JPEG 2000", _JPEG_2000),
    "1.2.840.10008.1.2.4.92": ("JPEG 2000 Part 2 Multi-component Lossless", _JPEG_2000),
    "1.2.840.10008.1.2.4.93": ("JPEG 2000 Part 2 Multi-component", _JPEG_2000),
    "1.2.840.10008.1.2.4.110": ("JPEG XL Lossless", _JPEG_XL),
    JPEG_XL_RECOMPRESSION: ("JPEG XL JPEG Recompression", _JPEG_XL),
    "1.2.840.10008.1.2.4.112": ("JPEG XL", _JPEG_XL),
    "1.2.840.10008.1.2.4.201": ("HTJ2K Lossless", _JPEG_2000),
    "1.2.840.10008.1.2.4.202": ("HTJ2K Lossless RPCL", _JPEG_2000),
    "1.2.840.10008.1.2.4.203": ("HTJ2K", _JPEG_2000),
}

_DCT = frozenset({"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51"})
_JPEG_2000_FAMILY = frozenset(uid for uid, (_, chain) in COMPRESSED.items() if chain == _JPEG_2000)
JPEG_XL_FAMILY = frozenset(uid for uid, (_, chain) in COMPRESSED.items() if chain == _JPEG_XL)

SECOND_TRY_SAMPLES = 1 << 26
"""Larger frames are not given to a second decoder: two of them together would take too much."""

LOSSY = frozenset(f"1.2.840.10008.1.2.4.{last}" for last in ("50", "51", "81", "111"))
"""Transfer syntaxes that cannot be lossless."""


@cache
def is_installed(name: str) -> bool:
    """True when the decoder `name` of `DECODERS` can be used here."""
    decoder = DECODERS[name]
    if importlib.util.find_spec(decoder.module) is None:
        return False
    if not decoder.codec:
        return True
    codec = getattr(importlib.import_module(decoder.module), decoder.codec, None)
    return bool(codec is not None and codec.available)


def decoders() -> tuple[DecoderInfo, ...]:
    """Every transfer syntax that is known, and the decoder that serves it here."""
    native = [DecoderInfo(uid, name, "built in") for uid, name in NATIVE_NAMES.items()]
    return (
        *native,
        *(
            DecoderInfo(uid, name, next((d for d in chain if is_installed(d)), ""))
            for uid, (name, chain) in COMPRESSED.items()
        ),
    )


def is_supported(transfer_syntax_uid: str) -> bool:
    """True when a frame in this transfer syntax can be decoded here."""
    if transfer_syntax_uid in NATIVE_NAMES:
        return True
    chain = COMPRESSED.get(transfer_syntax_uid, ("", ()))[1]
    return any(is_installed(name) for name in chain)


def decode(transfer_syntax_uid: str, frame: EncodedFrame) -> AnyArray:
    """Array [rows, columns] or [rows, columns, samples] of one compressed frame.

    JPEG colour comes back as RGB; JPEG 2000 with its colour transform undone. What one decoder
    refuses is given to the next one of the chain that is strict. Raises what the first decoder
    raised; the transfer syntax must be supported.
    """
    refusal: Exception | None = None
    samples = frame.rows * frame.columns * frame.samples
    for name in COMPRESSED[transfer_syntax_uid][1]:
        decoder = DECODERS[name]
        if not is_installed(name):
            continue
        if refusal is not None and not (decoder.strict and samples <= SECOND_TRY_SAMPLES):
            continue
        try:
            return decoder.decode(frame)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - each decoder has exceptions of its own
            refusal = refusal or error
    assert refusal is not None
    raise refusal


def least_bytes(transfer_syntax_uid: str, pixels: int, samples: int) -> int:
    """Bytes below which no frame of so many pixels can be compressed; 0 where there is no bound.

    A JPEG spends at least a bit on each block of 8 x 8 of its finest component, a lossless one a
    bit on each sample, RLE two bytes on 128 (PS3.5 G.3.1). JPEG-LS and JPEG 2000 may say of a
    picture of any size in a few bytes that it is empty.
    """
    if transfer_syntax_uid in _DCT:
        return pixels // (64 * 8)
    if COMPRESSED.get(transfer_syntax_uid, ("", ()))[1] == _JPEG_LOSSLESS:
        return pixels * samples // 8
    return pixels * samples // 64 if transfer_syntax_uid == RLE else 0


def is_left_as_ybr(transfer_syntax_uid: str, data: bytes, photometric: str) -> bool:
    """Whether `decode` gives Y, Cb and Cr for a frame of this Photometric Interpretation.

    `data` is the compressed frame. The DCT decoder converts to RGB itself, and JPEG 2000 does so
    when its stream says that it was transformed, whatever the header says. JPEG XL converts what
    was a JPEG or is subsampled; only lossless samples may have been Y, Cb and Cr before.
    """
    if not photometric.startswith("YBR") or transfer_syntax_uid in _DCT:
        return False
    if transfer_syntax_uid in JPEG_XL_FAMILY:
        head = jpeg_xl_head(data)
        was_jpeg = transfer_syntax_uid == JPEG_XL_RECOMPRESSION or (head and head.holds_jpeg)
        return photometric == "YBR_FULL" and not was_jpeg
    if transfer_syntax_uid in _JPEG_2000_FAMILY:
        return photometric not in {"YBR_RCT", "YBR_ICT"} and not jpeg_2000_has_color_transform(data)
    return True
