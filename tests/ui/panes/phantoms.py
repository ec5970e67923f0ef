"""A head of numbers: every voxel says where it lies, whichever way it is cut."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from pydicom.uid import generate_uid

from tests.dicom_factory import AXIAL, CT_IMAGE, write_dicom

Vector = tuple[float, float, float]


def write_stack(
    folder: Path,
    places: Sequence[float],
    *,
    orientation: Sequence[float] = AXIAL,
    corner: Vector = (-40.0, -40.0, 0.0),
    spacing: tuple[float, float] = (2.0, 2.0),
    shape: tuple[int, int] = (40, 40),
    marks: Sequence[tuple[Vector, int]] = (),
    frame_of_reference: str | None = "1.2.3.999",
    **tags: Any,
) -> list[Path]:
    """One CT file a place along the normal (mm from `corner`), with marks of (place in mm, HU).

    A mark fills a ball of 5 mm; everything else is 0 HU.
    """
    across, down = np.asarray(orientation[:3]), np.asarray(orientation[3:])
    normal = np.cross(across, down)
    uid = tags.pop("SeriesInstanceUID", None) or generate_uid()
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]]
    paths = []
    for number, along in enumerate(places):
        origin = np.asarray(corner) + along * normal
        points = (
            origin + columns[..., None] * spacing[1] * across + rows[..., None] * spacing[0] * down
        )
        values = np.zeros(shape, np.int16)
        for place, value in marks:
            values[np.linalg.norm(points - np.asarray(place), axis=-1) <= 5.0] = value
        about: dict[str, Any] = {
            "SOPClassUID": CT_IMAGE,
            "Modality": "CT",
            "RescaleType": "HU",
            "RescaleSlope": 1,
            "RescaleIntercept": 0,
            "WindowCenter": 50,
            "WindowWidth": 100,
            "SeriesInstanceUID": uid,
            "InstanceNumber": number + 1,
            "PixelSpacing": list(spacing),
            "ImageOrientationPatient": list(orientation),
            "ImagePositionPatient": [float(v) for v in origin],
            "FrameOfReferenceUID": frame_of_reference,
        }
        paths.append(write_dicom(folder / f"{number:03d}.dcm", values, **about | tags))
    return paths
