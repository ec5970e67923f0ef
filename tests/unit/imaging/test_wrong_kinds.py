"""Elements of a kind that the reader does not expect, for each attribute that it looks at."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from pydicom.datadict import tag_for_keyword

import tumorview.imaging
from tests.hostile.raw import (
    PIXELS,
    RAMP,
    SEQUENCE_END,
    UNDEFINED,
    Value,
    dicom,
    element,
    image_elements,
    item,
    meta,
)
from tumorview.errors import TumorViewError
from tumorview.imaging.errors import DecodeError, UnreadableFileError
from tumorview.imaging.image_file import open_image
from tumorview.imaging.modality import modality_frame
from tumorview.imaging.voi import display_frame

_WORDS = {
    word
    for path in Path(tumorview.imaging.__file__).parent.glob("*.py")
    for word in re.findall(r'"([A-Z]\w+)"', path.read_text(encoding="utf-8"))
}
TAGS = sorted({tag for word in _WORDS if (tag := tag_for_keyword(word)) and tag >> 16 > 2})
"""Every attribute whose keyword stands in the reader."""

_CUT = b"\xfe\xff\x00"
KINDS: dict[str, Value] = {
    "an unknown VR": ("ZZ", b"1 "),
    "an unknown VR, empty": ("ZZ", b""),
    "no VR, empty": ("L\0", b""),
    "an empty sequence": ("SQ", b""),
    "a cut sequence": ("SQ", _CUT),
    "a sequence with a cut one in it": ("SQ", item(element(0x0008103E, "SQ", _CUT))),
    "a sequence with an unknown VR in it": ("SQ", item(element(0x00080018, "ZZ", b"1 "))),
    "half a number": ("US", b"\1"),
    "half a tag": ("AT", b"\0\1\2"),
    "a number that is none": ("FD", struct.pack("<d", float("nan"))),
    "an endless number": ("IS", b"1e999 "),
    "bytes": ("UN", b"\1\2\3"),
    "empty texts": ("LO", b"\\\\\\ "),
}


def _at_the_top(changed: bytes, tag: int) -> bytes:
    elements = image_elements()
    elements.pop(tag, None)
    coded = {key: element(key, *value) for key, value in elements.items() if value is not None}
    coded[tag] = changed
    body = b"".join(coded[key] for key in sorted(coded))
    return bytes(128) + b"DICM" + meta() + body + element(PIXELS, "OW", RAMP)


def _in_functional_groups(changed: bytes, _: int) -> bytes:
    macros = (0x00209113, 0x00209116, 0x00289110, 0x00289132, 0x00289145)
    groups = b"".join(element(macro, "SQ", item(changed)) for macro in macros)
    return dicom(extra=element(0x52009229, "SQ", item(groups + changed)))


def _in_a_table(changed: bytes, tag: int) -> bytes:
    rest = {
        0x00283002: element(0x00283002, "US", struct.pack("<3H", 2, 0, 16)),
        0x00283006: element(0x00283006, "OW", bytes(4)),
    }
    rest[tag] = changed
    table = item(b"".join(rest[key] for key in sorted(rest)))
    return dicom(extra=element(0x00283000, "SQ", table) + element(0x00283010, "SQ", table))


def _show(path: Path) -> None:
    image = open_image(path)
    display_frame(modality_frame(image.read_frame()), None)


@pytest.mark.parametrize("place", [_at_the_top, _in_functional_groups, _in_a_table])
@pytest.mark.parametrize("kind", KINDS)
def test_an_attribute_of_a_wrong_kind_is_left_out_or_named(
    tmp_path: Path, place: Callable[[bytes, int], bytes], kind: str
) -> None:
    tags = [tag for tag in TAGS if place is not _in_a_table or 0x00283000 < tag < 0x00284000]
    assert len(tags) > (3 if place is _in_a_table else 60)
    for tag in tags:
        path = tmp_path / f"{tag:08X}"
        path.write_bytes(place(element(tag, *KINDS[kind]), tag))
        try:
            _show(path)
        except (DecodeError, UnreadableFileError) as error:
            pytest.fail(f"{tag:08X}: {error.sentence()} ({error.__cause__!r})")
        except TumorViewError:
            continue  # it names what is wrong


def test_a_sequence_of_undefined_length_is_no_character_set(tmp_path: Path) -> None:
    charset = element(0x00080005, "SQ", item(b"") + SEQUENCE_END, UNDEFINED)
    path = tmp_path / "a"
    path.write_bytes(_at_the_top(charset, 0x00080005))
    assert open_image(path).header.patient.name == "Phantom^Hostile"


@pytest.mark.parametrize("vr", ["CS", "LO", "UN", "ZZ", "US"])
def test_names_are_read_by_a_character_set_of_any_vr(tmp_path: Path, vr: str) -> None:
    charset = element(0x00080005, vr, b"ISO_IR 192")
    path = tmp_path / "a"
    name = element(0x00100010, "PN", "Müller^Zoë ".encode())
    path.write_bytes(
        _at_the_top(charset, 0x00080005).replace(
            element(0x00100010, "PN", b"Phantom^Hostile "), name
        )
    )
    assert open_image(path).header.patient.name == "Müller^Zoë"
