"""The tables in docs/CONFORMANCE.md are what the code does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.pixels.processing import apply_color_lut
from pydicom.pixels.utils import pixel_array
from pydicom.uid import ImplicitVRLittleEndian

from tests.conformance import DOCUMENT, TEST_FILES, decoder_table, filled, test_file_table
from tumorview.imaging.dicom_tags import quiet_pydicom
from tumorview.imaging.errors import ImagingError
from tumorview.imaging.image_file import open_image

# A name that begins with test_ would be collected as a test.
file_table = test_file_table
del test_file_table

MEANT_TO_BE_REFUSED = {
    "JPEG2000-embedded-sequence-delimiter.dcm": "decode_failed",
    "MR_truncated.dcm": "truncated_file",
    "rtplan.dcm": "no_pixel_data",
    "test-SR.dcm": "no_pixel_data",
    "meta_missing_tsyntax.dcm": "invalid_tag",
}

# Their pixel data of VR OW and 32 bits are written as pydicom reads them and not as the standard
# says; docs/CONFORMANCE.md tells the story.
OTHERWISE_IN_PYDICOM = {"rtdose_expb.dcm", "rtdose_expb_1frame.dcm"}


def test_the_documents_tables_are_current(checkout: Path) -> None:
    text = (checkout / "docs" / "CONFORMANCE.md").read_text(encoding="utf-8")
    assert filled(text) == text, "run: python -m tests.conformance"


def test_every_decoder_has_a_name() -> None:
    assert "|  |" not in decoder_table()


@pytest.fixture(scope="module")
def rows() -> list[str]:
    return file_table({}).splitlines()


@pytest.mark.parametrize(("name", "code"), MEANT_TO_BE_REFUSED.items())
def test_a_broken_file_of_pydicom_is_refused(name: str, code: str, rows: list[str]) -> None:
    (row,) = (row for row in rows if row.startswith(f"| {name} "))
    assert row.split("|")[7].strip() == code


def test_the_columns_of_other_decoders_are_kept() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    row = "| read | equal | equal |"
    assert row in text
    changed = text.replace(row, "| read | equal | differs |", 1)
    assert filled(changed) == changed


def test_a_document_without_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="decoders"):
        filled("no markers here")


def test_pixels_agree_with_pydicom_wherever_it_can_decode() -> None:
    compared = 0
    for path in sorted(TEST_FILES.glob("*.dcm")):
        try:
            opened = open_image(path)
            mine = np.asarray(opened.read_frame(opened.frame_count).stored_values)
        except ImagingError:
            continue
        with quiet_pydicom():
            ds = pydicom.dcmread(path, force=True)
        if "TransferSyntaxUID" not in ds.file_meta:
            ds.file_meta.TransferSyntaxUID = ImplicitVRLittleEndian
        if path.name == "badVR.dcm":  # pydicom cannot read its Number of Frames
            ds.NumberOfFrames = opened.frame_count
        try:
            with quiet_pydicom():
                reference = pixel_array(ds, index=opened.frame_count - 1)
        except RuntimeError:  # no decoder, or JPEG of 12 bits
            continue
        if ds.PhotometricInterpretation == "PALETTE COLOR":
            reference = apply_color_lut(reference, ds)
        if reference.ndim == 3 and reference.itemsize > 1:
            reference = reference >> (8 * (reference.itemsize - 1))
        if path.name in OTHERWISE_IN_PYDICOM:
            numbers = reference.astype(np.uint32)
            reference = (numbers >> 16) | (numbers << 16)
        np.testing.assert_array_equal(mine, reference, err_msg=path.name)
        compared += 1
    assert compared > 50
