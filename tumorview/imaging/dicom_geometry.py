"""Where the planes of a DICOM image lie in the patient (PS3.3 C.7.6.2)."""

from __future__ import annotations

from pydicom.dataset import Dataset

from tumorview.domain.frames import ImageGeometry
from tumorview.imaging import dicom_tags as tags
from tumorview.imaging.functional_groups import is_enhanced, shared_macro
from tumorview.imaging.orientation import is_valid_orientation
from tumorview.imaging.pixel_spacing import pixel_spacing, usable_shape

_PLANE_MACROS = ("PlanePositionSequence", "PlaneOrientationSequence", "PixelMeasuresSequence")


def frame_geometries(ds: Dataset, count: int) -> list[ImageGeometry]:
    """Planes of the first `count` frames.

    What all frames share is read once: a file may announce thousands of frames.
    """
    if not is_enhanced(ds):
        first = _geometry(ds, ds, ds, ds, is_first=True)
        if count == 1:
            return [first]
        return [first] + [_geometry(ds, ds, ds, ds, is_first=False)] * (count - 1)
    shared = [shared_macro(ds, name) for name in _PLANE_MACROS]
    described = tags.items(ds, "PerFrameFunctionalGroupsSequence")
    found: list[ImageGeometry] = []
    others: ImageGeometry | None = None
    for index in range(count):
        own: list[Dataset | None] = [None] * len(_PLANE_MACROS)
        if index < len(described) and len(described[index]):
            own = [tags.first_item(described[index], name) for name in _PLANE_MACROS]
        if index and others is not None and not any(own):
            found.append(others)
            continue
        parts = [mine or common or ds for mine, common in zip(own, shared, strict=True)]
        found.append(_geometry(ds, *parts, is_first=index == 0))
        if index and not any(own):
            others = found[-1]
    return found


def _geometry(
    ds: Dataset,
    position_of: Dataset,
    orientation_of: Dataset,
    measures_of: Dataset,
    *,
    is_first: bool,
) -> ImageGeometry:
    position = tags.decimals(position_of, "ImagePositionPatient")
    orientation = tags.decimals(orientation_of, "ImageOrientationPatient")
    has_position = len(position) == 3 and (position_of is not ds or is_first)
    spacing, basis = pixel_spacing(ds, measures_of)
    return ImageGeometry(
        pixel_spacing_mm=spacing,
        position_mm=(position[0], position[1], position[2]) if has_position else None,
        orientation=_six(orientation) if is_valid_orientation(orientation) else None,
        slice_thickness_mm=_positive(tags.decimal(measures_of, "SliceThickness")),
        spacing_between_slices_mm=tags.decimal(measures_of, "SpacingBetweenSlices"),
        pixel_aspect_ratio=_aspect(ds),
        frame_of_reference_uid=tags.uid(ds, "FrameOfReferenceUID") or "",
        spacing_basis=basis,
    )


def _six(v: tuple[float, ...]) -> tuple[float, float, float, float, float, float]:
    return v[0], v[1], v[2], v[3], v[4], v[5]


def _aspect(ds: Dataset) -> tuple[float, float]:
    ratio = tags.decimals(ds, "PixelAspectRatio")
    shape = usable_shape(ratio) if len(ratio) == 2 and min(ratio) > 0 else None
    return shape or (1.0, 1.0)


def _positive(value: float | None) -> float | None:
    return value if value is not None and value > 0 else None
