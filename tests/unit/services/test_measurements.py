"""Marks into a DICOM structured report and back."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence as DicomSequence

from tests.dicom_factory import make_enhanced, save, write_ct_series, write_dicom, write_mr_series
from tumorview.cancel import CancelToken
from tumorview.domain.marks import FrameMarks, Mark, MarkKind, Point, new_uid
from tumorview.domain.source import SourceRef
from tumorview.domain.stored_marks import merged
from tumorview.errors import TumorViewError
from tumorview.imaging.image_file import open_image
from tumorview.reporting.errors import (
    MeasurementFileError,
    MeasurementsElsewhereError,
    MeasurementsKeptError,
    MeasurementsNeedDicomError,
    OutputError,
)
from tumorview.services.measurements import load_measurements, save_measurements

PIXELS = (np.arange(40 * 60).reshape(40, 60) % 700).astype(np.int16)


def mark(kind: MarkKind, *points: Point, text: str = "") -> Mark:
    return Mark(kind, points, new_uid(), text)


EVERY_KIND = (
    mark(MarkKind.DISTANCE, (2.25, 3.5), (42.25, 33.5)),
    mark(MarkKind.ANGLE, (30.0, 5.0), (10.0, 5.0), (10.0, 20.0)),
    mark(MarkKind.COBB, (5.0, 5.0), (50.0, 5.0), (5.0, 20.0), (50.0, 30.0)),
    mark(MarkKind.ELLIPSE, (10.0, 10.0), (30.0, 22.0)),
    mark(MarkKind.ELLIPSE, (10.5, 10.0), (18.5, 30.0)),
    mark(MarkKind.RECTANGLE, (5.0, 6.0), (25.0, 16.0)),
    mark(MarkKind.FREEHAND, (5.0, 6.0), (25.0, 6.0), (20.0, 30.0), (6.0, 25.0)),
    mark(MarkKind.ARROW, (40.0, 20.0), (50.0, 10.0), text="Lesion, größer?"),
    mark(MarkKind.ARROW, (41.0, 21.0), (51.0, 11.0)),
    mark(MarkKind.TEXT, (12.0, 33.0), text="See prior"),
)


@pytest.fixture
def slices(tmp_path: Path) -> list[SourceRef]:
    paths = write_ct_series(
        tmp_path / "ct", 3, pixels=PIXELS, PixelSpacing=[0.8, 0.5], PatientName="Doe^Jane"
    )
    return [open_image(path).header.frames[0].source for path in paths]


@pytest.fixture
def report(tmp_path: Path, slices: list[SourceRef]) -> Path:
    path = tmp_path / "measurements.dcm"
    marks = [FrameMarks(slices[0], EVERY_KIND), FrameMarks(slices[2], EVERY_KIND[:1])]
    save_measurements(path, marks, CancelToken())
    return path


def numbers(ds: Dataset) -> dict[tuple[str, str], tuple[float, str]]:
    """(concept, derivation) -> (value, UCUM unit) of every NUM, wherever it stands."""
    found: dict[tuple[str, str], tuple[float, str]] = {}

    def walk(item: Dataset) -> None:
        if item.get("ValueType") == "NUM":
            derived = [
                c.ConceptCodeSequence[0].CodeMeaning
                for c in item.get("ContentSequence", [])
                if c.ConceptNameCodeSequence[0].CodeMeaning == "Derivation"
            ]
            value = item.MeasuredValueSequence[0]
            key = (item.ConceptNameCodeSequence[0].CodeMeaning, derived[0] if derived else "")
            unit = value.MeasurementUnitsCodeSequence[0]
            assert unit.CodingSchemeDesignator == "UCUM"
            found.setdefault(key, (float(value.NumericValue), unit.CodeValue))
        for child in item.get("ContentSequence", []):
            walk(child)

    walk(ds)
    return found


def same(one: Mark, other: Mark) -> bool:
    return (one.kind, one.uid, one.text) == (other.kind, other.uid, other.text) and np.allclose(
        one.points, other.points, atol=1e-4
    )


def test_every_kind_of_mark_comes_back_onto_its_frame(
    report: Path, slices: list[SourceRef]
) -> None:
    found = load_measurements(report, slices)
    assert (found.elsewhere, found.not_understood) == (0, ())
    by_source = {frame.source: frame.marks for frame in found.frames}
    assert set(by_source) == {slices[0], slices[2]}
    assert len(by_source[slices[0]]) == len(EVERY_KIND)
    for made, read in zip(EVERY_KIND, by_source[slices[0]], strict=True):
        assert same(made, read), made.kind
    assert same(EVERY_KIND[0], by_source[slices[2]][0])


def test_the_report_holds_values_units_and_references(
    report: Path, slices: list[SourceRef]
) -> None:
    ds = pydicom.dcmread(report)
    assert ds.SOPClassUID.name == "Comprehensive SR Storage"
    assert ds.ContentTemplateSequence[0].TemplateIdentifier == "1500"
    assert ds.StudyInstanceUID == slices[0].study_instance_uid
    assert ds.PatientName == "Doe^Jane"
    found = numbers(ds)
    rows, columns = np.mgrid[0:40, 0:60] + 0.5
    inside = ((columns - 20) / 10) ** 2 + ((rows - 16) / 6) ** 2 <= 1
    values = PIXELS[inside].astype(float) - 1024
    attenuation = "Attenuation Coefficient"
    expected = {
        # 40 columns of 0.5 mm and 30 rows of 0.8 mm.
        ("Length", ""): (np.hypot(20, 24), "mm"),
        # Legs along a row and along a column.
        ("Angle", ""): (90.0, "deg"),
        # 45 columns of 0.5 mm and 10 rows of 0.8 mm.
        ("Cobb angle", ""): (np.degrees(np.arctan(8 / 22.5)), "deg"),
        # Half axes of 10 columns and 6 rows.
        ("Area", ""): (np.pi * 5 * 4.8, "mm2"),
        (attenuation, "Mean"): (values.mean(), "[hnsf'U]"),
        (attenuation, "Standard Deviation"): (values.std(), "[hnsf'U]"),
        (attenuation, "Minimum"): (values.min(), "[hnsf'U]"),
        (attenuation, "Maximum"): (values.max(), "[hnsf'U]"),
    }
    assert set(found) == set(expected)
    for what, (value, unit) in expected.items():
        assert found[what][0] == pytest.approx(value, rel=1e-3), what
        assert found[what][1] == unit, what
    evidence = ds.CurrentRequestedProcedureEvidenceSequence[0].ReferencedSeriesSequence[0]
    named = {item.ReferencedSOPInstanceUID for item in evidence.ReferencedSOPSequence}
    assert named == {slices[0].sop_instance_uid, slices[2].sop_instance_uid}


def test_another_program_can_read_the_report(report: Path) -> None:
    program = shutil.which("dsrdump")
    if program is None:
        pytest.skip("dsrdump of dcmtk is not installed")
    said = subprocess.run([program, str(report)], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    assert "Cobb angle" in said.stdout
    # It can check no value in UTF-8, and says so.
    remarks = [line for line in said.stderr.splitlines() if "ISO_IR 192" not in line]
    assert not remarks


def test_lengths_without_a_spacing_are_pixels_and_those_at_a_detector_are_said_so(
    tmp_path: Path,
) -> None:
    spacings = {"plain": None, "detector": [0.2, 0.2]}
    texts = {}
    for name, spacing in spacings.items():
        path = write_dicom(
            tmp_path / f"{name}.dcm", PIXELS, Modality="DX", ImagerPixelSpacing=spacing
        )
        source = open_image(path).header.frames[0].source
        report = tmp_path / f"{name}-report.dcm"
        save_measurements(report, [FrameMarks(source, EVERY_KIND[:4])], CancelToken())
        ds = pydicom.dcmread(report)
        found = numbers(ds)
        units = (found["Length", ""][1], found["Area", ""][1])
        assert units == (("{pixels}",) * 2 if spacing is None else ("mm", "mm2"))
        texts[name] = [item.TextValue for group in groups(ds) for item in comments(group)]
        assert load_measurements(report, [source]).not_understood == ()
    assert texts["plain"] == ["Spacing of the pixels: not calibrated"] * 2
    assert texts["detector"] == ["Spacing of the pixels: at the detector"] * 2


def test_marks_of_a_multi_frame_image_come_back_onto_their_frame(tmp_path: Path) -> None:
    pixels = np.zeros((3, 40, 60), np.int16)
    path = save(make_enhanced(pixels, [0.0, 5.0, 10.0]), tmp_path / "multi.dcm")
    sources = [info.source for info in open_image(path).header.frames]
    report = tmp_path / "report.dcm"
    save_measurements(report, [FrameMarks(sources[1], EVERY_KIND[:1])], CancelToken())
    found = load_measurements(report, sources)
    assert [frame.source for frame in found.frames] == [sources[1]]


def test_marks_on_other_images_are_counted_and_a_file_of_nothing_else_is_refused(
    report: Path, slices: list[SourceRef]
) -> None:
    found = load_measurements(report, slices[:1])
    assert found.elsewhere == 1
    with pytest.raises(MeasurementsElsewhereError, match="not open"):
        load_measurements(report, slices[1:2])


def changed(report: Path, change: Callable[[Dataset], None]) -> Path:
    ds = pydicom.dcmread(report)
    change(ds)
    # pydicom cannot write the count of bytes that it has read here; it is counted again.
    del ds.file_meta.FileMetaInformationGroupLength
    ds.save_as(report, enforce_file_format=True)
    return report


def groups(ds: Dataset) -> list[Dataset]:
    measurements = next(
        item
        for item in ds.ContentSequence
        if item.ConceptNameCodeSequence[0].CodeMeaning == "Imaging Measurements"
    )
    return list(measurements.ContentSequence)


def comments(group: Dataset) -> list[Dataset]:
    return [item for item in group.ContentSequence if item.ValueType == "TEXT"][1:]


def test_what_is_not_understood_is_named_and_the_rest_is_shown(
    report: Path, slices: list[SourceRef]
) -> None:
    def change(ds: Dataset) -> None:
        distance, angle, _cobb, ellipse, other, *_ = groups(ds)
        number = next(i for i in distance.ContentSequence if i.ValueType == "NUM")
        number.ConceptNameCodeSequence[0].CodeMeaning = "Perimeter of a star"
        number.ConceptNameCodeSequence[0].CodeValue = "4711"
        line = next(i for i in angle.ContentSequence if i.ValueType == "NUM").ContentSequence[0]
        line.GraphicData = line.GraphicData[:4]
        for item in ellipse.ContentSequence:
            if item.ValueType == "SCOORD":
                item.GraphicData = [1e30] * 8
        for item in other.ContentSequence:
            if item.ValueType == "SCOORD":
                item.ContentSequence = DicomSequence()

    found = load_measurements(changed(report, change), slices)
    assert "Perimeter of a star" in found.not_understood
    assert "Angle" in found.not_understood
    assert "freehand that cannot be drawn" in found.not_understood or (
        "ellipse that cannot be drawn" in found.not_understood
    )
    assert any("on no image" in words for words in found.not_understood)
    first = next(frame for frame in found.frames if frame.source == slices[0])
    assert len(first.marks) == len(EVERY_KIND) - 4
    with pytest.raises(MeasurementsKeptError, match="holds more than") as kept:
        save_measurements(report, [FrameMarks(slices[0], EVERY_KIND[:1])], CancelToken())
    assert "another name" in kept.value.sentence()


def test_circles_and_tilted_ellipses_of_others_are_shown(
    report: Path, slices: list[SourceRef]
) -> None:
    def change(ds: Dataset) -> None:
        first, second = groups(ds)[3:5]
        for group, kind, data in (
            (first, "CIRCLE", [20.0, 20.0, 20.0, 25.0]),
            (second, "ELLIPSE", [10.0, 10.0, 20.0, 20.0, 17.0, 13.0, 13.0, 17.0]),
        ):
            for item in group.ContentSequence:
                if item.ValueType == "SCOORD":
                    item.GraphicType, item.GraphicData = kind, data

    found = load_measurements(changed(report, change), slices)
    circle, tilted = found.frames[0].marks[3:5]
    assert circle.kind is MarkKind.ELLIPSE
    assert circle.points == ((15.0, 15.0), (25.0, 25.0))
    assert tilted.kind is MarkKind.FREEHAND
    assert np.mean(tilted.points, axis=0) == pytest.approx([15, 15], abs=1e-3)
    assert found.not_understood == ()


def test_a_file_that_is_there_is_replaced_only_when_nothing_is_lost(
    tmp_path: Path, report: Path, slices: list[SourceRef]
) -> None:
    few = [FrameMarks(slices[0], EVERY_KIND[:1])]
    save_measurements(report, few, CancelToken())
    assert len(load_measurements(report, slices).frames) == 1
    image = slices[0].path
    before = image.read_bytes()
    with pytest.raises(MeasurementsKeptError, match="no report of marks"):
        save_measurements(image, few, CancelToken())
    assert image.read_bytes() == before
    with pytest.raises(OutputError, match="cannot be written"):
        save_measurements(tmp_path / "no folder" / "a.dcm", few, CancelToken())
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("content", [b"", b"not an image", b"\0" * 128 + b"DICM"], ids=len)
def test_a_file_that_is_no_report_is_refused_with_its_name(
    tmp_path: Path, slices: list[SourceRef], content: bytes
) -> None:
    path = tmp_path / "broken.dcm"
    path.write_bytes(content)
    with pytest.raises(TumorViewError, match=r"broken\.dcm"):
        load_measurements(path, slices)
    with pytest.raises(MeasurementFileError, match="not a DICOM structured report"):
        load_measurements(slices[0].path, slices)


def test_a_report_without_marks_says_so(report: Path, slices: list[SourceRef]) -> None:
    def change(ds: Dataset) -> None:
        ds.ContentSequence = DicomSequence()

    with pytest.raises(MeasurementFileError, match="without measurement groups"):
        load_measurements(changed(report, change), slices)


def test_a_report_that_is_cut_off_is_refused(report: Path, slices: list[SourceRef]) -> None:
    report.write_bytes(report.read_bytes()[:-300])
    with pytest.raises(TumorViewError, match=r"measurements\.dcm"):
        load_measurements(report, slices)


def test_an_image_that_says_little_or_nonsense_of_itself_can_be_measured(tmp_path: Path) -> None:
    paths = write_mr_series(
        tmp_path / "bare",
        1,
        pixels=PIXELS,
        PatientName=None,
        PatientID=None,
        StudyDate="20261399",
        StudyTime="noon",
    )
    source = open_image(paths[0]).header.frames[0].source
    save_measurements(tmp_path / "r.dcm", [FrameMarks(source, EVERY_KIND[3:4])], CancelToken())
    assert numbers(pydicom.dcmread(tmp_path / "r.dcm"))["MR signal intensity", "Mean"][1] == "1"


def test_an_image_that_is_not_dicom_is_refused(tmp_path: Path, slices: list[SourceRef]) -> None:
    cv2 = pytest.importorskip("cv2")
    path = tmp_path / "picture.png"
    cv2.imwrite(str(path), np.zeros((8, 8), np.uint8))
    marks = [FrameMarks(SourceRef(path), EVERY_KIND[:1])]
    with pytest.raises(MeasurementsNeedDicomError, match=r"picture\.png"):
        save_measurements(tmp_path / "r.dcm", marks, CancelToken())
    assert not (tmp_path / "r.dcm").exists()


def test_a_mark_that_is_loaded_again_is_not_there_twice() -> None:
    kept, old = EVERY_KIND[0], EVERY_KIND[3]
    moved = replace(old, points=((0.0, 0.0), (5.0, 5.0)))
    assert merged((old, kept), (moved, EVERY_KIND[1])) == (moved, kept, EVERY_KIND[1])
