"""Modality, sequence, plane and patient of a DICOM file, from its header."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydicom.dataset import Dataset

from tumorview.imaging import dicom_tags as tags
from tumorview.imaging.dicom_file import open_dicom
from tumorview.imaging.header import ImageHeader
from tumorview.imaging.orientation import is_valid_orientation, slice_normal

_PLANES = ("sagittal", "coronal", "axial")
_LEAST_ALIGNED = 0.8
"""Cosine between slice normal and body axis: head scans are tilted by 20 degrees, not by 40."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What a radiographer writes; whole words, after the description is cut at everything else.
_OTHER_KINDS = _words(
    "DWI ADC DTI DIFF DIFFUSION TRACE SWI SWAN PERF PERFUSION PWI DSC ASL MRA TOF ANGIO MRS PD PDW "
    "LOC LOCALIZER LOCALISER SCOUT SURVEY T2STAR STAR HEMO FIELDMAP BOLD SUB"
)
_CONTRAST = _words("CE GD GAD GADO GADOLINIUM POST KM T1C T1CE T1GD CONTRAST ENHANCED")
_NO_CONTRAST = _words("PRE NATIVE NATIV WITHOUT OHNE PLAIN UNENHANCED")
_PLUS = re.compile(r"\+ ?C\b|\bC ?\+")
_T1 = _words("T1 T1W T1C T1CE T1GD MPRAGE SPGR FSPGR BRAVO")
_T2 = _words("T2 T2W")
_DARK_FLUID = _words("DARK FLUID")
_INVERSION = _words("STIR TIRM TIR")
_NO_AGENT = frozenset(("", "NONE", "NO", "N", "NO CONTRAST", "WITHOUT"))


@dataclass(frozen=True, slots=True)
class DicomFacts:
    """What a header tells a record; empty where it does not say.

    Attributes
    ----------
    patient
        A hash of Patient ID: the same for the same patient, and not the id itself.
    planes
        One a frame.
    spacing_mm
        (row, column) spacing of the first frame, or None.
    """

    modality: str
    sequence: str
    planes: tuple[str, ...]
    patient: str
    sop_instance_uid: str
    shape: tuple[int, int]
    spacing_mm: tuple[float, float] | None


def dicom_facts(path: Path) -> DicomFacts:
    """Read a header; raises `ImagingError` like `open_image`."""
    opened = open_dicom(path)
    header = opened.header
    with tags.quiet_pydicom():
        sequence = mr_sequence(opened.parsed.dataset) if header.modality == "MR" else ""
    return DicomFacts(
        modality=header.modality if header.modality in {"MR", "CT"} else "",
        sequence=sequence,
        planes=tuple(plane_of(frame.geometry.orientation) for frame in header.frames),
        patient=_patient(header),
        sop_instance_uid=header.sop_instance_uid or "",
        shape=(header.rows, header.columns),
        spacing_mm=header.frames[0].geometry.pixel_spacing_mm if header.frames else None,
    )


def hashed(text: str) -> str:
    """Twelve hexadecimal digits that stand for a patient.

    A pseudonym, not anonymity: who has the ids can make the digits again.
    """
    return hashlib.sha256(text.strip().encode()).hexdigest()[:12]


def plane_of(orientation: Sequence[float] | None) -> str:
    """``axial``, ``coronal`` or ``sagittal`` from Image Orientation (Patient); empty when oblique.

    PS3.3 C.7.6.2.1.1: x runs to the left, y to the back, z to the head.
    """
    if orientation is None or not is_valid_orientation(orientation):
        return ""
    shares = [abs(value) for value in slice_normal(orientation)]
    largest = max(range(3), key=shares.__getitem__)
    return _PLANES[largest] if shares[largest] >= _LEAST_ALIGNED else ""


def mr_sequence(ds: Dataset) -> str:
    """T1, T1c, T2 or FLAIR, empty where the header leaves a doubt.

    The description first, since people read it; times of a spin echo where it says nothing.
    """
    described = " ".join(tags.text(ds, name) for name in ("SeriesDescription", "ProtocolName"))
    upper = described.upper().replace("T2*", "T2STAR")
    words = frozenset(re.findall(r"[A-Z0-9]+", upper))
    if words & _OTHER_KINDS:
        return ""
    # T1 FLAIR is a T1 with fluid suppressed by inversion; T2 FLAIR is what "FLAIR" means.
    if words & _T1:
        return "" if words & _T2 else _t1(ds, words, upper)
    if "FLAIR" in words or words >= _DARK_FLUID:
        return "FLAIR"
    if words & _INVERSION:
        return ""
    if words & _T2:
        return "T2"
    return _by_times(ds, words, upper)


def _t1(ds: Dataset, words: frozenset[str], described: str) -> str:
    if words & _NO_CONTRAST:
        return "T1"
    agent = tags.text(ds, "ContrastBolusAgent").upper() not in _NO_AGENT
    return "T1c" if agent or words & _CONTRAST or _PLUS.search(described) else "T1"


def _by_times(ds: Dataset, words: frozenset[str], described: str) -> str:
    """Repetition, echo and inversion time (ms) of a spin echo.

    Windows as in textbooks of MR technique, with a gap between them where nothing is said.
    """
    kinds = set(tags.text(ds, "ScanningSequence").upper().split("\\"))
    repetition = tags.decimal(ds, "RepetitionTime")
    echo = tags.decimal(ds, "EchoTime")
    inversion = tags.decimal(ds, "InversionTime")
    if "SE" not in kinds or "GR" in kinds or repetition is None or echo is None:
        return ""
    if inversion:
        is_flair = 1500 <= inversion <= 3000 and repetition >= 5000 and echo >= 70
        return "FLAIR" if is_flair else ""
    if "IR" in kinds:
        return ""
    if repetition <= 800 and echo <= 30:
        return _t1(ds, words, described)
    return "T2" if repetition >= 2000 and echo >= 80 else ""


def _patient(header: ImageHeader) -> str:
    identity = header.patient.patient_id.strip()
    return hashed(identity) if identity else ""
