"""What the fuzzer begins with: small files, drawn by code, and pydicom's own test files."""

from __future__ import annotations

import struct
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pydicom
from pydicom.dataset import Dataset
from pydicom.uid import UID

from tests import dicom_factory as factory
from tests.fuzz.values import SYNTAXES
from tests.hostile import lengths, metadata, pixels, rasters, raw, structure
from tests.hostile.lengths import j2k, rle

LARGEST = 8192
"""Bytes of a seed: small files are changed in what matters, and are fast."""

_DICOM_FAMILIES = (structure, lengths, pixels, metadata)
_UID = "1.2.826.0.1.3680043.8.498.1"


def dicom_seeds() -> list[bytes]:
    """DICOM files, sound and broken."""
    with tempfile.TemporaryDirectory() as folder:
        drawn = [*_drawn(Path(folder)), *_hostile(Path(folder), _DICOM_FAMILIES)]
    tests = Path(pydicom.__file__).resolve().parent / "data" / "test_files"
    shipped = [path.read_bytes() for path in sorted(tests.glob("*.dcm"))]
    return _small([*drawn, *shipped])


def raster_seeds() -> list[bytes]:
    """PNG and JPEG files, sound and broken."""
    with tempfile.TemporaryDirectory() as folder:
        broken = list(_hostile(Path(folder), (rasters,)))
    return _small([*_pngs(), *_jpegs(), *broken])


def piece_seeds(numbers: dict[str, int]) -> list[bytes]:
    """Bytes for each of the functions that take them apart, behind the byte that chooses it."""
    jpeg = next(_jpegs())
    fragments = raw.item(struct.pack("<2L", 0, 12)) + raw.item(b"abcd") + raw.item(b"efgh")
    fragments += raw.SEQUENCE_END
    tables = struct.pack("<4Q", 0, 12, 4, 4)
    segments = struct.pack("<12H", 0, 3, 10, 20, 30, 1, 4, 50, 2, 2, 0, 0)
    descriptor = struct.pack("<3H", 14, 0, 16)
    exif = b"II*\0" + struct.pack("<LHHHLHH", 8, 1, 0x0112, 3, 1, 6, 0)
    bodies: dict[str, list[bytes]] = {
        "recognize": [raw.dicom()[:400], raw.data_set()[:64], raw.PNG_SIGNATURE, jpeg[:16]],
        "streams": [jpeg, j2k(), bytes(imagecodecs.jpegls_encode(np.zeros((4, 4), np.uint8)))],
        "rle_header": [b"\2" + rle()],
        "tiles": [j2k()],
        "fragments": [b"\0\2\0\0" + fragments, b"\1\2\x20\x21" + tables + fragments],
        "palette": [
            b"\0" + descriptor + segments,
            b"\1" + struct.pack("<3H", 4, 0, 8) + bytes(range(8)),
        ],
        "exif": [exif, exif.replace(b"II*\0", b"MM\0*")],
        "raster_layouts": [jpeg, next(_pngs())],
        "items": [raw.item(b"ab") * 3],
    }
    return [bytes([numbers[name]]) + body for name, found in bodies.items() for body in found]


def _small(files: list[bytes]) -> list[bytes]:
    return list(dict.fromkeys(data for data in files if 0 < len(data) <= LARGEST))


def _hostile(folder: Path, families: tuple[Any, ...]) -> Iterator[bytes]:
    for family in families:
        for case in family.CASES:
            path = case.write(folder / "file")
            if path.stat().st_size <= LARGEST:
                yield path.read_bytes()


def _picture(dtype: str, *shape: int) -> Any:
    return np.arange(int(np.prod(shape))).reshape(shape).astype(dtype)


def _drawn(folder: Path) -> Iterator[bytes]:
    path = folder / "drawn.dcm"
    for ds in _data_sets():
        yield factory.save(ds, path).read_bytes()
    for syntax in (SYNTAXES[0], SYNTAXES[4]):
        ds = _made(_picture("u2", 6, 5))
        ds.file_meta.TransferSyntaxUID = UID(syntax.decode())
        ds.save_as(path, enforce_file_format=True)
        yield path.read_bytes()
    yield from _compressed(path)


def _made(values: Any, **tags: Any) -> Any:
    fixed = {
        "SOPInstanceUID": _UID,
        "StudyInstanceUID": f"{_UID}.1",
        "SeriesInstanceUID": f"{_UID}.2",
    }
    return factory.make_dataset(values, **fixed, **tags)


