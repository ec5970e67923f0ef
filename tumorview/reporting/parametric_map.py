"""A heatmap -> a DICOM Parametric Map (PS3.3 A.75), by highdicom.

One frame on the grid and in the place of its source image, float values from 0 to 1 without a unit.
What they are is said in coded form (Quantity Definition), and in words where a viewer shows them:
they are no probability and no outline of a lesion.
"""

from __future__ import annotations

import io
from copy import deepcopy
from dataclasses import dataclass

import numpy as np
from highdicom import VOILUTTransformation
from highdicom.pm import ParametricMap as HighdicomMap
from highdicom.pm import RealWorldValueMapping
from highdicom.sr import CodedConcept
from pydicom.dataset import Dataset
from pydicom.sr.codedict import codes
from pydicom.uid import CTImageStorage, generate_uid
from pydicom.valuerep import DSfloat

from tumorview import __version__
from tumorview.domain.arrays import Float32Array
from tumorview.domain.frames import ImageGeometry
from tumorview.domain.prediction import HeatmapKind

SERIES_DESCRIPTION = "Heatmap, not a lesion outline"
CONTENT_LABEL = "HEATMAP"
CONTENT_DESCRIPTION = "Where the model saw signs of a tumour; not a lesion outline"
EXPLANATION = "Strength of the signs, 0 to 1; not a probability"
COMMENTS = (
    "Research use only, not cleared as a medical device. Where the model saw signs of a tumour; "
    "not a lesion outline and not a probability. Images not flagged still have to be read."
)

_APPLICATION = "TumorView"
_SERIES_NUMBER = 9200
_LESION_EVIDENCE = CodedConcept("lesion-evidence", "99TUMORVIEW", "Lesion evidence map")
_LARGEST_NUMBER = 2**31 - 1


@dataclass(frozen=True, slots=True)
class MapSource:
    """The image that a map is of.

    Attributes
    ----------
    evidence
        Whose image it is and which, as `imaging.report_file.evidence_of` says it.
    frame_number, frame_count
        Which frame of how many.
    instance_number
        Of the map within its series.
    geometry
        Of that frame; `is_complete` must hold for it.
    """

    evidence: Dataset
    frame_number: int
    frame_count: int
    instance_number: int
    geometry: ImageGeometry


@dataclass(frozen=True, slots=True)
class MapModel:
    """What made the heatmap. `digest` changes with anything that its values depend on."""

    model_id: str
    model_sha256: str
    digest: str


def is_complete(geometry: ImageGeometry) -> bool:
    """Whether a plane has the place in the patient that a map needs (PS3.3 C.7.6.16.2)."""
    return bool(
        geometry.pixel_spacing_mm
        and geometry.position_mm
        and geometry.orientation
        and geometry.frame_of_reference_uid
    )


def parametric_map(
    source: MapSource, values: Float32Array, kind: HeatmapKind, model: MapModel
) -> bytes:
    """The file's content (PS3.10), in Explicit VR Little Endian.

    The same heatmap of the same image gets the same UIDs, and the maps of a series make one series.

    Parameters
    ----------
    values
        float32[rows, columns] in [0, 1] on the grid of the source image.

    Raises
    ------
    ValueError, TypeError, AttributeError
        highdicom cannot encode what the image says of itself.
    """
    image = _placed(source)
    quantity = (
        CodedConcept.from_code(codes.DCM.ClassActivation)
        if kind is HeatmapKind.CLASS_ACTIVATION
        else _LESION_EVIDENCE
    )
    entropy = [_APPLICATION, "parametric map", model.digest]
    made = HighdicomMap(
        source_images=[image],
        pixel_array=np.clip(values, 0.0, 1.0),
        series_instance_uid=generate_uid(entropy_srcs=[*entropy, str(image.SeriesInstanceUID)]),
        series_number=_SERIES_NUMBER,
        sop_instance_uid=generate_uid(
            entropy_srcs=[*entropy, str(image.SOPInstanceUID), str(source.frame_number)]
        ),
        instance_number=min(max(source.instance_number, 1), _LARGEST_NUMBER),
        manufacturer=_APPLICATION,
        manufacturer_model_name=model.model_id[:64],
        software_versions=__version__,
        device_serial_number=model.model_sha256,
        contains_recognizable_visual_features=False,
        real_world_value_mappings=[
            RealWorldValueMapping(
                lut_label=CONTENT_LABEL,
                lut_explanation=EXPLANATION,
                unit=codes.UCUM.NoUnits,
                value_range=(0.0, 1.0),
                slope=1.0,
                intercept=0.0,
                quantity_definition=quantity,
            )
        ],
        # LINEAR divides by the width less 1 (PS3.3 C.11.2.1.2.1).
        voi_lut_transformations=[
            VOILUTTransformation(
                window_center=0.5, window_width=1.0, voi_lut_function="LINEAR_EXACT"
            )
        ],
        content_label=CONTENT_LABEL,
        content_description=CONTENT_DESCRIPTION,
        derivation=quantity,
        series_description=SERIES_DESCRIPTION,
    )
    made.ImageComments = COMMENTS
    # Nobody made it; the element has to be there (PS3.3 10.9.1, type 2).
    made.ContentCreatorName = ""
    _refer(made, source)
    content = io.BytesIO()
    made.save_as(content, enforce_file_format=True)
    return content.getvalue()


def _placed(source: MapSource) -> Dataset:
    """The evidence as a single image in its place, whatever the file's own layout and class are.

    highdicom would look for the functional groups of an enhanced image, and knows no private
    classes; `_refer` names the true class.
    """
    geometry = source.geometry
    image = deepcopy(source.evidence)
    if "NumberOfFrames" in image:
        del image.NumberOfFrames
    image.SOPClassUID = CTImageStorage
    thickness, between = geometry.slice_thickness_mm, geometry.spacing_between_slices_mm
    image.SliceThickness = None if thickness is None else _decimal(thickness)
    if between is not None:
        image.SpacingBetweenSlices = _decimal(abs(between))
    image.FrameOfReferenceUID = geometry.frame_of_reference_uid
    image.ImagePositionPatient = [_decimal(one) for one in geometry.position_mm or ()]
    image.ImageOrientationPatient = [_decimal(one) for one in geometry.orientation or ()]
    image.PixelSpacing = [_decimal(one) for one in geometry.pixel_spacing_mm or ()]
    return image


def _decimal(value: float) -> DSfloat:
    """At most 16 characters, as a decimal string may have (PS3.5 6.2, DS)."""
    return DSfloat(value, auto_format=True)


def _refer(made: Dataset, source: MapSource) -> None:
    """Name the source's class, and its frame where it has several (PS3.3 10.3)."""
    sop_class = source.evidence.SOPClassUID
    for series in made.ReferencedSeriesSequence:
        for instance in series.ReferencedInstanceSequence:
            instance.ReferencedSOPClassUID = sop_class
    # The library puts one object in both sequences, and only one of them names frames.
    made.SourceImageSequence = [deepcopy(reference) for reference in made.SourceImageSequence]
    references = [*made.SourceImageSequence]
    for group in made.PerFrameFunctionalGroupsSequence:
        for derivation in group.DerivationImageSequence:
            references += derivation.SourceImageSequence
    for reference in references:
        reference.ReferencedSOPClassUID = sop_class
        if source.frame_count > 1:
            reference.ReferencedFrameNumber = source.frame_number
