"""Every data element of a file, whatever state the file is in."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom import dcmwrite
from pydicom.datadict import tag_for_keyword
from pydicom.dataset import Dataset
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    RLELossless,
)

from tests.dicom_factory import make_dataset, save, write_dicom
from tumorview.cancel import CancelToken
from tumorview.domain.header_listing import HeaderListing, HeaderRow, RowKind
from tumorview.errors import Cancelled
from tumorview.imaging import header_rows, identity
from tumorview.imaging.errors import EmptyFileError, ImagingError, UnreadableFileError
from tumorview.imaging.header_elements import read_header

PIXELS = np.arange(16, dtype=np.uint16).reshape(4, 4)


def item(**tags: Any) -> Dataset:
    made = Dataset()
    for keyword, value in tags.items():
        setattr(made, keyword, value)
    return made


def row(listing: HeaderListing, keyword: str, number: int = 0) -> HeaderRow:
    return [r for r in listing.rows if r.keyword == keyword][number]


def tagged(listing: HeaderListing, tag: int) -> HeaderRow:
    return next(r for r in listing.rows if r.tag == tag)


def children(listing: HeaderListing, parent: HeaderRow) -> list[HeaderRow]:
    place = listing.rows.index(parent)
    return [r for r in listing.rows if r.parent == place]


def remarks(listing: HeaderListing) -> list[str]:
    return [r.value for r in listing.rows if r.kind is RowKind.REMARK]


def with_element(tag: int, vr: bytes, value: bytes, length: int | None = None) -> bytes:
    """A bare explicit data set with one element between SOP Class UID and Modality."""
    stated = len(value) if length is None else length
    long = vr in {b"OB", b"OW", b"SQ", b"UN", b"UT"}
    head = struct.pack("<HH2sHL" if long else "<HH2sH", tag >> 16, tag & 0xFFFF, vr, *(
        (0, stated) if long else (stated,)
    ))  # fmt: skip
    uid = b"1.2.840.10008.5.1.4.1.1.4\0"
    start = struct.pack("<HH2sH", 0x0008, 0x0016, b"UI", len(uid)) + uid
    return start + head + value


# What an element says.


def test_an_element_has_tag_name_vr_vm_length_and_value(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS, PixelSpacing=[0.5, 0.75])
    spacing = row(read_header(path), "PixelSpacing")
    assert spacing.tag_text == "(0028,0030)"
    assert (spacing.name, spacing.vr, spacing.vm, spacing.length) == ("Pixel Spacing", "DS", 2, 8)
    assert spacing.value == "0.5\\0.75"
    assert (spacing.level, spacing.parent, spacing.kind) == (0, -1, RowKind.ELEMENT)


def test_the_file_meta_information_comes_first_and_uids_are_named(tmp_path: Path) -> None:
    listing = read_header(write_dicom(tmp_path / "a.dcm", PIXELS))
    assert listing.rows[0].tag == 0x00020000
    assert row(listing, "TransferSyntaxUID").value == (
        "1.2.840.10008.1.2.1 (Explicit VR Little Endian)"
    )
    assert row(listing, "SOPClassUID").value.endswith("(MR Image Storage)")


@pytest.mark.parametrize(
    "syntax",
    [
        ExplicitVRLittleEndian,
        ImplicitVRLittleEndian,
        ExplicitVRBigEndian,
        DeflatedExplicitVRLittleEndian,
        RLELossless,
    ],
    ids=lambda uid: uid.name,
)
def test_every_encoding_gives_the_same_elements(tmp_path: Path, syntax: Any) -> None:
    def write(name: str, transfer_syntax: Any) -> HeaderListing:
        # A SOP Instance UID of its own would be new each time.
        ds = make_dataset(
            PIXELS,
            SOPInstanceUID="1.2.3",
            PixelPaddingValue=40000,
            FrameIncrementPointer=0x00181063,
            ProcedureCodeSequence=[item(CodeValue="7")],
        )
        if transfer_syntax == ExplicitVRBigEndian:
            ds.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
            path = tmp_path / name
            dcmwrite(path, ds, implicit_vr=False, little_endian=False, force_encoding=True)
            return read_header(path)
        return read_header(save(ds, tmp_path / name, transfer_syntax=transfer_syntax))

    plain, other = write("plain.dcm", ExplicitVRLittleEndian), write("other.dcm", syntax)

    def said(listing: HeaderListing) -> list[tuple[int, int | None, str, str]]:
        return [
            (r.level, r.tag, r.name, r.value)
            for r in listing.rows
            if r.tag and r.tag > 0x00030000 and r.name != "Pixel Data"
        ]

    assert said(other) == said(plain)
    assert row(other, "FrameIncrementPointer").value == "(0018,1063)"
    assert row(other, "PixelPaddingValue").value == "40000"


def test_numbers_follow_the_byte_order_and_precision(tmp_path: Path) -> None:
    ds = make_dataset(PIXELS)
    ds.add_new(0x00189087, "FD", 0.1)  # Diffusion b-value
    ds.add_new(0x00720076, "FL", [0.1, -2.5])  # Selector FL Value
    ds.add_new(0x0072007E, "SS", -5)
    listing = read_header(save(ds, tmp_path / "a.dcm"))
    assert tagged(listing, 0x00189087).value == "0.1"
    assert tagged(listing, 0x00720076).value == "0.1\\-2.5"
    assert tagged(listing, 0x0072007E).value == "-5"


def test_us_or_ss_follows_the_pixel_representation_also_in_items(tmp_path: Path) -> None:
    lut = Dataset()
    lut.add_new(0x00283002, "SS", [16, -100, 16])
    ds = make_dataset(PIXELS.astype(np.int16), ModalityLUTSequence=[lut])
    path = save(ds, tmp_path / "a.dcm", transfer_syntax=ImplicitVRLittleEndian)
    assert row(read_header(path), "LUTDescriptor").value == "16\\-100\\16"


def test_names_in_other_scripts_are_decoded_each_in_its_own_item(tmp_path: Path) -> None:
    inner = item(SpecificCharacterSet="ISO_IR 192", PersonName="山田^太郎")
    ds = make_dataset(
        PIXELS,
        SpecificCharacterSet="ISO_IR 100",
        PatientName="Müller^Jörg",
        ContentSequence=[inner],
    )
    listing = read_header(save(ds, tmp_path / "a.dcm"))
    assert row(listing, "PatientName").value == "Müller^Jörg"
    assert row(listing, "PersonName").value == "山田^太郎"


def test_control_characters_and_reversed_text_are_spaces(tmp_path: Path) -> None:
    path = write_dicom(
        tmp_path / "a.dcm",
        PIXELS,
        SpecificCharacterSet="ISO_IR 192",
        ImageComments="one\r\ntwo\x07\u202ethree\u2028",
    )
    assert row(read_header(path), "ImageComments").value == "one  two  three"


def test_long_text_is_cut_and_its_size_is_told(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS, ImageComments="x" * 9000)
    value = row(read_header(path), "ImageComments").value
    assert value == "x" * 1024 + " … (9,000 bytes in all)"


def test_many_numbers_are_cut_and_their_count_is_told(tmp_path: Path) -> None:
    ds = make_dataset(PIXELS)
    ds.add_new(0x00720078, "UL", list(range(5000)))
    shown = row(read_header(save(ds, tmp_path / "a.dcm")), "SelectorULValue")
    assert shown.vm == 5000
    assert shown.value.startswith("0\\1\\2\\3")
    assert shown.value.endswith(" … (5,000 values in all)")
    assert len(shown.value) < 1100


def test_binary_values_are_summed_up_and_pixel_data_told_by_length_alone(tmp_path: Path) -> None:
    ds = make_dataset(PIXELS)
    ds.add_new(0x00282000, "OB", bytes(range(40)))  # ICC Profile
    listing = read_header(save(ds, tmp_path / "a.dcm"))
    assert row(listing, "ICCProfile").value == (
        "40 bytes: 00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F …"
    )
    pixels = row(listing, "PixelData")
    assert (pixels.value, pixels.vr, pixels.length) == ("32 bytes", "OW", 32)
    assert listing.rows[-1] == pixels


def test_encapsulated_pixel_data_are_called_so(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS, transfer_syntax=RLELossless)
    pixels = row(read_header(path), "PixelData")
    assert pixels.value.startswith("Encapsulated, up to ")
    assert pixels.length is None


# Sequences and private elements.


def test_sequences_have_numbered_items_with_their_elements(tmp_path: Path) -> None:
    codes = [item(CodeValue="A", CodeMeaning="first"), item(CodeValue="B")]
    outer = item(ProcedureCodeSequence=codes, StudyID="S")
    listing = read_header(
        write_dicom(tmp_path / "a.dcm", PIXELS, RequestAttributesSequence=[outer])
    )
    sequence = row(listing, "RequestAttributesSequence")
    assert (sequence.value, sequence.vr) == ("1 item", "SQ")
    (only,) = children(listing, sequence)
    assert (only.kind, only.tag_text, only.value) == (RowKind.ITEM, "Item 1", "2 elements")
    inner = row(listing, "ProcedureCodeSequence")
    assert inner in children(listing, only)
    assert [i.tag_text for i in children(listing, inner)] == ["Item 1", "Item 2"]
    assert [r.level for r in (sequence, only, inner, row(listing, "CodeMeaning"))] == [0, 1, 2, 4]


@pytest.mark.parametrize("undefined", [False, True])
def test_sequences_of_defined_and_undefined_length_are_read_alike(
    tmp_path: Path, undefined: bool
) -> None:
    ds = make_dataset(PIXELS, ProcedureCodeSequence=[item(CodeValue="A"), item(CodeValue="B")])
    ds["ProcedureCodeSequence"].is_undefined_length = undefined
    listing = read_header(save(ds, tmp_path / "a.dcm"))
    assert row(listing, "ProcedureCodeSequence").value == "2 items"
    assert [row(listing, "CodeValue", n).value for n in (0, 1)] == ["A", "B"]


def test_an_empty_sequence_says_so(tmp_path: Path) -> None:
    listing = read_header(write_dicom(tmp_path / "a.dcm", PIXELS, ProcedureCodeSequence=[]))
    assert row(listing, "ProcedureCodeSequence").value == "0 items"


def private_dataset() -> Dataset:
    ds = make_dataset(PIXELS)
    block = ds.private_block(0x0019, "SIEMENS MR HEADER", create=True)
    block.add_new(0x0C, "IS", "1000")
    block.add_new(0xFE, "LO", "unheard of")
    return ds


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, ImplicitVRLittleEndian])
def test_private_elements_have_a_creator_and_the_name_that_is_known(
    tmp_path: Path, syntax: Any
) -> None:
    listing = read_header(save(private_dataset(), tmp_path / "a.dcm", transfer_syntax=syntax))
    creator, known, unknown = (tagged(listing, t) for t in (0x00190010, 0x0019100C, 0x001910FE))
    assert (creator.name, creator.value) == ("Private Creator", "SIEMENS MR HEADER")
    assert (known.name, known.value, known.creator) == ("B_value", "1000", "SIEMENS MR HEADER")
    assert (unknown.name, unknown.value) == ("Private element", "unheard of")
    assert all(r.is_private for r in (creator, known, unknown))
    assert not row(listing, "Rows").is_private


def test_a_private_sequence_of_unknown_vr_is_taken_apart(tmp_path: Path) -> None:
    element = struct.pack("<HHL", 0x0008, 0x0100, 4) + b"CODE"
    items = struct.pack("<HHL", 0xFFFE, 0xE000, len(element)) + element
    path = tmp_path / "a.dcm"
    path.write_bytes(with_element(0x00091001, b"UN", items))
    listing = read_header(path)
    assert row(listing, "CodeValue").value == "CODE"


# Identity.


@pytest.mark.parametrize(
    ("keyword", "value"),
    [
        *[("PatientName", "Doe^Jane"), ("PatientID", "7"), ("PatientBirthDate", "19700101")],
        *[("PatientAge", "050Y"), ("AccessionNumber", "A1"), ("InstitutionName", "Hospital")],
        *[("ReferringPhysicianName", "Who^Dr"), ("OperatorsName", "Me"), ("StationName", "CT1")],
        *[("StudyDate", "20200102"), ("StudyTime", "101112"), ("StudyDescription", "Head")],
        *[("ImageComments", "Jane Doe"), ("DeviceSerialNumber", "4711"), ("StudyID", "9")],
        *[("StudyInstanceUID", "1.2.3"), ("ProtocolName", "Doe"), ("TimezoneOffsetFromUTC", "+1")],
        *[("RequestedProcedureID", "R1"), ("ClinicalTrialSubjectID", "S1")],
    ],
)
def test_what_tells_who_where_and_when_identifies(tmp_path: Path, keyword: str, value: str) -> None:
    ds = make_dataset(PIXELS, **{keyword: value})
    assert row(read_header(save(ds, tmp_path / "a.dcm")), keyword).identifies


@pytest.mark.parametrize(
    ("keyword", "value"),
    [
        *[("Modality", "MR"), ("EchoTime", "90"), ("ImageOrientationPatient", [1, 0, 0, 0, 1, 0])],
        *[("PatientPosition", "HFS"), ("PixelSpacing", [1, 1]), ("Manufacturer", "Maker")],
        *[("SOPClassUID", "1.2.840.10008.5.1.4.1.1.4"), ("SequenceName", "fse"), ("PatientID", "")],
    ],
)
def test_how_the_image_was_made_does_not_identify(tmp_path: Path, keyword: str, value: Any) -> None:
    ds = make_dataset(PIXELS, **{keyword: value})
    assert not row(read_header(save(ds, tmp_path / "a.dcm")), keyword).identifies


def test_all_that_lies_in_an_identifying_sequence_identifies(tmp_path: Path) -> None:
    hidden = item(ReferencedSOPClassUID="1.2.840.10008.3.1.2.1.1", CodeMeaning="x")
    shown = item(CodeMeaning="y")
    path = write_dicom(
        tmp_path / "a.dcm",
        PIXELS,
        ReferencedPatientSequence=[hidden],
        ProcedureCodeSequence=[shown],
    )
    listing = read_header(path)
    assert row(listing, "ReferencedSOPClassUID").identifies
    said = {r.value: r.identifies for r in listing.rows if r.keyword == "CodeMeaning"}
    assert said == {"x": True, "y": False}
    assert not row(listing, "ReferencedPatientSequence").identifies


def test_private_values_identify_and_private_creators_do_not(tmp_path: Path) -> None:
    listing = read_header(save(private_dataset(), tmp_path / "a.dcm"))
    assert not tagged(listing, 0x00190010).identifies
    assert tagged(listing, 0x0019100C).identifies


def test_a_row_never_prints_its_value(tmp_path: Path) -> None:
    listing = read_header(write_dicom(tmp_path / "a.dcm", PIXELS, PatientName="Doe^Jane"))
    assert "Doe" not in repr(listing)


# What is broken.


def test_a_number_of_the_wrong_length_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.dcm"
    path.write_bytes(with_element(0x00280010, b"US", b"\1\2\3"))
    broken = row(read_header(path), "Rows")
    assert broken.value == "Not readable as US: 3 bytes are no multiple of 2. 01 02 03"
    assert broken.is_broken


def test_text_that_is_no_number_is_shown_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.dcm"
    path.write_bytes(with_element(0x00200013, b"IS", b"1.5x"))
    assert row(read_header(path), "InstanceNumber").value == "1.5x"


def test_a_file_that_ends_within_an_element_is_shown_up_to_it(tmp_path: Path) -> None:
    path = tmp_path / "a.dcm"
    path.write_bytes(with_element(0x00081030, b"LO", b"Head", length=20))
    listing = read_header(path)
    assert row(listing, "SOPClassUID").value.startswith("1.2.840")
    cut = row(listing, "StudyDescription")
    assert cut.value == "The file ends within this element, after 4 of 20 bytes."
    assert cut.is_broken


def test_pixel_data_that_are_cut_say_so(tmp_path: Path) -> None:
    whole = write_dicom(tmp_path / "whole.dcm", PIXELS)
    path = tmp_path / "cut.dcm"
    path.write_bytes(whole.read_bytes()[:-10])
    pixels = row(read_header(path), "PixelData")
    assert pixels.value == "The file ends within this element, after 22 of 32 bytes."


def test_a_damaged_sequence_keeps_its_sound_items_and_what_follows_it(tmp_path: Path) -> None:
    element = struct.pack("<HH2sH", 0x0008, 0x0100, b"SH", 4) + b"CODE"
    sound = struct.pack("<HHL", 0xFFFE, 0xE000, len(element)) + element
    damaged = sound + b"\xfe\xff\x00"
    content = with_element(0x00081032, b"SQ", damaged)
    content += struct.pack("<HH2sH", 0x0008, 0x1090, b"LO", 4) + b"Type"
    path = tmp_path / "a.dcm"
    path.write_bytes(content)
    listing = read_header(path)
    assert row(listing, "CodeValue").value == "CODE"
    assert row(listing, "ManufacturerModelName").value == "Type"
    assert remarks(listing) == ["The rest of this sequence cannot be read: it is damaged."]


def test_a_header_that_breaks_off_says_so_after_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.dcm"
    path.write_bytes(with_element(0x00081032, b"SQ", b"\xfe\xff\x00\xe0\x10", length=0xFFFFFFFF))
    listing = read_header(path)
    assert [r.keyword for r in listing.rows[:1]] == ["SOPClassUID"]
    assert remarks(listing) == ["The rest of the header cannot be read: it is damaged."]


def test_a_deflated_data_set_that_cannot_be_inflated_leaves_the_file_meta(tmp_path: Path) -> None:
    whole = write_dicom(tmp_path / "a.dcm", PIXELS, transfer_syntax=DeflatedExplicitVRLittleEndian)
    content = whole.read_bytes()
    whole.write_bytes(content[:-20])
    listing = read_header(whole)
    assert row(listing, "TransferSyntaxUID").value.startswith("1.2.840.10008.1.2.1.99")
    (remark,) = remarks(listing)
    assert "ends in the middle of its deflated data" in remark


def test_what_follows_the_pixel_data_is_counted(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS)
    with path.open("ab") as stream:
        stream.write(struct.pack("<HH2sHL", 0xFFFC, 0xFFFC, b"OB", 0, 8) + bytes(8))
    assert remarks(read_header(path)) == ["20 bytes behind the pixel data are not read."]


# Limits.


def test_more_items_than_are_shown_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(header_rows, "MAX_SHOWN_ITEMS", 3)
    items = [item(CodeValue=str(n)) for n in range(10)]
    listing = read_header(write_dicom(tmp_path / "a.dcm", PIXELS, ProcedureCodeSequence=items))
    sequence = row(listing, "ProcedureCodeSequence")
    assert sequence.value == "10 items"
    assert [r.value for r in children(listing, sequence)][-1] == "And 7 more items."
    assert len(children(listing, sequence)) == 4


@pytest.mark.parametrize("undefined", [False, True])
def test_items_are_counted_up_to_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, undefined: bool
) -> None:
    monkeypatch.setattr(header_rows, "MAX_SHOWN_ITEMS", 3)
    monkeypatch.setattr(header_rows, "MAX_COUNTED_ITEMS", 5)
    items = [item(CodeValue=str(n)) for n in range(10)]
    for one in items:
        one.is_undefined_length_sequence_item = undefined
    listing = read_header(write_dicom(tmp_path / "a.dcm", PIXELS, ProcedureCodeSequence=items))
    assert row(listing, "ProcedureCodeSequence").value == "more than 8 items"
    assert remarks(listing) == ["And more than 5 more items."]


def test_more_elements_than_are_shown_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS)
    total = read_header(path).element_count
    monkeypatch.setattr(header_rows, "MAX_ROWS", 12)
    listing = read_header(path)
    # The pixel data are told in any case.
    assert (listing.element_count, listing.rows[-1].keyword) == (13, "PixelData")
    assert remarks(listing) == [f"And {total - 13} more elements."]


def test_sequences_nested_too_deeply_are_counted_and_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(header_rows, "MAX_LEVELS", 4)
    inner = item(CodeValue="deep")
    for _ in range(4):
        inner = item(ConceptNameCodeSequence=[inner])
    listing = read_header(write_dicom(tmp_path / "a.dcm", PIXELS, ContentSequence=[inner]))
    assert max(r.level for r in listing.rows) == 3
    assert remarks(listing) == ["And 1 item, nested deeper than 4 levels."]
    assert not [r for r in listing.rows if r.keyword == "CodeValue"]


def test_a_cancelled_reading_stops(tmp_path: Path) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        read_header(write_dicom(tmp_path / "a.dcm", PIXELS), token)


# Other files.


@pytest.mark.parametrize(
    ("name", "start"), [("PNG", b"\x89PNG\r\n\x1a\n"), ("JPEG", b"\xff\xd8\xff\xe0")]
)
def test_a_file_without_a_dicom_header_says_so(tmp_path: Path, name: str, start: bytes) -> None:
    path = tmp_path / "picture"
    path.write_bytes(start + bytes(40))
    listing = read_header(path)
    assert listing.explanation == f"This is a {name} file. It has no DICOM header."
    assert listing.rows == ()


def test_a_file_that_cannot_be_read_is_a_typed_error(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    with pytest.raises(EmptyFileError):
        read_header(tmp_path / "empty")
    with pytest.raises(UnreadableFileError):
        read_header(tmp_path / "absent")


def test_whatever_is_cut_or_overwritten_gives_rows_or_a_typed_error(tmp_path: Path) -> None:
    whole = save(private_dataset(), tmp_path / "whole.dcm").read_bytes()
    path = tmp_path / "a.dcm"
    random = np.random.default_rng(5)
    for _ in range(300):
        content = bytearray(whole)
        for place in random.integers(132, len(whole), 6):
            content[place] = int(random.integers(0, 256))
        path.write_bytes(content[: int(random.integers(140, len(whole)))])
        try:
            listing = read_header(path)
        except ImagingError:
            continue
        assert all(r.parent < n for n, r in enumerate(listing.rows))
        assert all(r.value.isprintable() for r in listing.rows)


def test_every_keyword_of_the_identity_table_is_in_the_data_dictionary() -> None:
    unknown = [k for k in identity._KEYWORDS.split() if tag_for_keyword(k) is None]
    assert unknown == []
