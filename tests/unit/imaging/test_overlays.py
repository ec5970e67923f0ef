"""Overlay planes: in elements of their own and among the pixels, against bits set by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from pydicom.dataset import Dataset
from pydicom.filewriter import dcmwrite
from pydicom.uid import (
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEGLSLossless,
    RLELossless,
)

from tests.dicom_factory import make_dataset, save
from tests.hostile import raw
from tumorview.domain.overlays import FrameOverlays, OverlayKind
from tumorview.domain.reading import ReadingNotice
from tumorview.imaging import overlays
from tumorview.imaging.errors import FrameNumberError
from tumorview.imaging.image_file import open_image

IMAGE = np.zeros((4, 5), np.uint16)
RANDOM = np.random.default_rng(4)


def packed(planes: npt.NDArray[Any]) -> bytes:
    data = np.packbits(planes.ravel().astype(np.uint8), bitorder="little").tobytes()
    return data + b"\0" * (len(data) % 2)


def add_overlay(
    ds: Dataset,
    planes: npt.NDArray[Any],
    group: int = 0x6000,
    *,
    vr: str = "OW",
    data: bytes | None = None,
    **elements: Any,
) -> Dataset:
    """An overlay of `planes` bool[rows, columns] or [frames, rows, columns]."""
    rows, columns = planes.shape[-2:]
    values: dict[int, tuple[str, Any]] = {
        0x0010: ("US", rows),
        0x0011: ("US", columns),
        0x0040: ("CS", elements.get("kind", "G")),
        0x0050: ("SS", elements.get("origin", [1, 1])),
        0x0100: ("US", 1),
        0x0102: ("US", 0),
        0x3000: (vr, packed(planes) if data is None else data),
    }
    if planes.ndim == 3 or "frames" in elements:
        values[0x0015] = ("IS", elements.get("frames", planes.shape[0]))
    if "frame_origin" in elements:
        values[0x0051] = ("US", elements["frame_origin"])
    if "label" in elements:
        values[0x1500] = ("LO", elements["label"])
    if "description" in elements:
        values[0x0022] = ("LO", elements["description"])
    for element, (kind, value) in values.items():
        ds.add_new(group << 16 | element, kind, value)
    return ds


def random_plane(*shape: int) -> npt.NDArray[np.bool_]:
    return RANDOM.integers(0, 2, shape).astype(np.bool_)


@pytest.mark.parametrize("syntax", [ImplicitVRLittleEndian, ExplicitVRLittleEndian])
@pytest.mark.parametrize("shape", [(4, 5), (3, 3), (1, 1), (7, 13)])
def test_a_plane_in_an_element_of_its_own_comes_back(
    tmp_path: Path, shape: tuple[int, int], syntax: Any
) -> None:
    plane = random_plane(*shape)
    ds = add_overlay(
        make_dataset(IMAGE), plane, origin=[2, -3], label="drawn", description="by hand", kind="R"
    )
    opened = open_image(save(ds, tmp_path / "a.dcm", transfer_syntax=syntax))
    found = opened.read_overlays()
    assert found.problems == ()
    (overlay,) = found.planes
    np.testing.assert_array_equal(overlay.mask, plane)
    assert (overlay.group, overlay.kind) == (0x6000, OverlayKind.REGION)
    assert overlay.origin == (2, -3)
    assert (overlay.label, overlay.description) == ("drawn", "by hand")
    assert ReadingNotice.OVERLAYS in opened.header.notices


@pytest.mark.parametrize("vr", ["OB", "OW"])
def test_big_endian_planes_are_put_right(tmp_path: Path, vr: str) -> None:
    plane = random_plane(5, 5)
    data = packed(plane)
    if vr == "OW":
        data = np.frombuffer(data, "<u2").astype(">u2").tobytes()
    ds = add_overlay(make_dataset(IMAGE), plane, vr=vr, data=data)
    ds.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
    path = tmp_path / "a.dcm"
    dcmwrite(path, ds, implicit_vr=False, little_endian=False, force_encoding=True)
    (overlay,) = open_image(path).read_overlays().planes
    np.testing.assert_array_equal(overlay.mask, plane)


def test_planes_of_several_groups_are_told_apart(tmp_path: Path) -> None:
    first, last = random_plane(4, 5), random_plane(2, 3)
    ds = add_overlay(add_overlay(make_dataset(IMAGE), first), last, 0x601E)
    opened = open_image(save(ds, tmp_path / "a.dcm"))
    assert opened.header.overlay_groups == (0x6000, 0x601E)
    planes = opened.read_overlays().planes
    np.testing.assert_array_equal(planes[0].mask, first)
    np.testing.assert_array_equal(planes[1].mask, last)


def test_frames_of_an_overlay_run_on_without_a_gap_and_begin_where_they_say(
    tmp_path: Path,
) -> None:
    planes = random_plane(3, 3, 5)
    ds = add_overlay(make_dataset(np.zeros((6, 4, 5), np.uint16)), planes, frame_origin=2)
    opened = open_image(save(ds, tmp_path / "a.dcm"))
    assert opened.read_overlays(1).planes == ()
    for number in (2, 3, 4):
        (overlay,) = opened.read_overlays(number).planes
        np.testing.assert_array_equal(overlay.mask, planes[number - 2])
    assert opened.read_overlays(5).planes == ()


def test_a_single_plane_lies_over_every_frame(tmp_path: Path) -> None:
    plane = random_plane(4, 5)
    ds = add_overlay(make_dataset(np.zeros((3, 4, 5), np.uint16)), plane)
    opened = open_image(save(ds, tmp_path / "a.dcm"))
    for number in (1, 2, 3):
        np.testing.assert_array_equal(opened.read_overlays(number).planes[0].mask, plane)


@pytest.mark.parametrize("syntax", [ImplicitVRLittleEndian, ExplicitVRLittleEndian, RLELossless])
@pytest.mark.parametrize("position", [12, 15])
@pytest.mark.parametrize("dtype", [np.uint16, np.int16])
def test_a_plane_among_the_pixels_is_read_and_the_pixels_stay_clean(
    tmp_path: Path, position: int, dtype: type, syntax: Any
) -> None:
    grey = RANDOM.integers(0, 1 << 11, (4, 5)).astype(np.uint16)
    plane = random_plane(4, 5)
    cells: npt.NDArray[Any] = (
        (grey | plane.astype(np.uint16) << position).astype(np.uint16).view(dtype)
    )
    ds = make_dataset(cells, BitsStored=12)
    ds.add_new(0x60020100, "US", 16)
    ds.add_new(0x60020102, "US", position)
    opened = open_image(save(ds, tmp_path / "a.dcm", transfer_syntax=syntax))
    np.testing.assert_array_equal(opened.read_frame().stored_values, grey)
    (overlay,) = opened.read_overlays().planes
    assert overlay.group == 0x6002
    np.testing.assert_array_equal(overlay.mask, plane)


def test_a_plane_among_big_endian_pixels_is_read(tmp_path: Path) -> None:
    plane = random_plane(4, 5)
    ds = make_dataset(IMAGE, BitsStored=12)
    ds.PixelData = (plane.astype(np.uint16) << 13).astype(">u2").tobytes()
    ds.add_new(0x60000102, "US", 13)
    ds.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
    path = tmp_path / "a.dcm"
    dcmwrite(path, ds, implicit_vr=False, little_endian=False, force_encoding=True)
    (overlay,) = open_image(path).read_overlays().planes
    np.testing.assert_array_equal(overlay.mask, plane)


def test_bits_that_a_compression_dropped_are_a_problem_and_no_plane(tmp_path: Path) -> None:
    ds = make_dataset(IMAGE, BitsStored=12)
    ds.add_new(0x60000102, "US", 13)
    opened = open_image(save(ds, tmp_path / "a.dcm", transfer_syntax=JPEGLSLossless))
    found = opened.read_overlays()
    assert found.planes == ()
    assert "compression" in found.problems[0]
    assert opened.read_frame().stored_values.shape == (4, 5)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({0x3000: ("OW", b"\1\0")}, "bytes where"),
        ({0x0010: ("US", 0)}, "no size"),
        ({0x0010: ("US", 65535), 0x0011: ("US", 65535)}, "more than is read"),
        ({0x0010: ("US", None)}, "no number"),
        ({0x0050: ("SS", [1, 2, 3])}, "origin"),
        ({0x0050: ("SS", 1)}, "origin"),
        ({0x0015: ("IS", "2"), 0x0051: ("US", 0)}, "bytes where"),
    ],
)
def test_a_broken_overlay_never_stops_the_image_or_the_others(
    tmp_path: Path, change: dict[int, tuple[str, Any]], words: str
) -> None:
    plane = random_plane(4, 5)
    ds = add_overlay(add_overlay(make_dataset(IMAGE), plane), plane, 0x6004)
    for element, (vr, value) in change.items():
        ds.add_new(0x60000000 | element, vr, value)
    opened = open_image(save(ds, tmp_path / "a.dcm"))
    assert opened.read_frame().stored_values.shape == (4, 5)
    found = opened.read_overlays()
    assert [overlay.group for overlay in found.planes] == [0x6004]
    (problem,) = found.problems
    assert problem.startswith("overlay 6000")
    assert words in problem


def _raw_overlay(label: tuple[str, bytes], data: tuple[str, bytes]) -> bytes:
    size = raw.element(0x60000010, *raw.us(4)) + raw.element(0x60000011, *raw.us(4))
    return raw.dicom(
        extra=size + raw.element(0x60001500, *label) + raw.element(0x60003000, *data),
    )


@pytest.mark.parametrize("data", [("ZZ", b"\1\0"), ("SQ", raw.item(b"")), ("SQ", b"\xfe\xff\0\0")])
def test_overlay_data_of_a_wrong_kind_are_a_problem(
    tmp_path: Path, data: tuple[str, bytes]
) -> None:
    path = tmp_path / "a.dcm"
    path.write_bytes(_raw_overlay(("LO", b"mark"), data))
    found = open_image(path).read_overlays()
    assert (found.planes, found.problems) == ((), ("overlay 6000: the data are no bytes",))


def test_a_sequence_where_the_label_of_an_overlay_belongs_is_no_label(tmp_path: Path) -> None:
    cut = raw.element(0x60001500, "SQ", b"\xfe\xff\0\0")
    path = tmp_path / "a.dcm"
    path.write_bytes(_raw_overlay(("SQ", raw.item(cut)), ("OW", b"\1\0")))
    (overlay,) = open_image(path).read_overlays().planes
    assert overlay.label == ""
    assert overlay.mask.sum() == 1


@pytest.mark.parametrize("position", [3, 11, 16, 99])
def test_a_bit_that_belongs_to_the_pixels_is_no_overlay(tmp_path: Path, position: int) -> None:
    ds = make_dataset(IMAGE, BitsStored=12)
    ds.add_new(0x60000102, "US", position)
    found = open_image(save(ds, tmp_path / "a.dcm")).read_overlays()
    assert found.planes == ()
    assert f"bit {position}" in found.problems[0]


def test_all_overlays_of_a_frame_share_one_budget(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overlays, "PIXEL_BUDGET", 30)
    ds = add_overlay(
        add_overlay(make_dataset(IMAGE), random_plane(4, 5)), random_plane(4, 5), 0x6002
    )
    found = open_image(save(ds, tmp_path / "a.dcm")).read_overlays()
    assert [overlay.group for overlay in found.planes] == [0x6000]
    assert "6002" in found.problems[0]


def test_a_file_without_overlays_says_nothing_of_them(tmp_path: Path) -> None:
    opened = open_image(save(make_dataset(IMAGE), tmp_path / "a.dcm"))
    assert opened.read_overlays() == FrameOverlays()
    assert opened.header.notices == ()


def test_a_frame_that_is_not_there_has_no_overlays(tmp_path: Path) -> None:
    opened = open_image(save(make_dataset(IMAGE), tmp_path / "a.dcm"))
    with pytest.raises(FrameNumberError):
        opened.read_overlays(2)
