"""What the header says: identity, geometry, enhanced multi-frame, tags that are not right."""

from __future__ import annotations

import logging
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.dicom_factory import AXIAL, make_dataset, make_enhanced, save, write_dicom
from tumorview.domain.frames import ImageGeometry
from tumorview.imaging import dicom_tags
from tumorview.imaging.errors import ImagingError
from tumorview.imaging.image_file import open_image
from tumorview.imaging.modality import modality_frame
from tumorview.imaging.recognize import FileKind

PIXELS = np.arange(16, dtype=np.uint16).reshape(4, 4)


def test_the_header_carries_identity_and_technique(tmp_path: Path) -> None:
    path = write_dicom(
        tmp_path / "a.dcm",
        PIXELS,
        PatientName="Phantom^Test",
        PatientID="P1",
        PatientBirthDate="19700101",
        PatientSex="F",
        PatientAge="050Y",
        StudyDescription="Head",
        StudyDate="20200102",
        AccessionNumber="A1",
        SeriesDescription="T1 axial",
        SeriesNumber="3",
        InstanceNumber="7",
        BodyPartExamined="BRAIN",
        Manufacturer="Maker",
    )
    header = open_image(path).header
    assert header.kind is FileKind.DICOM
    assert (header.patient.name, header.patient.patient_id) == ("Phantom^Test", "P1")
    assert (header.patient.birth_date, header.patient.sex) == ("19700101", "F")
    assert header.patient.age == "050Y"
    assert (header.study_description, header.study_date) == ("Head", "20200102")
    assert header.accession_number == "A1"
    assert (header.series_description, header.series_number) == ("T1 axial", 3)
    assert (header.modality, header.body_part_examined) == ("MR", "BRAIN")
    assert (header.instance_number, header.manufacturer) == (7, "Maker")
    assert (header.rows, header.columns, header.frame_count) == (4, 4, 1)
    assert header.frames[0].source.sop_instance_uid == header.sop_instance_uid
    assert header.transfer_syntax_uid == "1.2.840.10008.1.2.1"
    assert not header.lossy


def test_names_in_other_scripts_are_read(tmp_path: Path) -> None:
    path = write_dicom(
        tmp_path / "a.dcm", PIXELS, SpecificCharacterSet="ISO_IR 192", PatientName="山田^太郎"
    )
    assert open_image(path).header.patient.name == "山田^太郎"


def test_geometry_is_read_as_the_file_gives_it(tmp_path: Path) -> None:
    path = write_dicom(
        tmp_path / "a.dcm",
        PIXELS,
        PixelSpacing=[0.5, 0.75],
        ImagePositionPatient=[-100.0, -120.5, 33.25],
        ImageOrientationPatient=list(AXIAL),
        SliceThickness="5",
        SpacingBetweenSlices="5.5",
    )
    geometry = open_image(path).read_frame().geometry
    assert geometry == ImageGeometry(
        pixel_spacing_mm=(0.5, 0.75),
        position_mm=(-100.0, -120.5, 33.25),
        orientation=AXIAL,
        slice_thickness_mm=5.0,
        spacing_between_slices_mm=5.5,
    )


def test_a_file_without_geometry_says_so(tmp_path: Path) -> None:
    geometry = open_image(write_dicom(tmp_path / "a.dcm", PIXELS)).header.frames[0].geometry
    assert geometry == ImageGeometry()


@pytest.mark.parametrize(
    "tags",
    [
        {"ImageOrientationPatient": [1, 0, 0, 1, 0, 0]},
        {"ImageOrientationPatient": [1, 0, 0]},
        {"PixelSpacing": [0, 0.5]},
        {"PixelSpacing": ["1e-300", "1e300"]},
        {"PixelSpacing": [1e-9, 1e-9]},
        {"PixelSpacing": [2000, 2000]},
        {"PixelSpacing": [0.1, 20]},
        {"PixelAspectRatio": [101, 1]},
        {"ImagePositionPatient": [1, 2]},
    ],
)
def test_geometry_that_makes_no_sense_counts_as_absent(
    tmp_path: Path, tags: dict[str, Any]
) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS, **tags)
    assert open_image(path).header.frames[0].geometry == ImageGeometry()


def test_a_pixel_aspect_ratio_is_kept(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS, PixelAspectRatio=[2, 1])
    assert open_image(path).header.frames[0].geometry.pixel_aspect_ratio == (2.0, 1.0)


def test_lossy_history_is_kept(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS, LossyImageCompression="01")
    assert open_image(path).read_frame().lossy