def _data_sets() -> Iterator[Any]:
    words = struct.pack("<6H", 0, 3, 0, 0xFF00, 0x8000, 7)
    yield _made(_picture("i2", 4, 4), Modality="CT", RescaleSlope=2, RescaleIntercept=-1024)
    yield _made(_picture("u2", 3, 4, 4), WindowCenter=[40, 8], WindowWidth=[80, 9])
    yield _made(_picture("u4", 4, 4), PhotometricInterpretation="MONOCHROME1")
    yield _made(_picture("u2", 4, 4), BitsStored=12, HighBit=13, PixelPaddingValue=3)
    for color in ("RGB", "YBR_FULL", "YBR_PARTIAL_422"):
        yield _made(_picture("u1", 4, 4, 3), PhotometricInterpretation=color, PlanarConfiguration=1)
    yield _made(_picture("u2", 4, 4, 3), BitsStored=12)
    for segmented in ("", "Segmented"):
        palette = {
            **{
                f"{c}PaletteColorLookupTableDescriptor": [3, 0, 16]
                for c in ("Red", "Green", "Blue")
            },
            **{
                f"{segmented}{c}PaletteColorLookupTableData": words if segmented else words[4:]
                for c in ("Red", "Green", "Blue")
            },
        }
        yield _made(_picture("u1", 2, 3), PhotometricInterpretation="PALETTE COLOR", **palette)
    lut = Dataset()
    lut.LUTDescriptor, lut.LUTData, lut.ModalityLUTType = [4, 0, 16], words[2:], "OD"
    yield _made(_picture("u2", 2, 2), ModalityLUTSequence=[lut])
    voi = Dataset()
    voi.LUTDescriptor, voi.LUTData, voi.LUTExplanation = [4, 0, 8], words[6:], "drawn"
    yield _made(_picture("u2", 2, 2), VOILUTSequence=[voi], VOILUTFunction="SIGMOID")
    yield factory.make_enhanced(
        _picture("u2", 2, 2, 2), [0.0, 5.0], rescale=[(1.0, 0.0), (2.0, 1.0)], SOPInstanceUID=_UID
    )


def _compressed(path: Path) -> Iterator[bytes]:
    grey, wide, color = _picture("u1", 8, 8), _picture("u2", 8, 8), _picture("u1", 8, 8, 3)
    streams = {
        SYNTAXES[6]: [imagecodecs.jpeg8_encode(grey)] * 2,
        SYNTAXES[9]: [imagecodecs.ljpeg_encode(grey)],
        SYNTAXES[10]: [imagecodecs.jpegls_encode(grey)],
        SYNTAXES[3]: [grey.tobytes()] * 2,
    }
    for syntax, frames in streams.items():
        ds = _made(grey if len(frames) == 1 else np.stack([grey] * len(frames)))
        yield factory.save_encapsulated(ds, path, frames, syntax.decode()).read_bytes()
    for values, stream, syntax in (
        (wide, j2k(), SYNTAXES[12]),
        (wide, rle(), SYNTAXES[5]),
        (color, imagecodecs.jpeg8_encode(color, colorspace="RGB"), SYNTAXES[6]),
        (color, imagecodecs.jpeg2k_encode(color, codecformat="j2k", level=0), SYNTAXES[13]),
    ):
        ds = _made(values)
        if values is wide:
            ds.ExtendedOffsetTable = struct.pack("<Q", 0)
            ds.ExtendedOffsetTableLengths = struct.pack("<Q", len(stream))
        yield factory.save_encapsulated(ds, path, [stream], syntax.decode()).read_bytes()


def _pngs() -> Iterator[bytes]:
    for values in (_picture("u1", 4, 4), _picture("u2", 4, 4)):
        yield bytes(imagecodecs.png_encode(values))
    for samples in (2, 3, 4):
        yield bytes(imagecodecs.png_encode(_picture("u1", 4, 4, samples)))
    palette = raw.chunk(b"PLTE", bytes(range(12))) + raw.chunk(b"tRNS", b"\0\x80\xff")
    packed = raw.chunk(b"IDAT", zlib.compress(b"\0\x1b\0\xe4"))
    yield raw.png(raw.png_header(4, 2, bits=2, color=3), palette, packed, raw.PNG_END)
    exif = b"MM\0*" + struct.pack(">LHHHLHH", 8, 1, 0x0112, 3, 1, 6, 0)
    yield raw.png(raw.png_header(), raw.chunk(b"eXIf", exif), raw.png_rows(), raw.PNG_END)


def _jpegs() -> Iterator[bytes]:
    yield bytes(imagecodecs.jpeg8_encode(_picture("u1", 8, 8)))
    yield bytes(imagecodecs.jpeg8_encode(_picture("u1", 8, 8, 3)))
    yield bytes(imagecodecs.jpeg8_encode(_picture("u1", 8, 8, 3), subsampling="420"))
    yield bytes(
        imagecodecs.jpeg8_encode(_picture("u1", 8, 8, 4), colorspace="CMYK", outcolorspace="CMYK")
    )
    yield bytes(imagecodecs.jpeg8_encode(_picture("u2", 8, 8) % 4096, bitspersample=12))
    yield bytes(imagecodecs.ljpeg_encode(_picture("u1", 8, 8)))
