"""Compressed frames whose right pixels are known.

Pydicom's files count where dcmtk or SimpleITK has borne TumorView's pixels out (the table of
docs/CONFORMANCE.md); the others are made here, from numbers that the encoder has to bring back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import numpy.typing as npt
import pydicom
from pydicom.encaps import generate_frames

from tests import conformance
from tests.decoder_choice.candidates import FAMILIES
from tests.dicom_factory import make_dataset, save, save_encapsulated
from tumorview.imaging.dicom_tags import quiet_pydicom
from tumorview.imaging.errors import ImagingError
from tumorview.imaging.image_file import open_image

AnyArray = npt.NDArray[Any]
Encoder = Callable[[AnyArray], bytes | bytearray]

DAMAGED = 4
"""Damaged copies of each made frame."""

_SLICE = Path(__file__).resolve().parents[2] / "resources/sample_study/lesion/IM0012.dcm"
_BASELINE, _EXTENDED = FAMILIES["JPEG"]
_LOSSLESS_ANY, _LOSSLESS_SV1 = FAMILIES["JPEG Lossless"]
_LS, _LS_NEAR = FAMILIES["JPEG-LS"]
_J2K, _J2K_LOSSY, _J2K_PART_2, _ = FAMILIES["JPEG 2000"]
_HT, _HT_RPCL, _HT_LOSSY = FAMILIES["HTJ2K"]
_XL, _, _ = FAMILIES["JPEG XL"]
(_RLE,) = FAMILIES["RLE"]


@dataclass(frozen=True, slots=True)
class Case:
    """A file of one frame.

    `truth` are its values as the application shows them, right within `tolerance`, or None for a
    damaged frame, of which only is asked that the process lives. `is_timed` frames are large.
    """

    family: str
    path: Path
    truth: AnyArray | None
    tolerance: int = 0
    is_timed: bool = False


def from_pydicom() -> Iterator[Case]:
    """Compressed files whose pixels an independent decoder confirms."""
    cells = conformance.measured_cells(conformance.DOCUMENT.read_text(encoding="utf-8"))
    for path in sorted(conformance.TEST_FILES.glob("*.dcm")):
        if not {"equal", "within 1"} & set(cells.get(path.name, ())):
            continue
        try:
            opened = open_image(path)
            truth = np.asarray(opened.read_frame().stored_values)
        except ImagingError:
            continue
        for family, syntaxes in FAMILIES.items():
            if opened.header.transfer_syntax_uid in syntaxes:
                yield Case(family, path, truth)


def made(folder: Path) -> Iterator[Case]:
    """Frames drawn and encoded here; files go to `folder`."""
    for number, recipe in enumerate(_recipes()):
        path = folder / f"made{number}.dcm"
        family = next(name for name, uids in FAMILIES.items() if recipe.syntax in uids)
        if recipe.syntax == _RLE:
            uid = pydicom.uid.UID(_RLE)
            save(make_dataset(recipe.pixels, **recipe.tags), path, transfer_syntax=uid)
        else:
            ds = make_dataset(recipe.pixels, **recipe.tags)
            save_encapsulated(ds, path, [recipe.encode(recipe.pixels)], recipe.syntax)
        yield Case(family, path, recipe.pixels, recipe.tolerance, recipe.is_timed)


def damaged(cases: Iterator[Case], folder: Path) -> Iterator[Case]:
    """Copies of `cases` with bytes changed or missing."""
    random = np.random.default_rng(20)
    for number, case in enumerate(cases):
        with quiet_pydicom():
            ds = pydicom.dcmread(case.path)
        stream = next(generate_frames(ds.PixelData, number_of_frames=1))
        for copy in range(DAMAGED):
            broken = bytearray(stream)
            for place in random.integers(20, len(broken), 4):
                broken[place] = random.integers(256)
            kept = len(broken) if copy % 2 else len(broken) * 3 // 4
            path = folder / f"damaged{number}_{copy}.dcm"
            save_encapsulated(ds, path, [broken[:kept]], ds.file_meta.TransferSyntaxUID)
            yield Case(case.family, path, None)


@dataclass(frozen=True, slots=True)
class _Recipe:
    syntax: str
    pixels: AnyArray
    encode: Encoder
    tags: dict[str, Any]  # DICOM keywords of `make_dataset`
    tolerance: int = 0
    is_timed: bool = False


def _recipes() -> Iterator[_Recipe]:
    yield from _dct()
    noise = np.random.default_rng(21)
    for syntax, encode in _lossless_encoders():
        yield _Recipe(syntax, _head(), encode, {"BitsStored": 12}, is_timed=True)
        for bits in (8, 10, 12, 16):
            dtype = np.uint8 if bits == 8 else np.uint16
            gray = noise.integers(0, 1 << bits, (37, 53)).astype(dtype)
            yield _Recipe(syntax, gray, encode, {"BitsStored": bits})
        color = noise.integers(0, 256, (24, 31, 3)).astype(np.uint8)
        yield _Recipe(syntax, color, encode, {})
    signed = noise.integers(-2048, 2048, (40, 40)).astype(np.int16)
    for syntax, signed_encode in ((_J2K, _j2k), (_RLE, _j2k)):
        yield _Recipe(syntax, signed, signed_encode, {})
    near = noise.integers(0, 4096, (40, 40)).astype(np.uint16)
    yield _Recipe(
        _LS_NEAR, near, lambda a: imagecodecs.jpegls_encode(a, level=3), {"BitsStored": 12}, 3
    )
    smooth = (np.add.outer(np.arange(64), np.arange(48)) * 20).astype(np.uint16)
    yield _Recipe(_J2K_LOSSY, smooth, _j2k_irreversible, {"BitsStored": 12}, 1)
    yield _Recipe(_HT_LOSSY, smooth, _ht_irreversible, {"BitsStored": 12}, 2)


def _dct() -> Iterator[_Recipe]:
    """JPEG of blocks of one value, which a DCT with steps of 1 brings back exactly."""
    random = np.random.default_rng(22)
    for syntax, bits in ((_BASELINE, 8), (_EXTENDED, 8), (_EXTENDED, 12)):
        dtype = np.uint8 if bits == 8 else np.uint16
        blocks = random.integers(0, 1 << bits, (7, 5)).astype(dtype)
        gray = np.kron(blocks, np.ones((8, 8), dtype))
        encode = partial(imagecodecs.jpeg8_encode, level=100, bitspersample=bits)
        cut = np.ascontiguousarray(gray[:50, :37])
        yield _Recipe(syntax, cut, encode, {"BitsStored": bits})
    color = random.integers(0, 256, (3, 4, 3)).astype(np.uint8).repeat(16, 0).repeat(16, 1)
    plain = partial(imagecodecs.jpeg8_encode, level=100, colorspace="RGB", outcolorspace="RGB")
    yield _Recipe(_BASELINE, color, plain, {})
    for sampling in ("444", "422", "420"):
        encode = partial(imagecodecs.jpeg8_encode, level=100, subsampling=sampling)
        # Rounded twice on the way to YCbCr and back; one value, so that no chroma is mixed.
        tags = {"PhotometricInterpretation": "YBR_FULL_422"}
        yield _Recipe(_BASELINE, np.ascontiguousarray(color[:16, :16]), encode, tags, 2)
    head = (_head() >> 4).astype(np.uint8)
    stream = imagecodecs.jpeg8_encode(head, level=100)
    decoded = np.asarray(imagecodecs.jpeg8_decode(stream))
    yield _Recipe(_BASELINE, decoded, lambda _: stream, {}, 1, is_timed=True)


def _lossless_encoders() -> Iterator[tuple[str, Encoder]]:
    for predictor in range(1, 8):
        syntax = _LOSSLESS_SV1 if predictor == 1 else _LOSSLESS_ANY
        yield syntax, partial(_jpeg_lossless, predictor=predictor)
    yield _LS, imagecodecs.jpegls_encode
    yield _J2K, _j2k
    yield _HT, imagecodecs.htj2k_encode
    yield _J2K_PART_2, _j2k
    yield _XL, partial(imagecodecs.jpegxl_encode, lossless=True)
    yield _RLE, _j2k  # pydicom's own encoder is used


def _jpeg_lossless(values: AnyArray, predictor: int) -> bytes:
    colors = "RGB" if values.ndim == 3 else None
    # The precision has to be named: 12 bits are meant without, whatever the numbers are.
    stream = imagecodecs.jpeg8_encode(
        values,
        lossless=True,
        predictor=predictor,
        bitspersample=8 * values.itemsize,
        colorspace=colors,
        outcolorspace=colors,
    )
    return bytes(stream)


def _j2k(values: AnyArray) -> bytes:
    return bytes(imagecodecs.jpeg2k_encode(values, codecformat="J2K", level=0, reversible=True))


def _j2k_irreversible(values: AnyArray) -> bytes:
    return bytes(imagecodecs.jpeg2k_encode(values, codecformat="J2K", level=120, reversible=False))


def _ht_irreversible(values: AnyArray) -> bytes:
    return bytes(imagecodecs.htj2k_encode(values, reversible=False))


def _head() -> AnyArray:
    """A slice of the sample study of 12 bits, four times, so that a decoder has work."""
    values = np.asarray(open_image(_SLICE).read_frame().stored_values)
    return np.tile(values, (2, 2))
