"""Whether text that names a patient may be part of the pixels.

Burned In Annotation (0028,0301), PS3.3 C.7.6.1 (table C.7-9), says whether an image holds enough
burned in annotation to identify the patient and when it was acquired. It may be absent, and then it
says nothing; on a secondary capture, which is a picture of a screen or of a film, that is a reason
to look.
"""

from __future__ import annotations

from pathlib import Path

from pydicom.dataset import Dataset

from tumorview.domain.burned_in import BurnedIn
from tumorview.imaging import dicom_tags as tags
from tumorview.imaging.dicom_file import open_dicom
from tumorview.imaging.recognize import FileKind, recognize

_SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"
"""Secondary Capture Image Storage and, below it, its multi-frame kinds (PS3.4 B.5)."""


def burned_in(ds: Dataset) -> BurnedIn:
    """What the data set says."""
    said = tags.text(ds, "BurnedInAnnotation").upper()
    if said == "YES":
        return BurnedIn.YES
    if said == "NO":
        return BurnedIn.NOTHING_SAID
    uid = tags.uid(ds, "SOPClassUID") or ""
    captured = uid == _SECONDARY_CAPTURE or uid.startswith(f"{_SECONDARY_CAPTURE}.")
    return BurnedIn.UNKNOWN if captured else BurnedIn.NOTHING_SAID


def file_burned_in(path: Path) -> BurnedIn:
    """What the file says; a PNG or JPEG has no such attribute and says nothing.

    Raises
    ------
    ImagingError
        The file cannot be read.
    """
    if recognize(path) is not FileKind.DICOM:
        return BurnedIn.NOTHING_SAID
    content = open_dicom(path)
    with tags.quiet_pydicom():
        return burned_in(content.parsed.dataset)
