"""A frame's heatmap as a DICOM parametric map, or why it cannot be one.

The only door to `reporting.parametric_map`, which loads highdicom: a second that a scan without
maps does not spend.
"""

from __future__ import annotations

import hashlib
import logging
from copy import deepcopy
from pathlib import Path

from pydicom.dataset import Dataset

from tumorview import __version__
from tumorview.domain.prediction import Prediction
from tumorview.imaging import dicom_tags as tags
from tumorview.imaging.image_file import ImageFile
from tumorview.imaging.report_file import evidence_of
from tumorview.inference.heatmap import resampled_to_source
from tumorview.inference.registry import ModelBundle
from tumorview.reporting.map_words import MapOutcome
from tumorview.reporting.parametric_map import (
    MapModel,
    MapSource,
    is_complete,
    parametric_map,
)
from tumorview.reporting.pseudonyms import Pseudonyms
from tumorview.reporting.whole_file import written_whole

_log = logging.getLogger(__name__)

_UIDS = ("SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID")
_FREE = ("PatientName", "PatientBirthDate", "PatientSex", "AccessionNumber", "StudyID")
_FREE_OF_STUDY = ("StudyDate", "StudyTime", "ReferringPhysicianName", "StudyDescription")


class MapWriter:
    """Writes the maps of one scan. Calls may come from several threads.

    Parameters
    ----------
    pseudonyms
        Put in place of identity, as in the tables; None to keep it.
    """

    def __init__(self, bundle: ModelBundle, pseudonyms: Pseudonyms | None) -> None:
        parts = (bundle.manifest_sha256, bundle.model_sha256, __version__)
        self._model = MapModel(
            model_id=bundle.manifest.id,
            model_sha256=bundle.model_sha256,
            digest=hashlib.sha256("\0".join(parts).encode()).hexdigest(),
        )
        self._pseudonyms = pseudonyms

    def write(
        self, path: Path, image: ImageFile, number: int, prediction: Prediction
    ) -> MapOutcome:
        """Write the leading heatmap of frame `number` to `path`, whole or not at all.

        Raises
        ------
        OutputError
            When the file cannot be written.
        """
        heatmap = prediction.leading_heatmap
        if heatmap is None:
            return MapOutcome.NO_HEATMAP
        evidence = evidence_of(image)
        if evidence is None:
            return MapOutcome.NOT_DICOM
        if not all(evidence.get(keyword) for keyword in _UIDS):
            return MapOutcome.NO_UIDS
        frame = image.header.frames[number - 1]
        geometry = frame.geometry
        if not is_complete(geometry):
            return MapOutcome.NO_PLACE
        if self._pseudonyms is not None:
            evidence = _without_identity(evidence, self._pseudonyms)
            geometry = self._pseudonyms.geometry(geometry)
        count = image.header.frame_count
        source = MapSource(
            evidence=evidence,
            frame_number=number,
            frame_count=count,
            instance_number=number if count > 1 else frame.instance_number or number,
            geometry=geometry,
        )
        try:
            with tags.quiet_pydicom():
                values = resampled_to_source(heatmap)
                content = parametric_map(source, values, heatmap.kind, self._model)
        except (ValueError, TypeError, AttributeError, OverflowError) as error:
            _log.debug("A parametric map could not be encoded (%s)", type(error).__name__)
            return MapOutcome.NOT_ENCODABLE
        with written_whole(path) as stream:
            stream.write(content)
        return MapOutcome.WRITTEN


def _without_identity(evidence: Dataset, pseudonyms: Pseudonyms) -> Dataset:
    """The evidence as the tables have it: pseudonyms for ids, nothing for what is free text."""
    found = deepcopy(evidence)
    for keyword in (*_FREE, *_FREE_OF_STUDY):
        setattr(found, keyword, "")
    found.PatientID = pseudonyms.text("patient_id", str(evidence.PatientID))
    for keyword, column in (
        ("StudyInstanceUID", "study_instance_uid"),
        ("SeriesInstanceUID", "series_instance_uid"),
        ("SOPInstanceUID", "sop_instance_uid"),
    ):
        setattr(found, keyword, pseudonyms.uid(column, str(evidence[keyword].value)))
    found.PatientIdentityRemoved = "YES"
    found.DeidentificationMethod = "TumorView: ids by a keyed hash, texts and dates removed"
    return found
