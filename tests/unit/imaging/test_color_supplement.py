"""Grey values and colours in one image (PS3.3 C.7.6.19), and colour profiles."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.dataset import Dataset

from tests.dicom_factory import make_dataset, make_enhanced, save, write_dicom
from tumorview.domain.frames import VoiWindow
from tumorview.domain.reading import ReadingNotice
from tumorview.imaging.color_profile import UNNAMED, is_srgb, profile_description
from tumorview.imaging.image_file import open_image
from tumorview.imaging.modality import modality_frame
from tumorview.imaging.voi import display_frame

# Below 100 grey; 100 is red, 101 is green, 102 and all above is blue.
PIXELS = np.array([[0, 50, 99], [100, 101, 102], [103, 999, 20]], np.uint16)
COLORS = {100: (255, 0, 0), 101: (0, 255, 0), 102: (0, 0, 255), 103: (0, 0, 255), 999: (0, 0, 255)}
WINDOW = VoiWindow(50, 100)


def add_palette(ds: Dataset, first: int = 100, entries: int = 3) -> Dataset:
    tables = {"Red": (255, 0, 0), "Green": (0, 255, 0), "Blue": (0, 0, 255)}
    for color, values in tables.items():
        ds.add_new(f"{color}PaletteColorLookupTableDescriptor", "US", [entries, first, 16])
        data = struct.pack("<3H", *(value * 257 for value in values))
        ds.add_new(f"{color}PaletteColorLookupTableData", "OW", data)
    return ds


def test_colours_are_shown_and_the_model_is_given_grey(tmp_path: Path) -> None:
    ds = add_palette(make_dataset(PIXELS, PixelPresentation="COLOR"))
    stored = open_image(save(ds, tmp_path / "a.dcm")).read_frame()
    np.testing.assert_array_equal(stored.stored_values, PIXELS)
    assert stored.notices == (ReadingNotice.SUPPLEMENTAL_PALETTE,)
    frame = modality_frame(stored)
    np.testing.assert_array_equal(frame.values, PIXELS)
    shown = display_frame(frame, WINDOW).pixels
    plain = display_frame(modality_frame(_without_supplement(tmp_path)), WINDOW).pixels
    for place in np.ndindex(PIXELS.shape):
        expected = COLORS.get(int(PIXELS[place]), (int(plain[place]),) * 3)
        assert tuple(shown[place].tolist()) == expected


def _without_supplement(folder: Path) -> Any:
    return open_image(write_dicom(folder / "plain.dcm", PIXELS)).read_frame()


def test_neither_window_nor_polarity_changes_a_colour(tmp_path: Path) -> None:
    ds = add_palette(make_dataset(PIXELS, PixelPresentation="COLOR"))
    frame = modality_frame(open_image(save(ds, tmp_path / "a.dcm")).read_frame())
    shown = display_frame(frame, VoiWindow(500, 10), invert=True).pixels
    assert shown[1].tolist() == [[255, 0, 0], [0, 255, 0], [0, 0, 255]]
    assert shown[0, 0].tolist() == [255, 255, 255]


@pytest.mark.parametrize("presentation", [None, "MONOCHROME", "TRUE_COLOR"])
def test_without_the_right_presentation_all_is_grey(
    tmp_path: Path, presentation: str | None
) -> None:
    ds = add_palette(make_dataset(PIXELS, PixelPresentation=presentation))
    stored = open_image(save(ds, tmp_path / "a.dcm")).read_frame()
    assert stored.notices == ()
    assert stored.supplement is None


def test_tables_that_cannot_be_used_leave_grey_and_a_notice(tmp_path: Path) -> None:
    ds = add_palette(make_dataset(PIXELS, PixelPresentation="COLOR"), entries=300)
    stored = open_image(save(ds, tmp_path / "a.dcm")).read_frame()
    assert stored.notices == (ReadingNotice.SUPPLEMENTAL_PALETTE,)
    assert stored.supplement is None


def test_an_image_that_uses_no_colour_has_no_supplement(tmp_path: Path) -> None:
    ds = add_palette(make_dataset(PIXELS % 100, PixelPresentation="COLOR"))
    assert open_image(save(ds, tmp_path / "a.dcm")).read_frame().supplement is None


def test_of_a_mixed_image_the_frames_say_which_are_in_colour(tmp_path: Path) -> None:
    ds = make_enhanced(
        np.stack([np.pad(PIXELS, ((0, 0), (0, 1)))] * 3), [0.0, 1.0, 2.0], PixelPresentation="MIXED"
    )
    add_palette(ds)
    for group, said in zip(
        ds.PerFrameFunctionalGroupsSequence, ("MONOCHROME", "COLOR", None), strict=True
    ):
        if said is not None:
            item = Dataset()
            item.PixelPresentation = said
            group.MRImageFrameTypeSequence = [item]
    opened = open_image(save(ds, tmp_path / "a.dcm"))
    has = [opened.read_frame(number).supplement is not None for number in (1, 2, 3)]
    assert has == [False, True, False]


RGB = np.zeros((2, 2, 3), np.uint8)


def profile(kind: bytes, name: bytes) -> bytes:
    head = bytes(36) + b"acsp" + bytes(88)
    return head + struct.pack(">L4sLL", 1, b"desc", 144, len(kind) + len(name)) + kind + name


def described(text: str) -> bytes:
    return profile(b"desc" + bytes(4) + struct.pack(">L", len(text) + 1), text.encode() + b"\0")


def localized(text: str) -> bytes:
    name = text.encode("utf-16-be")
    return profile(b"mluc" + bytes(4) + struct.pack(">LL4sLL", 1, 12, b"enUS", len(name), 28), name)


@pytest.mark.parametrize("make", [described, localized])
def test_a_profile_is_told_by_its_description(make: Any) -> None:
    assert profile_description(make("Adobe RGB (1998)")) == "Adobe RGB (1998)"
    assert is_srgb(profile_description(make("sRGB IEC61966-2.1")))


@pytest.mark.parametrize("data", [b"", b"acsp", bytes(200)])
def test_what_is_no_profile_has_no_description(data: bytes) -> None:
    assert profile_description(data) == ""


def test_a_profile_without_a_readable_name_is_unnamed() -> None:
    whole = described("Adobe")
    assert profile_description(whole[:132]) == UNNAMED
    assert profile_description(whole[:144]) == UNNAMED
    assert profile_description(profile(b"text", b"Adobe")) == UNNAMED
    assert profile_description(bytes(36) + b"acsp" + bytes(88) + b"\xff" * 4) == UNNAMED


@pytest.mark.parametrize(
    ("tags", "noticed"),
    [
        ({"ICCProfile": described("Adobe RGB (1998)")}, True),
        ({"ICCProfile": described("sRGB IEC61966-2.1")}, False),
        ({"ICCProfile": bytes(36) + b"acsp" + bytes(92)}, True),
        ({"ColorSpace": "ADOBERGB"}, True),
        ({"ColorSpace": "SRGB"}, False),
        ({}, False),
    ],
)
def test_colours_for_another_profile_are_noticed(
    tmp_path: Path, tags: dict[str, Any], noticed: bool
) -> None:
    opened = open_image(write_dicom(tmp_path / "a.dcm", RGB, **tags))
    assert (ReadingNotice.COLOR_PROFILE in opened.header.notices) == noticed
    assert bool(opened.header.color_profile) == bool(tags)
    np.testing.assert_array_equal(opened.read_frame().stored_values, RGB)


def test_the_profile_of_a_grey_image_is_nothing_to_notice(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS, ICCProfile=described("Adobe RGB (1998)"))
    assert open_image(path).header.notices == ()
