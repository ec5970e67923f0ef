"""Heatmaps of a scan as DICOM parametric maps."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pydicom
import pytest
from highdicom.pm import ParametricMap

from tests.dicom_factory import make_enhanced, save, write_dicom
from tests.model_factory import TinyModel, make_model
from tests.unit.services.scan_helpers import finished, pixels, read_rows, scan
from tests.unit.services.scan_process import Request, ScanStarter
from tumorview.domain.events import ItemDone, Outcome, ScanStarted
from tumorview.inference.heatmap import resampled_to_source
from tumorview.reporting.map_words import MAP_WORDS, MapOutcome
from tumorview.reporting.pseudonyms import Pseudonyms
from tumorview.services.level_paths import level_paths
from tumorview.services.pseudonym_key import make_key
from tumorview.services.scan_options import ScanOptions

OBLIQUE = (1.0, 0.0, 0.0, 0.0, 0.6, 0.8)


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make_model(tmp_path / "models")
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


def write_slice(path: Path, **tags: Any) -> Path:
    values: dict[str, Any] = {
        "SOPInstanceUID": "1.2.3.4",
        "FrameOfReferenceUID": "1.2.3.9",
        "PixelSpacing": [0.5, 0.75],
        "SliceThickness": 4.0,
        "ImageOrientationPatient": list(OBLIQUE),
        "ImagePositionPatient": [-20.5, 7.25, 33.125],
        "InstanceNumber": 12,
        "PatientBirthDate": "19700101",
    } | tags
    # Bright for the most part, which is what the tiny model answers to.
    image = pixels(1, (48, 64))
    image[2:, 2:] += 3000
    return write_dicom(path, image, **values)


def mapped(folder: Path, out: Path, **options: Any) -> Any:
    maps = out.parent / "maps"
    return scan(folder, out, heatmap_dir=maps, parametric_maps=True, **options)


def outcomes(out: Path) -> dict[str, int]:
    report = json.loads(out.with_name(f"{out.name}.report.json").read_text("utf-8"))
    found: dict[str, int] = report["levels"]["parametric_maps"]
    return found


def test_a_map_holds_the_heatmap_in_the_place_of_its_image(tmp_path: Path) -> None:
    source = write_slice(tmp_path / "in" / "a.dcm")
    events = mapped(tmp_path / "in", tmp_path / "out.csv")
    (done,) = [event for event in events if isinstance(event, ItemDone)]
    heatmap = done.prediction.leading_heatmap
    assert heatmap is not None
    path = tmp_path / "maps" / "a.dcm.f0001.dcm"
    assert path.with_suffix(".png") == done.heatmap_path
    found, image = pydicom.dcmread(path), pydicom.dcmread(source)
    assert found.SOPClassUID.name == "Parametric Map Storage"
    assert found.file_meta.TransferSyntaxUID == pydicom.uid.ExplicitVRLittleEndian
    values = found.pixel_array
    assert values.dtype == np.float32
    np.testing.assert_array_equal(values, resampled_to_source(heatmap))
    assert values.max() > values.min() >= 0.0
    shared = found.SharedFunctionalGroupsSequence[0]
    own = found.PerFrameFunctionalGroupsSequence[0]
    assert own.PlanePositionSequence[0].ImagePositionPatient == image.ImagePositionPatient
    orientation = shared.PlaneOrientationSequence[0].ImageOrientationPatient
    assert orientation == image.ImageOrientationPatient
    assert shared.PixelMeasuresSequence[0].PixelSpacing == image.PixelSpacing
    assert shared.PixelMeasuresSequence[0].SliceThickness == image.SliceThickness
    assert found.FrameOfReferenceUID == image.FrameOfReferenceUID
    for name in ("PatientID", "PatientName", "PatientBirthDate", "StudyInstanceUID"):
        assert found[name].value == image[name].value
    assert found.SeriesInstanceUID != image.SeriesInstanceUID
    # Another reader of the standard places it where the source lies.
    affine = ParametricMap.from_file(path).get_volume().get_affine("LPS")
    np.testing.assert_allclose(affine[:3, 3], image.ImagePositionPatient)


def test_a_map_names_its_source_and_says_what_it_is_and_is_not(tmp_path: Path) -> None:
    source = write_slice(tmp_path / "in" / "a.dcm")
    mapped(tmp_path / "in", tmp_path / "out.csv")
    found = pydicom.dcmread(tmp_path / "maps" / "a.dcm.f0001.dcm")
    image = pydicom.dcmread(source)
    own = found.PerFrameFunctionalGroupsSequence[0]
    derivation = own.DerivationImageSequence[0]
    assert derivation.DerivationCodeSequence[0].CodeMeaning == "Class activation"
    (named,) = derivation.SourceImageSequence
    assert named.ReferencedSOPInstanceUID == image.SOPInstanceUID
    assert named.SpatialLocationsPreserved == "YES"
    assert "ReferencedFrameNumber" not in named
    (series,) = found.ReferencedSeriesSequence
    assert series.SeriesInstanceUID == image.SeriesInstanceUID
    assert "not a lesion outline" in found.ContentDescription
    assert "not a lesion outline" in found.SeriesDescription
    assert "not a probability" in str(found.ImageComments)
    assert found.ContentQualification == "RESEARCH"
    assert found.ContentCreatorName == ""
    (mapping,) = found.SharedFunctionalGroupsSequence[0].RealWorldValueMappingSequence
    assert (mapping.RealWorldValueSlope, mapping.RealWorldValueIntercept) == (1.0, 0.0)
    assert mapping.DoubleFloatRealWorldValueFirstValueMapped == 0.0
    assert mapping.DoubleFloatRealWorldValueLastValueMapped == 1.0
    assert mapping.MeasurementUnitsCodeSequence[0].CodeMeaning == "no units"
    quantity = mapping.QuantityDefinitionSequence[0].ConceptCodeSequence[0]
    assert (quantity.CodeValue, quantity.CodingSchemeDesignator) == ("130402", "DCM")
    window = found.SharedFunctionalGroupsSequence[0].FrameVOILUTSequence[0]
    assert window.VOILUTFunction == "LINEAR_EXACT"


def test_a_lesion_map_is_not_called_a_class_activation(tmp_path: Path, models: Path) -> None:
    make_model(models, TinyModel(id="lesion", trust=True))
    write_slice(tmp_path / "in" / "a.dcm")
    mapped(tmp_path / "in", tmp_path / "out.csv", model_id="lesion")
    found = pydicom.dcmread(tmp_path / "maps" / "a.dcm.f0001.dcm")
    (mapping,) = found.SharedFunctionalGroupsSequence[0].RealWorldValueMappingSequence
    quantity = mapping.QuantityDefinitionSequence[0].ConceptCodeSequence[0]
    assert quantity.CodeMeaning == "Lesion evidence map"


def test_a_map_of_an_image_with_loss_says_so(tmp_path: Path) -> None:
    write_slice(
        tmp_path / "in" / "a.dcm",
        LossyImageCompression="01",
        LossyImageCompressionRatio=[10],
        LossyImageCompressionMethod="ISO_10918_1",
    )
    mapped(tmp_path / "in", tmp_path / "out.csv")
    found = pydicom.dcmread(tmp_path / "maps" / "a.dcm.f0001.dcm")
    assert found.LossyImageCompression == "01"
    assert found.LossyImageCompressionRatio == 10
    assert found.LossyImageCompressionMethod == "ISO_10918_1"


def test_each_frame_of_a_file_has_its_map_at_its_own_place(tmp_path: Path) -> None:
    ds = make_enhanced(
        np.stack([pixels(number) for number in range(3)]),
        [0.0, 4.5, 9.0],
        FrameOfReferenceUID="1.2.3.9",
        SOPInstanceUID="1.2.3.5",
    )
    save(ds, tmp_path / "in" / "e.dcm")
    mapped(tmp_path / "in", tmp_path / "out.csv")
    assert outcomes(tmp_path / "out.csv") == {"written": 3}
    uids = set()
    for number, place in enumerate((0.0, 4.5, 9.0), start=1):
        found = pydicom.dcmread(tmp_path / "maps" / f"e.dcm.f{number:04d}.dcm")
        own = found.PerFrameFunctionalGroupsSequence[0]
        (instance,) = found.ReferencedSeriesSequence[0].ReferencedInstanceSequence
        assert "ReferencedFrameNumber" not in instance
        assert own.PlanePositionSequence[0].ImagePositionPatient[2] == place
        named = own.DerivationImageSequence[0].SourceImageSequence[0]
        assert named.ReferencedSOPInstanceUID == "1.2.3.5"
        assert named.ReferencedFrameNumber == number
        assert found.InstanceNumber == number
        uids.add((found.SeriesInstanceUID, found.SOPInstanceUID))
    assert len(uids) == 3
    assert len({series for series, _ in uids}) == 1


def test_what_cannot_be_a_map_has_its_picture_and_the_reason_is_said(
    tmp_path: Path, models: Path
) -> None:
    folder = tmp_path / "in"
    write_slice(folder / "good.dcm")
    write_slice(folder / "no_place.dcm", ImagePositionPatient=None)
    write_slice(folder / "no_reference.dcm", FrameOfReferenceUID=None)
    write_slice(folder / "no_uid.dcm", SeriesInstanceUID=None)
    (folder / "blank.dcm").parent.mkdir(exist_ok=True)
    write_slice(folder / "no_study.dcm", StudyInstanceUID=None)
    cv2.imwrite(str(folder / "p.png"), pixels(3).astype(np.uint8))
    out = tmp_path / "out.csv"
    end = finished(mapped(folder, out))
    assert (end.outcome, end.failed) == (Outcome.DONE, 0)
    assert outcomes(out) == {"no_place": 2, "no_uids": 2, "not_dicom": 1, "written": 1}
    report = json.loads(out.with_name("out.csv.report.json").read_text("utf-8"))
    assert "highdicom" in {version["name"] for version in report["versions"]}
    assert report["settings"]["parametric_maps"] is True
    assert end.pictures_only == 5
    rows = read_rows(out)
    assert all(Path(row["heatmap_path"]).exists() for row in rows)
    assert [path.name for path in (tmp_path / "maps").glob("*.dcm")] == ["good.dcm.f0001.dcm"]
    series = read_rows(level_paths(out)[0])
    assert sum(int(row["parametric_maps"]) for row in series) == 1
    page = out.with_name("out.csv.report.html").read_text("utf-8")
    assert "it has no UIDs that a map could refer to" in page
    assert "would have no place in the patient" in page


def test_an_image_that_the_model_refuses_has_neither_picture_nor_map(
    tmp_path: Path, models: Path
) -> None:
    make_model(models, TinyModel(id="ct", manifest_changes={"validated_modalities": ["CT"]}))
    write_slice(tmp_path / "in" / "a.dcm")
    end = finished(mapped(tmp_path / "in", tmp_path / "out.csv", model_id="ct"))
    assert outcomes(tmp_path / "out.csv") == {"no_heatmap": 1}
    assert end.pictures_only == 0
    assert not (tmp_path / "maps").exists() or not list((tmp_path / "maps").rglob("*.*"))


def test_an_image_of_a_class_that_nobody_knows_is_named_by_it(tmp_path: Path) -> None:
    write_slice(tmp_path / "in" / "a.dcm", SOPClassUID="1.2.3.99")
    mapped(tmp_path / "in", tmp_path / "out.csv")
    found = pydicom.dcmread(tmp_path / "maps" / "a.dcm.f0001.dcm")
    (instance,) = found.ReferencedSeriesSequence[0].ReferencedInstanceSequence
    own = found.PerFrameFunctionalGroupsSequence[0].DerivationImageSequence[0]
    named = (instance, *found.SourceImageSequence, *own.SourceImageSequence)
    assert [one.ReferencedSOPClassUID for one in named] == ["1.2.3.99"] * 3


def test_what_cannot_be_encoded_costs_the_map_and_not_the_row(tmp_path: Path) -> None:
    # No defined term of Patient's Sex.
    write_slice(tmp_path / "in" / "a.dcm", PatientSex="neither")
    end = finished(mapped(tmp_path / "in", tmp_path / "out.csv"))
    assert (end.analysed, end.failed, end.pictures_only) == (1, 0, 1)
    assert outcomes(tmp_path / "out.csv") == {"not_encodable": 1}


@pytest.mark.skipif(sys.platform != "linux", reason="how long a name may be is the system's")
def test_a_name_that_nothing_can_be_added_to_does_not_end_the_scan(tmp_path: Path) -> None:
    for name in ("n" * 255, "n" * 254 + "m", "ä" * 127):
        write_slice(tmp_path / "in" / name)
    end = finished(mapped(tmp_path / "in", tmp_path / "out.csv"))
    assert (end.outcome, end.analysed, end.pictures_only) == (Outcome.DONE, 3, 0)
    pictures = {row["heatmap_path"] for row in read_rows(tmp_path / "out.csv")}
    assert len(pictures) == 3
    for picture in pictures:
        assert Path(picture).exists()
        assert Path(picture).with_suffix(".dcm").exists()


def test_pseudonyms_stand_in_the_maps_too(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_slice(
        folder / "Doe" / "a.dcm",
        PatientID="DOE-1",
        PatientName="Doe^Jane",
        StudyDescription="of Doe",
        StudyDate="20200102",
        AccessionNumber="DOE-A",
    )
    key = make_key(tmp_path / "key")
    mapped(folder, tmp_path / "out.csv", pseudonym_key=tmp_path / "key")
    (path,) = (tmp_path / "maps").rglob("*.dcm")
    content = path.read_bytes()
    for secret in (b"Doe", b"DOE", b"1970", b"20200102", b"1.2.3.4\0", b"1.2.3.9\0"):
        assert secret not in content
    found, one = pydicom.dcmread(path), Pseudonyms(key)
    assert found.PatientID == one.text("patient_id", "DOE-1")
    assert found.PatientIdentityRemoved == "YES"
    (row,) = read_rows(tmp_path / "out.csv")
    assert found.StudyInstanceUID == row["study_instance_uid"]
    assert found.SourceImageSequence[0].ReferencedSOPInstanceUID == row["sop_instance_uid"]
    assert found.FrameOfReferenceUID == one.uid("frame_of_reference_uid", "1.2.3.9")


def test_maps_that_are_made_again_are_the_same_object(tmp_path: Path) -> None:
    write_slice(tmp_path / "in" / "a.dcm")
    path = tmp_path / "maps" / "a.dcm.f0001.dcm"
    seen = []
    for _ in range(2):
        mapped(tmp_path / "in", tmp_path / "out.csv")
        seen.append(pydicom.dcmread(path))
    assert seen[0].SOPInstanceUID == seen[1].SOPInstanceUID
    assert seen[0].SeriesInstanceUID == seen[1].SeriesInstanceUID


def test_a_scan_that_goes_on_makes_the_maps_that_were_not_asked_for_before(
    tmp_path: Path,
) -> None:
    folder, out = tmp_path / "in", tmp_path / "out.csv"
    write_slice(folder / "a.dcm")
    scan(folder, out, heatmap_dir=tmp_path / "maps")
    assert outcomes(out) == {}
    assert not list((tmp_path / "maps").glob("*.dcm"))
    assert mapped(folder, out, resume=True)[0] == ScanStarted(folder, 1, 0)
    assert (tmp_path / "maps" / "a.dcm.f0001.dcm").exists()
    assert mapped(folder, out, resume=True)[0] == ScanStarted(folder, 1, 1)
    assert outcomes(out) == {"written": 1}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill so")
def test_a_kill_leaves_whole_maps_only_and_going_on_leaves_all_of_them(tmp_path: Path) -> None:
    folder, out, maps = tmp_path / "in", tmp_path / "out.csv", tmp_path / "maps"
    for number in range(6):
        write_slice(folder / f"{number}.dcm", SOPInstanceUID=f"1.2.3.4.{number}")
    options = {"workers": 1, "heatmap_dir": str(maps), "parametric_maps": True}
    names = [f"{number}.dcm.f0001.dcm" for number in range(6)]
    with ScanStarter() as starter:
        for call in (1, 2, 4):
            resuming = options | {"resume": call > 1}
            killing = Request(str(folder), str(out), resuming, None, "os:fsync", call)
            assert starter.run(killing) == -signal.SIGKILL
            for path in maps.glob("*.f0001.dcm"):
                assert pydicom.dcmread(path).pixel_array.shape == (48, 64)
        assert starter.run(Request(str(folder), str(out), options | {"resume": True})) == 0
    assert sorted(path.name for path in maps.glob("*.dcm")) == names
    assert not list(maps.glob("*.new"))
    assert outcomes(out) == {"written": 6}


def test_every_outcome_has_a_sentence() -> None:
    assert set(MAP_WORDS) == set(MapOutcome)
    assert all(words.endswith(".") for words in MAP_WORDS.values())


def test_maps_without_pictures_mean_nothing(tmp_path: Path) -> None:
    write_slice(tmp_path / "in" / "a.dcm")
    scan(tmp_path / "in", tmp_path / "out.csv", parametric_maps=True)
    assert outcomes(tmp_path / "out.csv") == {}
    assert ScanOptions(tmp_path, tmp_path / "o.csv").parametric_maps is False
