"""What the reader reads, and values that are at an edge: the words of the mutator's language."""

from __future__ import annotations

import struct
from collections.abc import Callable
from random import Random

SYNTAXES = tuple(
    f"1.2.840.10008.1.2{end}".encode()
    for end in (
        *("", ".1", ".2", ".1.98", ".1.99", ".5", ".4.50", ".4.51", ".4.57", ".4.70", ".4.80"),
        *(".4.81", ".4.90", ".4.91", ".4.201", ".4.202", ".4.203", ".4.102"),
    )
)

PHOTOMETRICS = (
    b"MONOCHROME1",
    b"MONOCHROME2",
    b"PALETTE COLOR",
    b"RGB",
    b"YBR_FULL",
    b"YBR_FULL_422",
    b"YBR_PARTIAL_422",
    b"YBR_PARTIAL_420",
    b"YBR_RCT",
    b"YBR_ICT",
)

NUMBERS = (
    *(b"0", b"-0", b"1", b"-1", b"0.5", b"2", b"1e308", b"-1e308", b"1e-320", b"1e38", b"-3.5e38"),
    *(b"nan", b"inf", b"-inf", b"1e999", b"", b" ", b"1\\2", b"1\\", b"\\", b"0x10", b"1_0"),
    *(b"99999999999999999999", b"2147483648", b"-2147483649", b"4294967296", b"65536", b"1,5"),
    *(b"\xff\xfe", b"1\0", b"+.e", b"1" * 400, b"\\".join([b"1"] * 70)),
)

SHORTS = (0, 1, 2, 3, 4, 7, 8, 9, 12, 15, 16, 17, 24, 31, 32, 63, 64, 255, 256, 4095)
EDGES = (0x7FFF, 0x8000, 0xFFFF, 0xFFFE, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF, 1 << 20)

VRS = (
    *b"AE AS AT CS DA DS DT FD FL IS LO LT OB OD OF OL OV OW PN SH SL SQ SS ST SV TM UC UI".split(),
    *b"UL UN UR US UT UV ZZ".split(),
    *(b"\0\0", b"us"),
)

TEXTS = (
    *(b"", b"HU", b"US", b"CT", b"MR", b"LINEAR", b"LINEAR_EXACT", b"SIGMOID", b"01", b"00"),
    *(b"a" * 2000, b"\xff\xfe\xfd", b"x\0y", b"\x1b$B\x1b(B", b"a^b^c=d=e", b"ISO_IR 192"),
    *(b"\\ISO 2022 IR 87", b"ISO 2022 IR 58\\ISO 2022 IR 149", b"GB18030", b"ISO_IR 9999"),
    *(b"19700101", b"999Y", b"1.2.3", b"Ma\xc3\xb1ana", b"=formula", b"\n\r\t"),
)

