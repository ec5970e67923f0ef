"""Burned In Annotation (0028,0301): when there is reason to look for a name in the pixels."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.dicom_factory import MR_IMAGE, SECONDARY_CAPTURE, make_dataset, write_dicom
from tumorview.domain.burned_in import BurnedIn
from tumorview.imaging.burned_in import burned_in, file_burned_in
from tumorview.imaging.errors import ImagingError

PIXELS = np.zeros((4, 4), np.uint8)


@pytest.mark.parametrize(
    ("said", "sop_class", "expected"),
    [
        ("YES", MR_IMAGE, BurnedIn.YES),
        (" yes ", SECONDARY_CAPTURE, BurnedIn.YES),
        ("NO", SECONDARY_CAPTURE, BurnedIn.NOTHING_SAID),
        (None, SECONDARY_CAPTURE, BurnedIn.UNKNOWN),
        (None, f"{SECONDARY_CAPTURE}.4", BurnedIn.UNKNOWN),
        ("PERHAPS", SECONDARY_CAPTURE, BurnedIn.UNKNOWN),
        ("", SECONDARY_CAPTURE, BurnedIn.UNKNOWN),
        (None, MR_IMAGE, BurnedIn.NOTHING_SAID),
        (None, f"{SECONDARY_CAPTURE}7", BurnedIn.NOTHING_SAID),
    ],
)
def test_what_the_attribute_and_the_kind_of_image_say(
    said: str | None, sop_class: str, expected: BurnedIn
) -> None:
    assert burned_in(make_dataset(PIXELS, SOPClassUID=sop_class, BurnedInAnnotation=said)) is (
        expected
    )


def test_a_file_is_asked_and_a_raster_file_says_nothing(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS, BurnedInAnnotation="YES")
    assert file_burned_in(path) is BurnedIn.YES
    (tmp_path / "a.png").write_bytes(cv2.imencode(".png", PIXELS)[1].tobytes())
    assert file_burned_in(tmp_path / "a.png") is BurnedIn.NOTHING_SAID


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleague")
    with pytest.raises(ImagingError):
        file_burned_in(tmp_path / "letter.txt")
