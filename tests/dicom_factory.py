"""Small DICOM files and series, written for a test; nobody's data.

Any room may use these: `write_ct_series`, `write_mr_series` for a folder of slices, `write_dicom`
for one file of a given shape, `make_dataset` to change tags before writing.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import UID, ExplicitVRLittleEndian, HTJ2KLossless, generate_uid

CT_IMAGE = UID("1.2.840.10008.5.1.4.1.1.2")
MR_IMAGE = UID("1.2.840.10008.5.1.4.1.1.4")
ENHANCED_MR_IMAGE = UID("1.2.840.10008.5.1.4.1.1.4.1")
SECONDARY_CAPTURE = UID("1.2.840.10008.5.1.4.1.1.7")
AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
CORONAL = (1.0, 0.0, 0.0, 0.0, 0.0, -1.0)
SAGITTAL = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)


def make_dataset(pixels: npt.NDArray[Any], **tags: Any) -> FileDataset:
    """A data set around `pixels`; keyword arguments are DICOM keywords and win.

    `pixels` is [rows, columns], [frames, rows, columns] or [rows, columns, 3] of 8, 16 or 32 bit
    integers. A value of None leaves a tag out.
    """
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = tags.get("SOPClassUID", MR_IMAGE)
    meta.MediaStorageSOPInstanceUID = tags.get("SOPInstanceUID") or generate_uid()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    ds = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    color = pixels.ndim == 3 and pixels.shape[-1] == 3
    values: dict[str, Any] = {
        "SOPClassUID": meta.MediaStorageSOPClassUID,
        "SOPInstanceUID": meta.MediaStorageSOPInstanceUID,
        "PatientName": "Phantom^Test",
        "PatientID": "PHANTOM-1",
        "StudyInstanceUID": generate_uid(entropy_srcs=["study"]),
        "SeriesInstanceUID": generate_uid(entropy_srcs=["series"]),
        "Modality": "MR",
        "Rows": pixels.shape[0] if pixels.ndim == 2 or color else pixels.shape[1],
        "Columns": pixels.shape[1] if pixels.ndim == 2 or color else pixels.shape[2],
        "SamplesPerPixel": 3 if color else 1,
        "PhotometricInterpretation": "RGB" if color else "MONOCHROME2",
        "BitsAllocated": pixels.itemsize * 8,
        "BitsStored": pixels.itemsize * 8,
        "HighBit": pixels.itemsize * 8 - 1,
        "PixelRepresentation": int(pixels.dtype.kind == "i"),
    }
    if color:
        values["PlanarConfiguration"] = 0
    if pixels.ndim == 3 and not color:
        values["NumberOfFrames"] = pixels.shape[0]
    values.update(tags)
    if "HighBit" not in tags:
        values["HighBit"] = values["BitsStored"] - 1
    for keyword, value in values.items():
        if value is not None:
            setattr(ds, keyword, value)
    ds.PixelData = _even(pixels.tobytes())
    ds["PixelData"].VR = "OB" if pixels.itemsize == 1 else "OW"
    return ds


def write_dicom(
    path: Path,
    pixels: npt.NDArray[Any],
    *,
    transfer_syntax: UID = ExplicitVRLittleEndian,
    **tags: Any,
) -> Path:
    """Write one file; a compressed `transfer_syntax` is encoded with pydicom's own encoders."""
    return save(make_dataset(pixels, **tags), path, transfer_syntax=transfer_syntax)