# What the reader looks at, as (tag, VR): those of a file, then those of items.
ATTRIBUTES: tuple[tuple[int, bytes], ...] = (
    (0x00080005, b"CS"),  # Specific Character Set
    (0x00080016, b"UI"),  # SOP Class UID
    (0x00080060, b"CS"),  # Modality
    (0x0008103E, b"LO"),  # Series Description
    (0x00100010, b"PN"),  # Patient's Name
    (0x00101010, b"AS"),  # Patient's Age
    (0x00180050, b"DS"),  # Slice Thickness
    (0x00180088, b"DS"),  # Spacing Between Slices
    (0x00181164, b"DS"),  # Imager Pixel Spacing
    (0x00200011, b"IS"),  # Series Number
    (0x00200013, b"IS"),  # Instance Number
    (0x00200032, b"DS"),  # Image Position (Patient)
    (0x00200037, b"DS"),  # Image Orientation (Patient)
    (0x00280002, b"US"),  # Samples per Pixel
    (0x00280004, b"CS"),  # Photometric Interpretation
    (0x00280006, b"US"),  # Planar Configuration
    (0x00280008, b"IS"),  # Number of Frames
    (0x00280010, b"US"),  # Rows
    (0x00280011, b"US"),  # Columns
    (0x00280030, b"DS"),  # Pixel Spacing
    (0x00280034, b"IS"),  # Pixel Aspect Ratio
    (0x00280100, b"US"),  # Bits Allocated
    (0x00280101, b"US"),  # Bits Stored
    (0x00280102, b"US"),  # High Bit
    (0x00280103, b"US"),  # Pixel Representation
    (0x00280120, b"SS"),  # Pixel Padding Value
    (0x00280121, b"SS"),  # Pixel Padding Range Limit
    (0x00280122, b"FL"),  # Float Pixel Padding Value
    (0x00280123, b"FD"),  # Double Float Pixel Padding Value
    (0x00281050, b"DS"),  # Window Center
    (0x00281051, b"DS"),  # Window Width
    (0x00281052, b"DS"),  # Rescale Intercept
    (0x00281053, b"DS"),  # Rescale Slope
    (0x00281054, b"LO"),  # Rescale Type
    (0x00281055, b"LO"),  # Window Center & Width Explanation
    (0x00281056, b"CS"),  # VOI LUT Function
    (0x00281101, b"US"),  # Red Palette Color LUT Descriptor
    (0x00281102, b"US"),  # Green
    (0x00281103, b"US"),  # Blue
    (0x00281201, b"OW"),  # Red Palette Color LUT Data
    (0x00281202, b"OW"),  # Green
    (0x00281203, b"OW"),  # Blue
    (0x00281221, b"OW"),  # Segmented Red Palette Color LUT Data
    (0x00281222, b"OW"),  # Green
    (0x00281223, b"OW"),  # Blue
    (0x00282110, b"CS"),  # Lossy Image Compression
    (0x00283000, b"SQ"),  # Modality LUT Sequence
    (0x00283002, b"US"),  # LUT Descriptor
    (0x00283003, b"LO"),  # LUT Explanation
    (0x00283004, b"LO"),  # Modality LUT Type
    (0x00283006, b"OW"),  # LUT Data
    (0x00283010, b"SQ"),  # VOI LUT Sequence
    (0x00289110, b"SQ"),  # Pixel Measures Sequence
    (0x00289132, b"SQ"),  # Frame VOI LUT Sequence
    (0x00289145, b"SQ"),  # Pixel Value Transformation Sequence
    (0x00209113, b"SQ"),  # Plane Position Sequence
    (0x00209116, b"SQ"),  # Plane Orientation Sequence
    (0x52009229, b"SQ"),  # Shared Functional Groups Sequence
    (0x52009230, b"SQ"),  # Per-Frame Functional Groups Sequence
    (0x60000010, b"US"),  # Overlay Rows
    (0x60003000, b"OW"),  # Overlay Data
    (0x7FE00001, b"OV"),  # Extended Offset Table
    (0x7FE00002, b"OV"),  # Extended Offset Table Lengths
    (0x7FE00008, b"OF"),  # Float Pixel Data
    (0x7FE00009, b"OD"),  # Double Float Pixel Data
    (0x7FE00010, b"OW"),  # Pixel Data
)


def _short(random: Random) -> int:
    return random.choice(SHORTS + EDGES)


def _packed(code: str, bits: int, most: int) -> Callable[[Random], bytes]:
    def make(random: Random) -> bytes:
        mask = (1 << bits) - 1
        count = random.choice((1, 1, 1, 2, 3, most))
        return struct.pack(f"<{count}{code}", *(_short(random) & mask for _ in range(count)))

    return make


def _float(code: str) -> Callable[[Random], bytes]:
    choices = (0.0, 1.0, -1.0, 0.5, 1e38, float("nan"), float("inf"), float("-inf"), 65536.0)

    def make(random: Random) -> bytes:
        return struct.pack(f"<{code}", random.choice(choices))

    return make


def _number(random: Random) -> bytes:
    return b"\\".join(random.choice(NUMBERS) for _ in range(random.choice((1, 1, 1, 2, 3, 6))))


def _text(random: Random) -> bytes:
    return random.choice(TEXTS + NUMBERS + PHOTOMETRICS)


def _octets(random: Random) -> bytes:
    size = random.choice((0, 1, 2, 6, 8, 16, 64, 128, 256, 512))
    return random.randbytes(size)


_MAKERS: dict[bytes, Callable[[Random], bytes]] = {
    **{vr: _packed("H", 16, 6) for vr in (b"US", b"SS", b"AT")},
    **{vr: _packed("L", 32, 4) for vr in (b"UL", b"SL")},
    **{vr: _packed("Q", 64, 4) for vr in (b"UV", b"SV", b"OV")},
    b"FL": _float("f"),
    b"FD": _float("d"),
    **dict.fromkeys((b"DS", b"IS"), _number),
    **dict.fromkeys((b"OB", b"OW", b"OF", b"OD", b"OL", b"UN"), _octets),
}


def value_for(tag: int, vr: bytes, random: Random) -> bytes:
    """A value at an edge for an element."""
    if random.random() < 0.7:
        if tag == 0x00280004:
            return random.choice(PHOTOMETRICS)
        if tag == 0x00020010:
            return random.choice(SYNTAXES)
        if tag in {0x00280010, 0x00280011}:
            return struct.pack("<H", random.choice((1, 2, 3, 5, 8, 16, 64)))
    return _MAKERS.get(vr, _text)(random)