def test_an_enhanced_file_gives_each_frame_its_own_place_and_values(tmp_path: Path) -> None:
    frames = np.arange(3 * 20, dtype=np.uint16).reshape(3, 4, 5)
    ds = make_enhanced(frames, [0.0, 4.5, 9.0], rescale=[(1, 0), (2, 0), (1, -5)])
    opened = open_image(save(ds, tmp_path / "a.dcm"))
    assert opened.frame_count == 3
    second = opened.read_frame(2)
    assert second.geometry.position_mm == (0.0, 0.0, 4.5)
    assert second.geometry.orientation == AXIAL
    assert second.geometry.pixel_spacing_mm == (0.5, 0.75)
    assert second.geometry.slice_thickness_mm == 4.0
    assert second.geometry.spacing_between_slices_mm == 4.5
    assert (second.rescale_slope, second.rescale_intercept) == (2.0, 0.0)
    assert [(w.center, w.width) for w in second.voi_windows] == [(10.0, 100.0)]
    third = modality_frame(opened.read_frame(3))
    np.testing.assert_array_equal(third.values, frames[2].astype(np.float32) - 5)


def test_frames_of_a_plain_multi_frame_file_do_not_share_one_position(tmp_path: Path) -> None:
    frames = np.zeros((3, 4, 5), np.uint16)
    path = write_dicom(
        tmp_path / "a.dcm",
        frames,
        ImagePositionPatient=[0, 0, 1],
        ImageOrientationPatient=list(AXIAL),
    )
    positions = [frame.geometry.position_mm for frame in open_image(path).header.frames]
    assert positions == [(0.0, 0.0, 1.0), None, None]


def test_malformed_optional_tags_do_not_stop_the_reading(tmp_path: Path) -> None:
    path = write_dicom(
        tmp_path / "a.dcm",
        PIXELS,
        SeriesNumber="1234",
        InstanceNumber="5678",
        WindowCenter="4040.5",
        WindowWidth="8080.5",
    )
    content = path.read_bytes()
    for old, new in ((b"1234", b"1a!4"), (b"5678", b"...."), (b"4040.5", b"NaN   ")):
        content = content.replace(old, new)
    path.write_bytes(content)
    opened = open_image(path)
    assert (opened.header.series_number, opened.header.instance_number) == (None, None)
    assert opened.read_frame().voi_windows == ()


def test_control_characters_do_not_reach_the_screen(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS, SeriesDescription="T1xxaxial")
    path.write_bytes(path.read_bytes().replace(b"T1xxaxial", b"T1\r\naxial"))
    assert open_image(path).header.series_description == "T1  axial"


def test_nothing_of_a_malformed_file_is_logged_or_warned_about(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = write_dicom(
        tmp_path / "a.dcm", PIXELS, SpecificCharacterSet="ISO_IR 100", PatientName="Secret^Name"
    )
    path.write_bytes(path.read_bytes().replace(b"ISO_IR 100", b"ISO_QQ 777"))
    caplog.set_level(logging.DEBUG)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        open_image(path).read_frame()
    assert "Secret" not in caplog.text


def test_warnings_of_others_are_not_silenced() -> None:
    with dicom_tags.quiet_pydicom(), pytest.warns(UserWarning, match="mine"):
        warnings.warn("mine", UserWarning, stacklevel=1)


def test_the_filter_for_warnings_is_gone_when_the_last_reader_leaves() -> None:
    before = list(warnings.filters)
    with dicom_tags.quiet_pydicom():
        with dicom_tags.quiet_pydicom():
            pass
        assert len(warnings.filters) == len(before) + 1
    assert list(warnings.filters) == before


def test_headers_are_read_from_many_threads_at_once(tmp_path: Path) -> None:
    paths = []
    for k in range(20):
        path = write_dicom(
            tmp_path / f"{k}.dcm", PIXELS, InstanceNumber=k, SpecificCharacterSet="ISO_IR 100"
        )
        path.write_bytes(path.read_bytes().replace(b"ISO_IR 100", b"ISO_QQ 777"))
        paths.append(path)
    before = list(warnings.filters)
    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(lambda path: open_image(path).header.instance_number, paths * 3))
    assert numbers == list(range(20)) * 3
    assert list(warnings.filters) == before


def test_a_sequence_nested_beyond_reason_is_a_typed_error(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS)
    content = path.read_bytes()
    begin = content.index(b"\x08\x00\x16\x00UI")
    nest = b"\x08\x00\x40\x11SQ\0\0\xff\xff\xff\xff" + b"\xfe\xff\x00\xe0\xff\xff\xff\xff"
    path.write_bytes(content[:begin] + nest * 20_000)
    with pytest.raises(ImagingError):
        open_image(path)


def test_an_errors_sentence_never_quotes_the_patient(tmp_path: Path) -> None:
    ds = make_dataset(PIXELS, PatientName="Secret^Name", PatientID="SECRET-7", Rows=0)
    with pytest.raises(ImagingError) as caught:
        open_image(save(ds, tmp_path / "a.dcm"))
    assert "secret" not in str(caught.value).lower()
