"""Images whose rendering is known: made by arithmetic for the comparison, nobody's data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset

from tests.dicom_factory import make_dataset, save
from tests.rendering.standard import Floats, Modality, Table, Window, rendered, rgb_of_ybr_full

AnyArray = npt.NDArray[Any]
Voi = Window | Table

IDENTITY = (1.0, 0.0)
FUNCTIONS = ("LINEAR", "LINEAR_EXACT", "SIGMOID")
_RANDOM = np.random.default_rng(2011)


class Deviation(Enum):
    """Where dcmtk 3.6.7 does not do what the standard says; the value is the sentence."""

    NO_LINEAR_EXACT = (
        "dcmtk does not know LINEAR_EXACT (PS3.3 C.11.2.1.3.2) and draws LINEAR in its place: the "
        "two lie apart by half a value in the centre and one in the width, which shows in narrow "
        "windows."
    )
    WHOLE_NUMBERS = (
        "dcmtk cuts modality values to whole numbers, which loses the fractions that a Rescale "
        "Slope or Rescale Intercept makes (PS3.3 C.11.1.1)."
    )
    YBR_TABLES = (
        "dcmtk adds up table entries that were cut to whole numbers, each of them, and not the "
        "products of the equations (PS3.3 C.7.6.3.1.2)."
    )


@dataclass(frozen=True)
class Case:
    """One image and how it is to be shown.

    Attributes
    ----------
    group, name
        The row of the table that it counts in, and what is special about it.
    pixels
        As stored.
    expected
        Real-valued greys [rows, columns], or colours [rows, columns, 3], from 0 to 255.
    dcmtk
        How dcm2pnm is told to use the file's own window or table; empty for colour.
    raw
        Pixel Data, where `pixels` are not laid out as the file has them.
    dcmtk_deviates
        Why dcmtk's greys need not be those of the standard.
    """

    group: str
    name: str
    pixels: AnyArray
    expected: Floats
    dcmtk: tuple[str, ...] = ()
    tags: dict[str, Any] = field(default_factory=dict)
    raw: bytes | None = None
    dcmtk_deviates: Deviation | None = None

    def write(self, path: Path) -> Path:
        """The file."""
        ds = make_dataset(self.pixels, **self.tags)
        if self.raw is not None:
            ds.PixelData = self.raw
        return save(ds, path)


@cache
def all_cases() -> tuple[Case, ...]:
    """Every case, in the order of the table."""
    return (*_depths(), *_rescaled(), *_modality_tables(), *_voi_tables(), *_edges(), *_colors())


def ramp(bits: int, *, signed: bool) -> AnyArray:
    """Every value of so many bits once, in no order: [rows, columns]."""
    low = -(1 << bits - 1) if signed else 0
    values = _RANDOM.permutation(np.arange(low, low + (1 << bits)))
    size = 1 if bits == 8 else 2
    dtype = np.dtype(f"{'i' if signed else 'u'}{size}")
    side = 1 << bits // 2
    return values.astype(dtype).reshape(side, -1)


def _gray(
    group: str,
    name: str,
    pixels: AnyArray,
    voi: Voi,
    *,
    modality: Modality = IDENTITY,
    photometric: str = "MONOCHROME2",
    **tags: Any,
) -> Case:
    values: dict[str, Any] = {"PhotometricInterpretation": photometric, **tags}
    values |= _voi_tags(voi)
    if isinstance(modality, Table):
        values["ModalityLUTSequence"] = [_item(modality, pixels, ModalityLUTType="US")]
    elif modality != IDENTITY:
        values["RescaleSlope"], values["RescaleIntercept"] = modality
        values["RescaleType"] = "US"
    inverted = photometric == "MONOCHROME1"
    expected = rendered(pixels, modality, voi, inverted=inverted)
    chosen = ("+Wl", "1") if isinstance(voi, Table) else ("+Wi", "1")
    deviates = None
    if isinstance(voi, Window) and voi.function == "LINEAR_EXACT":
        deviates = Deviation.NO_LINEAR_EXACT
    elif not isinstance(modality, Table) and any(v != int(v) for v in modality):
        deviates = Deviation.WHOLE_NUMBERS
    return Case(group, name, pixels, expected, chosen, values, dcmtk_deviates=deviates)


def _voi_tags(voi: Voi) -> dict[str, Any]:
    if isinstance(voi, Table):
        return {"VOILUTSequence": [_item(voi, None, LUTExplanation="made for a test")]}
    return {
        "WindowCenter": voi.center,
        "WindowWidth": voi.width,
        "VOILUTFunction": voi.function,
    }


def _item(table: Table, pixels: AnyArray | None, **tags: str) -> Dataset:
    item = Dataset()
    # The first value is signed where what goes in may be negative (PS3.3 C.11.1.1, C.11.2.1.1).
    signed = table.first < 0 or (pixels is not None and pixels.dtype.kind == "i")
    count = len(table.entries) % 65536
    item.add_new(
        0x00283002, "SS" if signed else "US", [_as_short(count, signed), table.first, table.bits]
    )
    for keyword, value in tags.items():
        setattr(item, keyword, value)
    item.add_new(0x00283006, "OW", np.asarray(table.entries, "<u2").tobytes())
    return item


def _as_short(value: int, signed: bool) -> int:
    return value - 65536 if signed and value > 32767 else value


def _depths() -> Iterator[Case]:
    for bits in (8, 12, 16):
        for signed in (False, True):
            pixels = ramp(bits, signed=signed)
            middle = float(pixels.mean().round()) + 3
            for photometric in ("MONOCHROME1", "MONOCHROME2"):
                group = f"{photometric}, {bits} bit, {'signed' if signed else 'unsigned'}"
                for function in FUNCTIONS:
                    window = Window(middle, float((1 << bits) // 3), function)
                    yield _gray(
                        group, function, pixels, window, photometric=photometric, BitsStored=bits
                    )


RESCALES: dict[str, tuple[float, float]] = {
    "slope 1, intercept -1024": (1.0, -1024.0),
    "slope 2, intercept 10": (2.0, 10.0),
    "slope 0.5, intercept -1000": (0.5, -1000.0),
    "slope 1.75, intercept -0.25": (1.75, -0.25),
    "slope -1, intercept 4095": (-1.0, 4095.0),
}


def _rescaled() -> Iterator[Case]:
    pixels = ramp(12, signed=False)
    for name, (slope, intercept) in RESCALES.items():
        for function in FUNCTIONS:
            for width in (80.0, 1500.0):
                window = Window(2000 * slope + intercept, width, function)
                yield _gray(
                    f"Rescale: {name}",
                    f"{function}, width {width:g}",
                    pixels,
                    window,
                    modality=(slope, intercept),
                    BitsStored=12,
                )
    signed = ramp(16, signed=True)
    for function in FUNCTIONS:
        yield _gray(
            "Rescale: signed, intercept -1024",
            function,
            signed,
            Window(40, 400, function),
            modality=(1.0, -1024.0),
        )


def _modality_tables() -> Iterator[Case]:
    for bits, first in ((16, 0), (16, 1000), (8, 0)):
        top = (1 << bits) - 1
        entries = tuple(int(v) for v in np.rint(np.linspace(0, 1, 2048) ** 2 * top))
        table = Table(entries, first, bits)
        pixels = ramp(12, signed=False)
        for function in FUNCTIONS:
            yield _gray(
                f"Modality LUT Sequence, {bits} bit",
                f"{function}, first value {first}",
                pixels,
                Window(top / 2, top / 3, function),
                modality=table,
                BitsStored=12,
            )
    signed = ramp(12, signed=True)
    table = Table(tuple(range(0, 4096, 2)), -1024, 12)
    yield _gray(
        "Modality LUT Sequence, signed input", "LINEAR", signed, Window(2000, 900), modality=table,
        BitsStored=12,
    )  # fmt: skip


def _voi_tables() -> Iterator[Case]:
    pixels = ramp(12, signed=False)
    for bits in (8, 10, 12, 16):
        top = (1 << bits) - 1
        entries = tuple(int(v) for v in np.rint(np.sqrt(np.linspace(0, 1, 1024)) * top))
        for photometric in ("MONOCHROME1", "MONOCHROME2"):
            yield _gray(
                f"VOI LUT Sequence, {bits} bit",
                f"{photometric}, from 1500",
                pixels,
                Table(entries, 1500, bits),
                photometric=photometric,
                BitsStored=12,
            )
        yield _gray(
            f"VOI LUT Sequence, {bits} bit",
            "after intercept -1024, from -500",
            pixels,
            Table(entries, -500, bits),
            modality=(1.0, -1024.0),
            BitsStored=12,
        )


def _edges() -> Iterator[Case]:
    pixels = ramp(12, signed=False)
    odd = {
        "LINEAR of width 1": Window(2000, 1),
        "LINEAR of width 2": Window(2000, 2),
        "LINEAR, centre and width not whole": Window(2000.5, 100.5),
        "SIGMOID of width 1": Window(2000, 1, "SIGMOID"),
        "wider than all values": Window(2000, 20000),
        "all values above": Window(-3000, 100),
        "all values below": Window(9000, 100),
    }
    for name, window in odd.items():
        for photometric in ("MONOCHROME1", "MONOCHROME2"):
            yield _gray(
                "Unusual windows", f"{name}, {photometric}", pixels, window,
                photometric=photometric, BitsStored=12,
            )  # fmt: skip


def _colors() -> Iterator[Case]:
    rgb = _RANDOM.integers(0, 256, (32, 48, 3)).astype(np.uint8)
    yield Case("RGB", "by pixel", rgb, rgb.astype(np.float64))
    planes = np.ascontiguousarray(rgb.transpose(2, 0, 1)).tobytes()
    yield Case(
        "RGB", "by plane", rgb, rgb.astype(np.float64), tags={"PlanarConfiguration": 1}, raw=planes
    )
    yield Case(
        "YBR_FULL",
        "by pixel",
        rgb,
        rgb_of_ybr_full(rgb),
        tags={"PhotometricInterpretation": "YBR_FULL"},
        dcmtk_deviates=Deviation.YBR_TABLES,
    )
    # Two pixels share Cb and Cr, and come as Y Y Cb Cr (C.7.6.3.1.2); a smooth chroma, since how
    # it is brought back to full size is not part of the standard.
    chroma = np.full((32, 24, 2), (90, 170), np.uint8)
    luma = rgb[..., 0].reshape(32, 24, 2)
    full = np.concatenate([rgb[..., :1], chroma.repeat(2, axis=1)], axis=-1)
    yield Case(
        "YBR_FULL_422",
        "uncompressed",
        rgb,
        rgb_of_ybr_full(full),
        tags={"PhotometricInterpretation": "YBR_FULL_422"},
        raw=np.concatenate([luma, chroma], axis=-1).tobytes(),
    )
    index = _RANDOM.integers(0, 256, (32, 48)).astype(np.uint8)
    for bits in (8, 16):
        tables = _RANDOM.integers(0, 1 << bits, (3, 256)).astype(f"<u{bits // 8}")
        tags: dict[str, Any] = {"PhotometricInterpretation": "PALETTE COLOR"}
        for name, table in zip(("Red", "Green", "Blue"), tables, strict=True):
            tags[f"{name}PaletteColorLookupTableDescriptor"] = [256, 0, bits]
            tags[f"{name}PaletteColorLookupTableData"] = table.tobytes()
        scale = 255 / ((1 << bits) - 1)
        expected = tables[:, index].transpose(1, 2, 0).astype(np.float64) * scale
        yield Case("PALETTE COLOR", f"{bits} bit entries", index, expected, tags=tags)
