"""What the result panel says in words: one table for cautions, one for refusals, fixed lines.

A caution is a closed enum and each of its values has its text here, so nothing the model says can
reach the screen without wording that was thought through.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tumorview.domain.prediction import Caution, Prediction
from tumorview.errors import TumorViewError

DISCLAIMER = (
    "Research use only; not cleared as a medical device. It supplements and does not replace "
    "reading the full study. Images that are not flagged still have to be read."
)
HEATMAP_NOTE = "Shows where the model looked. Not a lesion outline."


@dataclass(frozen=True, slots=True)
class CautionText:
    """`title` fits a table cell; `sentence` says what it means for the reader."""

    title: str
    sentence: str


CAUTION_TEXTS: Mapping[Caution, CautionText] = MappingProxyType(
    {
        Caution.MODALITY_NOT_VALIDATED: CautionText(
            "Modality not validated",
            "The model was not validated on this kind of image.",
        ),
        Caution.SEQUENCE_NOT_VALIDATED: CautionText(
            "Sequence not validated",
            "The model was validated on other MR sequences than this one.",
        ),
        Caution.MODALITY_UNKNOWN: CautionText(
            "Modality unknown",
            "The file does not say how the image was made, so nothing vouches that the model is "
            "valid for it.",
        ),
        Caution.OUT_OF_DISTRIBUTION: CautionText(
            "Unlike the training images",
            "The image differs from everything the model learned from.",
        ),
        Caution.LOSSY_SOURCE: CautionText(
            "Lossy compression",
            "The image was compressed with loss, which can change the result.",
        ),
        Caution.LOW_RESOLUTION: CautionText(
            "Low resolution",
            "The image has fewer pixels than the model needs for a sound result.",
        ),
        Caution.BLANK_IMAGE: CautionText(
            "Blank image",
            "The image has no contrast at all.",
        ),
        Caution.UNCERTAIN: CautionText(
            "Uncertain",
            "No class is probable enough to stand out.",
        ),
        Caution.COLOR_CONVERTED: CautionText(
            "Colour converted",
            "The image is in colour; the model was given its brightness.",
        ),
    }
)

_REFUSALS: Mapping[Caution, str] = MappingProxyType(
    {
        Caution.MODALITY_NOT_VALIDATED: "Not validated for {kind}.",
        Caution.SEQUENCE_NOT_VALIDATED: "Not validated for this MR sequence.",
        Caution.BLANK_IMAGE: "The image is blank.",
        Caution.OUT_OF_DISTRIBUTION: "This does not look like an image the model knows.",
        Caution.LOW_RESOLUTION: "The image is too small for the model.",
    }
)
_REFUSED = "The model does not answer for this image."


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words in place of numbers, and the caution that they already say."""

    title: str
    reason: str
    caution: Caution | None = None


def refusal(prediction: Prediction, modality: str = "") -> Refusal:
    """Why no probability is shown; `modality` is the image's Modality (0008,0060)."""
    for caution in prediction.cautions:
        if caution in _REFUSALS:
            title = _REFUSALS[caution].format(kind=modality or "this kind of image")
            return Refusal(title, CAUTION_TEXTS[caution].sentence, caution)
    return Refusal(_REFUSED, "")


def percent(probability: float) -> str:
    """A probability as people read it; never 0 or 100, which a model cannot know."""
    if probability < 0.001:
        return "< 0.1 %"
    if probability > 0.999:
        return "> 99.9 %"
    return f"{probability * 100:.1f} %"


def spoken(error: TumorViewError, *, with_path: bool = True) -> str:
    """An error's sentence with a capital first letter, unless it begins with a file's name."""
    text = error.sentence(with_path=with_path)
    return text if with_path and error.path is not None else text[:1].upper() + text[1:]


def tumor_probability(prediction: Prediction) -> float | None:
    """1 - p(no_tumor); None when the model has no such class or the input gate refused."""
    if prediction.gate_refused:
        return None
    for label, value in zip(
        prediction.probabilities.labels, prediction.probabilities.values, strict=True
    ):
        if label.id == "no_tumor":
            return 1.0 - value
    return None
