"""Values that a careless reader would believe, print, follow or compute with."""

from __future__ import annotations

import struct
from functools import partial

from tests.hostile.case import BROKEN, IMAGE, Case, content
from tests.hostile.raw import FRAMES, RAMP, Value, dicom, element, item, text

_CHARSET, _NAME, _PATIENT_ID, _BIRTH = 0x00080005, 0x00100010, 0x00100020, 0x00100030
_SERIES, _STUDY_UID, _SERIES_UID, _SOP_UID = 0x0008103E, 0x0020000D, 0x0020000E, 0x00080018
_MODALITY, _NUMBER, _INSTANCE = 0x00080060, 0x00200011, 0x00200013
_POSITION, _ORIENTATION, _SPACING = 0x00200032, 0x00200037, 0x00280030


def _one(tag: int, vr: str, said: str | bytes) -> bytes:
    return dicom({tag: text(vr, said)})


def _in_charset(charset: str, name: bytes) -> bytes:
    changes: dict[int, Value | None] = {_CHARSET: text("CS", charset), _NAME: text("PN", name)}
    return dicom(changes)


def _groups(count: int, frames: int) -> bytes:
    return dicom(
        {FRAMES: text("IS", str(frames))},
        pixels=RAMP * frames,
        extra=element(0x52009229, "SQ", item(b"")) + element(0x52009230, "SQ", item(b"") * count),
    )


CASES: tuple[Case, ...] = (
    content(
        "a name of a million letters",
        lambda: dicom(extra=element(0x00104000, "UT", b"x" * 1_000_000)),
        IMAGE,
    ),
    content("a name of 60,000 letters", lambda: _one(_NAME, "PN", "x" * 60000), IMAGE),
    content("a name of 999 components", lambda: _one(_NAME, "PN", "^=" * 999), IMAGE),
    content("a name that is no text", lambda: _one(_NAME, "PN", bytes(range(1, 255))), IMAGE),
    content("an unknown character set", lambda: _in_charset("ISO_IR 9999", b"M\xfcller"), IMAGE),
    content("a character set that is a path", lambda: _in_charset("../../etc/passwd", b"x"), IMAGE),
    content(
        "twenty character sets",
        lambda: _in_charset("\\".join(["ISO 2022 IR 87"] * 20), b"x"),
        IMAGE,
    ),
    content(
        "a broken escape sequence",
        lambda: _in_charset("\\ISO 2022 IR 87", b"\x1b$B\x1b\x1b$"),
        IMAGE,
    ),
    content("UTF-8 that is none", lambda: _in_charset("ISO_IR 192", b"\xf0\x28\x8c\xbc"), IMAGE),
    content("GBK cut in a character", lambda: _in_charset("GBK", b"\xcd\xf5\xd0"), IMAGE),
    content(
        "a UID that leaves the folder", lambda: _one(_STUDY_UID, "UI", "../../../tmp/x"), IMAGE
    ),
    content("a UID with zeros inside", lambda: _one(_SERIES_UID, "UI", b"1.2\0.3\0\0"), IMAGE),
    content("a UID of 60,000 digits", lambda: _one(_SOP_UID, "UI", "1" * 60000), IMAGE),
    content("no UIDs", lambda: dicom({_STUDY_UID: None, _SERIES_UID: None, _SOP_UID: None}), IMAGE),
    content("a birth date that is none", lambda: _one(_BIRTH, "DA", "yesterday"), IMAGE),
    content("a formula in the description", lambda: _one(_SERIES, "LO", '=HYPERLINK("x")'), IMAGE),
    content(
        "control characters in the description",
        lambda: _one(_SERIES, "LO", b"a\x1b[2J\r\nb\x07"),
        IMAGE,
    ),
    content(
        "text that runs backwards",
        lambda: dicom(
            {_CHARSET: text("CS", "ISO_IR 192"), _SERIES: text("LO", "\u202egpj.exe".encode())}
        ),
        IMAGE,
    ),
    content(
        "HTML in the description", lambda: _one(_SERIES, "LO", "<script>alert(1)</script>"), IMAGE
    ),
    content("a modality on three lines", lambda: _one(_MODALITY, "CS", "M\nR\r\n"), IMAGE),
    content("no modality", lambda: dicom({_MODALITY: None}), IMAGE),
    content("a series number of 5,000 digits", lambda: _one(_NUMBER, "IS", "7" * 5000), IMAGE),
    content("a series number with an exponent", lambda: _one(_NUMBER, "IS", "1e400"), IMAGE),
    content("an instance number in letters", lambda: _one(_INSTANCE, "IS", "one"), IMAGE),
    content("an instance number beyond 64 bits", lambda: _one(_INSTANCE, "IS", "9" * 30), IMAGE),
    *(
        content(
            f"orientation {said or 'empty'}",
            partial(_one, _ORIENTATION, "DS", said),
            IMAGE,
        )
        for said in (
            "",
            "0\\0\\0\\0\\0\\0",
            "1\\0\\0\\1\\0\\0",
            "nan\\0\\0\\0\\1\\0",
            "1\\0\\0\\0\\1",
            "1e300\\0\\0\\0\\1e300\\0",
        )
    ),
    *(
        content(f"position {said}", partial(_one, _POSITION, "DS", said), IMAGE)
        for said in ("inf\\0\\0", "1e308\\1e308\\1e308", "1\\2", "here\\there\\nowhere")
    ),
    *(
        content(f"pixel spacing {said}", partial(_one, _SPACING, "DS", said), IMAGE)
        for said in ("0\\0", "-1\\1", "nan\\1", "1e-300\\1e300", "0.5")
    ),
    content("more frames than descriptions", lambda: _groups(1, 4), IMAGE),
    content("more descriptions than frames", lambda: _groups(50, 2), IMAGE),
    content("a sequence where a text belongs", lambda: dicom({_SERIES: ("SQ", item(b""))}), IMAGE),
    content(
        "a text where a sequence belongs", lambda: dicom({0x00283010: text("LO", "none")}), IMAGE
    ),
    content(
        "numbers where a name belongs",
        lambda: dicom({_PATIENT_ID: ("FD", struct.pack("<d", 1.5))}),
        IMAGE,
    ),
    content(
        "an attribute tag of 3 bytes",
        lambda: dicom({0x00280009: ("AT", b"\0\1\2")}),
        IMAGE,
        *BROKEN,
    ),
)
