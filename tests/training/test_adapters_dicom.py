"""Folders of DICOM files with a label table, and what their headers tell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from pydicom.dataset import Dataset

from tests.dicom_factory import AXIAL, CORONAL, SAGITTAL, write_dicom
from training.data.adapters import FolderData, read_folder
from training.data.adapters.dicom_facts import mr_sequence, plane_of
from training.data.adapters.labels import label_name
from training.data.pixels import read_pixels
from training.errors import DataError

PIXELS = np.arange(64, dtype=np.uint16).reshape(8, 8) * 60


def _folder(tmp_path: Path, table: str, **tags: Any) -> Path:
    write_dicom(tmp_path / "a.dcm", PIXELS, PatientID="A-17", SOPInstanceUID="1.2.3", **tags)
    write_dicom(tmp_path / "sub" / "b", PIXELS, PatientID="B-18", SOPInstanceUID="1.2.4", **tags)
    (tmp_path / "labels.csv").write_text(table, encoding="utf-8")
    return tmp_path


def _labels(data: FolderData) -> dict[str, str]:
    return {data.file_of(record): label_name(record) for record in data.records}


def test_a_table_labels_files_and_the_header_tells_the_rest(tmp_path: Path) -> None:
    folder = _folder(
        tmp_path,
        "file,label\na.dcm,Glioma\nsub/b,no tumour\n",
        SeriesDescription="AX T2 FLAIR",
        ImageOrientationPatient=list(AXIAL),
    )
    data = read_folder(folder)
    assert _labels(data) == {"a.dcm": "glioma", "sub/b": "no_tumor"}
    assert {(r.modality, r.sequence, r.plane) for r in data.records} == {("MR", "FLAIR", "axial")}


def test_patients_are_groups_under_a_hash_and_never_by_name(tmp_path: Path) -> None:
    data = read_folder(_folder(tmp_path, "file,label\na.dcm,yes\nsub/b,no\n"))
    groups = {record.group for record in data.records}
    assert len(groups) == 2
    said = repr(data)
    assert "A-17" not in said
    assert "Phantom" not in said


def test_the_table_may_name_instances_and_patients(tmp_path: Path) -> None:
    table = "SOPInstanceUID;label;patient\n1.2.4;yes;X\n1.2.3;no;X\n"
    data = read_folder(_folder(tmp_path, table))
    assert _labels(data) == {"sub/b": "tumor", "a.dcm": "no_tumor"}
    (group,) = {record.group for record in data.records}
    assert not group.endswith("/X")


def test_frames_are_labelled_one_by_one_or_all_at_once(tmp_path: Path) -> None:
    frames = np.stack([np.full((8, 8), value, np.uint8) for value in (10, 20, 30)])
    write_dicom(tmp_path / "m.dcm", frames)
    write_dicom(tmp_path / "n.dcm", frames[:2])
    (tmp_path / "labels.csv").write_text(
        "file,label,frame\nm.dcm,no,1\nm.dcm,glioma,3\nn.dcm,no,\n"
    )
    data = read_folder(tmp_path)
    assert [(r.image_id.split("/")[1], label_name(r)) for r in data.records] == [
        ("m.dcm#1", "no_tumor"),
        ("m.dcm#3", "glioma"),
        ("n.dcm#1", "no_tumor"),
        ("n.dcm#2", "no_tumor"),
    ]
    assert [read_pixels(record).values[0, 0] for record in data.records] == [10, 30, 10, 20]


def test_a_mask_gives_the_area_in_square_millimetres(tmp_path: Path) -> None:
    folder = _folder(
        tmp_path, "file,label,mask\na.dcm,glioma,a.png\nsub/b,no,\n", PixelSpacing=[0.5, 2.0]
    )
    mask = np.zeros((8, 8), np.uint8)
    mask[2:4, 2:5] = 255
    cv2.imwrite(str(folder / "a.png"), mask)
    areas = {label_name(record): record.lesion_area_mm2 for record in read_folder(folder).records}
    assert areas == {"glioma": pytest.approx(6.0), "no_tumor": 0.0}


def test_a_mask_of_another_size_is_named(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "file,label,mask\na.dcm,glioma,a.png\nsub/b,no,\n")
    cv2.imwrite(str(folder / "a.png"), np.full((4, 4), 255, np.uint8))
    with pytest.raises(DataError, match=r"a\.png: the mask has another size.*\(4, 4\).*\(8, 8\)"):
        read_folder(folder)


def test_a_broken_file_is_set_aside_and_named(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "file,label\na.dcm,yes\nsub/b,no\nbad.dcm,no\n")
    (folder / "bad.dcm").write_bytes((folder / "a.dcm").read_bytes()[:200])
    data = read_folder(folder)
    assert len(data.records) == 2
    assert [item.path.name for item in data.unreadable] == ["bad.dcm"]


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("file,label\na.dcm,yes\nc.dcm,no\n", r"a file that is not there.*c\.dcm"),
        ("SOPInstanceUID,label\n1.2.3,yes\n9.9,no\n", "a file that is not there.*'9.9'"),
        ("file,label,mask\na.dcm,yes,m.png\nsub/b,no,\n", r"a file that is not there.*m\.png"),
        ("file,label\na.dcm,lymphoma\nsub/b,no\n", "a label is not known.*lymphoma.*glioma"),
        ("file,label\na.dcm,yes\na.dcm,no\n", r"names an image twice.*a\.dcm"),
        ("file,label,frame\na.dcm,yes,0\nsub/b,no,\n", "not a number from 1.*'0'"),
        ("name,label\na.dcm,yes\n", "names no images.*file or SOPInstanceUID"),
        ("file,finding\na.dcm,yes\n", "lacks a column.*needs label"),
    ],
)
def test_a_label_table_that_does_not_fit_is_refused(
    tmp_path: Path, table: str, sentence: str
) -> None:
    with pytest.raises(DataError, match=r"labels\.csv.*" + sentence):
        read_folder(_folder(tmp_path, table))


def test_a_frame_that_the_file_has_not_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"a\.dcm: .*a frame that the file has not: it has 1.*2"):
        read_folder(_folder(tmp_path, "file,label,frame\na.dcm,yes,2\nsub/b,no,1\n"))


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({"SeriesDescription": "T1 SE axial"}, "T1"),
        ({"SeriesDescription": "t1_mprage_sag", "ContrastBolusAgent": "Gadovist"}, "T1c"),
        ({"SeriesDescription": "T1 POST GD"}, "T1c"),
        ({"SeriesDescription": "AX T1 +C"}, "T1c"),
        ({"SeriesDescription": "T1 PRE", "ContrastBolusAgent": "Gadovist"}, "T1"),
        ({"SeriesDescription": "AX T1 FLAIR"}, "T1"),
        ({"SeriesDescription": "T2 FLAIR"}, "FLAIR"),
        ({"SeriesDescription": "t2_tirm_dark-fluid"}, "FLAIR"),
        ({"SeriesDescription": "T2 TSE"}, "T2"),
        ({"SeriesDescription": "T2 STIR"}, ""),
        ({"SeriesDescription": "T2* GRE"}, ""),
        ({"SeriesDescription": "AX DWI T2"}, ""),
        ({"SeriesDescription": "PD T2 dual echo"}, ""),
        ({"SeriesDescription": "T1 T2 map"}, ""),
        ({"ScanningSequence": "SE", "RepetitionTime": 500, "EchoTime": 15}, "T1"),
        ({"ScanningSequence": "SE", "RepetitionTime": 4000, "EchoTime": 100}, "T2"),
        ({"ScanningSequence": "SE", "RepetitionTime": 3000, "EchoTime": 30}, ""),
        (
            {
                "ScanningSequence": ["SE", "IR"],
                "RepetitionTime": 9000,
                "EchoTime": 120,
                "InversionTime": 2500,
            },
            "FLAIR",
        ),
        ({"ScanningSequence": "GR", "RepetitionTime": 500, "EchoTime": 15}, ""),
        ({}, ""),
    ],
)
def test_a_sequence_is_stated_only_where_the_header_leaves_no_doubt(
    tags: dict[str, Any], expected: str
) -> None:
    ds = Dataset()
    for name, value in tags.items():
        setattr(ds, name, value)
    assert mr_sequence(ds) == expected


@pytest.mark.parametrize(
    ("orientation", "expected"),
    [
        (AXIAL, "axial"),
        (CORONAL, "coronal"),
        (SAGITTAL, "sagittal"),
        ((1, 0, 0, 0, 0.94, -0.342), "axial"),
        ((1, 0, 0, 0, 0.7071, -0.7071), ""),
        ((1, 0, 0, 1, 0, 0), ""),
        (None, ""),
    ],
)
def test_the_plane_is_that_of_the_nearest_body_axis(
    orientation: tuple[float, ...] | None, expected: str
) -> None:
    assert plane_of(orientation) == expected


@pytest.mark.shared_data
def test_real_headers_are_read(shared_data: Path, tmp_path: Path) -> None:
    for name, label in (("ct_head_ge/14.dcm", "no"), ("mr_pd_oblique/brain_010.dcm", "yes")):
        target = tmp_path / label / Path(name).name
        target.parent.mkdir()
        target.write_bytes((shared_data / "dicom" / name).read_bytes())
    found = {r.modality: (r.sequence, r.plane) for r in read_folder(tmp_path).records}
    assert set(found) == {"CT", "MR"}
    assert found["CT"] == ("", "axial")
    assert found["MR"][0] == ""
