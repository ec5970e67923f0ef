"""How an MR image was made, in words (PS3.3 C.8.3.1 and C.8.13.4)."""

from __future__ import annotations

from pydicom.dataset import Dataset

from tumorview.imaging import dicom_tags as tags

_SCANNING_SEQUENCE = {
    "SE": "spin echo",
    "IR": "inversion recovery",
    "GR": "gradient echo",
    "EP": "echo planar",
    "RM": "research mode",
}
"""Scanning Sequence (0018,0020)."""

_ECHO_PULSE_SEQUENCE = {
    "SPIN": "spin echo",
    "GRADIENT": "gradient echo",
    "BOTH": "spin and gradient echo",
}
"""Echo Pulse Sequence (0018,9008) of enhanced images."""


def mr_sequence(ds: Dataset) -> str:
    """Kind of sequence, then TR, TE and TI in ms as far as they are stated; "" for no MR image.

    Nothing is concluded from the numbers: whether an image is T1 or T2 weighted is for the reader.
    """
    if tags.text(ds, "Modality") != "MR":
        return ""
    kinds = [_SCANNING_SEQUENCE.get(code, "") for code in tags.texts(ds, "ScanningSequence")]
    kinds.append(_ECHO_PULSE_SEQUENCE.get(tags.text(ds, "EchoPulseSequence"), ""))
    words = [" ".join(dict.fromkeys(kind for kind in kinds if kind))]
    for name, keyword in (("TR", "RepetitionTime"), ("TE", "EchoTime"), ("TI", "InversionTime")):
        value = tags.decimal(ds, keyword)
        if value is not None and value > 0:
            words.append(f"{name} {value:.4g}")
    return " ".join(word for word in words if word)
