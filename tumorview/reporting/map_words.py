"""What became of the DICOM parametric map of an image's heatmap, and why there may be none."""

from __future__ import annotations

from enum import StrEnum


class MapOutcome(StrEnum):
    """A closed set, never free text."""

    WRITTEN = "written"
    NO_HEATMAP = "no_heatmap"
    NOT_DICOM = "not_dicom"
    NO_UIDS = "no_uids"
    NO_PLACE = "no_place"
    NOT_ENCODABLE = "not_encodable"


MAP_WORDS: dict[MapOutcome, str] = {
    MapOutcome.WRITTEN: "Written beside the picture.",
    MapOutcome.NO_HEATMAP: (
        "There is no heatmap: the model refused the image, or makes none. Nothing was written."
    ),
    MapOutcome.NOT_DICOM: (
        "The image is a PNG or JPEG: it has no UIDs that a map could refer to. There is a picture "
        "only."
    ),
    MapOutcome.NO_UIDS: (
        "The DICOM file has no UID of its study, series or image, which a map must refer to. There "
        "is a picture only."
    ),
    MapOutcome.NO_PLACE: (
        "The file has no position, orientation, pixel spacing or frame of reference, so that a map "
        "would have no place in the patient. There is a picture only."
    ),
    MapOutcome.NOT_ENCODABLE: (
        "What the file says of itself is not valid in a DICOM object. There is a picture only."
    ),
}
"""Sentences for the report on a run."""

PICTURE_ONLY = frozenset(
    {MapOutcome.NOT_DICOM, MapOutcome.NO_UIDS, MapOutcome.NO_PLACE, MapOutcome.NOT_ENCODABLE}
)
"""Those of images that have a heatmap and no map."""
