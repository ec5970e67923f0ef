"""Decoders that may be used: installed, and under a permissive licence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import cv2
import imagecodecs
import numpy as np
import numpy.typing as npt
from pydicom.encaps import encapsulate
from pydicom.pixels.decoders.base import get_decoder
from pydicom.uid import RLELossless

from tumorview.imaging.decoders import COMPRESSED, DECODERS, EncodedFrame, is_installed

AnyArray = npt.NDArray[Any]

FAMILIES = {
    "JPEG": ("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51"),
    "JPEG Lossless": ("1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70"),
    "JPEG-LS": ("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81"),
    "JPEG 2000": tuple(f"1.2.840.10008.1.2.4.{last}" for last in (90, 91, 92, 93)),
    "HTJ2K": tuple(f"1.2.840.10008.1.2.4.{last}" for last in (201, 202, 203)),
    "JPEG XL": tuple(f"1.2.840.10008.1.2.4.{last}" for last in (110, 111, 112)),
    "RLE": ("1.2.840.10008.1.2.5",),
}
"""Transfer syntaxes that one kind of decoder serves."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """`decode` gives what `tumorview.imaging.decoders.decode` would."""

    name: str
    families: tuple[str, ...]
    licence: str
    decode: Callable[[EncodedFrame], AnyArray]


def _opencv(frame: EncodedFrame) -> AnyArray:
    found = cv2.imdecode(np.frombuffer(frame.data, np.uint8), cv2.IMREAD_UNCHANGED)
    if found is None:
        raise ValueError("OpenCV does not read it")
    values = np.asarray(found)
    return values[..., ::-1] if values.ndim == 3 else values


def _openjph(frame: EncodedFrame) -> AnyArray:
    return np.asarray(imagecodecs.htj2k_decode(frame.data))


def _jpegsof3(frame: EncodedFrame) -> AnyArray:
    return np.asarray(imagecodecs.jpegsof3_decode(frame.data))


def _pydicom_rle(frame: EncodedFrame) -> AnyArray:
    # pydicom types the values of its options as the options.
    options: Any = {
        "rows": frame.rows,
        "columns": frame.columns,
        "samples_per_pixel": frame.samples,
        "bits_allocated": frame.bits_allocated,
        "bits_stored": frame.bits_allocated,
        "pixel_representation": 0,
        "pixel_keyword": "PixelData",
        "photometric_interpretation": "MONOCHROME2" if frame.samples == 1 else "RGB",
        "planar_configuration": 1,
        "number_of_frames": 1,
    }
    values, _ = get_decoder(RLELossless).as_array(
        encapsulate([frame.data]), raw=True, decoding_plugin="pydicom", **options
    )
    return np.asarray(values)


_JPEG, _LOSSLESS, _LS, _2000, _HT, _XL, _RLE = ((name,) for name in FAMILIES)
_LICENCES = {
    "imagecodecs (libjpeg-turbo)": (_JPEG, "IJG, BSD 3-Clause, zlib"),
    "imagecodecs (libjpeg-turbo, lossless)": (_LOSSLESS, "IJG, BSD 3-Clause, zlib"),
    "imagecodecs (liblj92)": (_LOSSLESS, "MIT"),
    "imagecodecs (CharLS)": (_LS, "BSD 3-Clause"),
    "pyjpegls (CharLS)": (_LS, "MIT, BSD 3-Clause"),
    "imagecodecs (OpenJPEG)": ((*_2000, *_HT), "BSD 2-Clause"),
    "pylibjpeg-openjpeg": ((*_2000, *_HT), "MIT, BSD 2-Clause"),
    "imagecodecs (libjxl)": (_XL, "BSD 3-Clause"),
    "imagecodecs (RLE)": (_RLE, "BSD 3-Clause"),
}
_OTHERS = (
    Candidate("OpenCV (libjpeg-turbo)", _JPEG, "Apache 2.0, IJG, BSD 3-Clause", _opencv),
    Candidate("imagecodecs (jpegsof3)", _LOSSLESS, "BSD 2-Clause", _jpegsof3),
    Candidate("OpenCV (OpenJPEG)", (*_2000, *_HT), "Apache 2.0, BSD 2-Clause", _opencv),
    Candidate("imagecodecs (OpenJPH)", _HT, "BSD 2-Clause", _openjph),
    Candidate("pydicom (RLE, in Python)", _RLE, "MIT", _pydicom_rle),
)


def candidates() -> tuple[Candidate, ...]:
    """Those that the application knows, then those that it might use instead."""
    known = [
        Candidate(name, *_LICENCES[name], DECODERS[name].decode)
        for name in DECODERS
        if is_installed(name)
    ]
    return (*known, *_OTHERS)


def use_of(name: str, family: str) -> str:
    """What the application does with a decoder: "first", "fallback" or ""."""
    chain = COMPRESSED[FAMILIES[family][0]][1]
    if name not in chain:
        return ""
    return "first" if chain[0] == name else "fallback"