def save(ds: Dataset, path: Path, *, transfer_syntax: UID = ExplicitVRLittleEndian) -> Path:
    """Write `ds` to `path` in `transfer_syntax` and return the path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if transfer_syntax.is_compressed and not transfer_syntax.is_deflated:
        ds.compress(transfer_syntax, generate_instance_uid=False)
    ds.file_meta.TransferSyntaxUID = transfer_syntax
    ds.save_as(path, enforce_file_format=True)
    return path


def save_encapsulated(
    ds: Dataset, path: Path, frames: Sequence[bytes | bytearray], transfer_syntax: str
) -> Path:
    """Write `ds` with frames that are compressed already."""
    ds.PixelData = encapsulate([bytes(frame) for frame in frames])
    ds["PixelData"].VR = "OB"
    ds["PixelData"].is_undefined_length = True
    known = UID(transfer_syntax).is_transfer_syntax
    ds.file_meta.TransferSyntaxUID = UID(transfer_syntax if known else HTJ2KLossless)
    ds.save_as(path, enforce_file_format=True)
    if not known:  # pydicom writes no transfer syntax that it does not know (JPEG XL)
        assert len(transfer_syntax) == len(HTJ2KLossless)
        content = path.read_bytes()
        path.write_bytes(content.replace(HTJ2KLossless.encode(), transfer_syntax.encode(), 1))
    return path


def make_enhanced(
    pixels: npt.NDArray[Any],
    positions: Sequence[float],
    *,
    orientation: Sequence[float] = AXIAL,
    rescale: Sequence[tuple[float, float]] | None = None,
    **tags: Any,
) -> FileDataset:
    """An enhanced MR: one position (mm along the normal) and one rescale a frame.

    `pixels` is [frames, rows, columns]. Orientation and spacing are shared; frame k has a window
    of width 100 and centre 10 k.
    """
    ds = make_dataset(pixels, SOPClassUID=ENHANCED_MR_IMAGE, **tags)
    shared = Dataset()
    shared.PlaneOrientationSequence = [_item(ImageOrientationPatient=list(orientation))]
    shared.PixelMeasuresSequence = [
        _item(PixelSpacing=[0.5, 0.75], SliceThickness=4.0, SpacingBetweenSlices=4.5)
    ]
    ds.SharedFunctionalGroupsSequence = [shared]
    normal = np.cross(orientation[:3], orientation[3:])
    groups = []
    for index, along in enumerate(positions):
        group = Dataset()
        origin = [round(float(v), 6) for v in normal * along]
        group.PlanePositionSequence = [_item(ImagePositionPatient=origin)]
        slope, intercept = rescale[index] if rescale else (1.0, 0.0)
        group.PixelValueTransformationSequence = [
            _item(RescaleSlope=slope, RescaleIntercept=intercept, RescaleType="US")
        ]
        group.FrameVOILUTSequence = [_item(WindowCenter=10.0 * index, WindowWidth=100.0)]
        groups.append(group)
    ds.PerFrameFunctionalGroupsSequence = groups
    return ds


def write_series(
    folder: Path,
    positions: Sequence[float],
    *,
    orientation: Sequence[float] = AXIAL,
    pixels: npt.NDArray[Any] | None = None,
    names: Sequence[str] | None = None,
    **tags: Any,
) -> list[Path]:
    """Write one file a position along the slice normal (mm); slice k holds the value k + 1.

    `names` are the file names in the order of `positions`; `pixels` replaces the slices' content.
    """
    series_uid = tags.pop("SeriesInstanceUID", None) or generate_uid()
    study_uid = tags.pop("StudyInstanceUID", None) or generate_uid()
    normal = np.cross(orientation[:3], orientation[3:])
    paths = []
    for index, along in enumerate(positions):
        content = np.full((16, 16), index + 1, np.int16) if pixels is None else pixels
        name = names[index] if names else f"slice{index:03d}.dcm"
        origin = [round(float(v), 6) for v in normal * along]
        values: dict[str, Any] = {
            "SeriesInstanceUID": series_uid,
            "StudyInstanceUID": study_uid,
            "SeriesNumber": 2,
            "SeriesDescription": "made for a test",
            "InstanceNumber": index + 1,
            "PixelSpacing": [0.5, 0.5],
            "SliceThickness": 5.0,
            "ImageOrientationPatient": [round(float(v), 6) for v in orientation],
            "ImagePositionPatient": origin,
        }
        values.update(tags)
        paths.append(write_dicom(folder / name, content, **values))
    return paths


def write_ct_series(folder: Path, count: int = 4, **tags: Any) -> list[Path]:
    """An axial CT head series, 5 mm apart, slice k of value k + 1 HU and 1024 of offset."""
    values: dict[str, Any] = {
        "SOPClassUID": CT_IMAGE,
        "Modality": "CT",
        "BodyPartExamined": "HEAD",
        "RescaleSlope": 1,
        "RescaleIntercept": -1024,
        "RescaleType": "HU",
        "WindowCenter": 40,
        "WindowWidth": 80,
    }
    values.update(tags)
    return write_series(folder, [5.0 * k for k in range(count)], **values)


def write_mr_series(folder: Path, count: int = 4, **tags: Any) -> list[Path]:
    """An axial MR series, 5 mm apart, slice k of value k + 1."""
    values: dict[str, Any] = {"BodyPartExamined": "BRAIN", "SeriesDescription": "T1 axial"}
    values.update(tags)
    return write_series(folder, [5.0 * k for k in range(count)], **values)


def _item(**tags: Any) -> Dataset:
    item = Dataset()
    for keyword, value in tags.items():
        setattr(item, keyword, value)
    return item


def _even(data: bytes) -> bytes:
    return data + b"\0" if len(data) % 2 else data
