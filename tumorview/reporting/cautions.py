"""Cautions and refusals in words: one table for each.

A caution is a closed enum and each of its values has its text here, so nothing the model says can
reach the reader without wording that was thought through.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from tumorview.domain.prediction import Caution, Prediction
from tumorview.domain.reading import UNTRUSTED, ReadingNotice
from tumorview.reporting.notices import notice_sentences
from tumorview.reporting.words import disagreement
from tumorview.said import say


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
        Caution.MODALITY_CONTRADICTED: CautionText(
            "Modality in doubt",
            "The file states another modality than the picture looks like.",
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
        Caution.THRESHOLD_DISAGREES: CautionText(
            "Threshold and class disagree",
            "The decision by the threshold and the most probable class say different things.",
        ),
        Caution.COLOR_CONVERTED: CautionText(
            "Colour converted",
            "The image is in colour; the model was given its brightness.",
        ),
        Caution.MOSAIC: CautionText(
            "Mosaic",
            "The picture shows many slices side by side; the answer holds for none of them.",
        ),
        Caution.READ_WITH_RESERVE: CautionText(
            "Read with reserve",
            "The file does not keep to the standard or holds more than grey values; it was read as "
            "far as it can be trusted.",
        ),
    }
)

_NOT_ALL_GREY = frozenset({ReadingNotice.SUPPLEMENTAL_PALETTE})

REFUSALS: Mapping[Caution, str] = MappingProxyType(
    {
        Caution.MODALITY_NOT_VALIDATED: "Not validated for this kind of image.",
        Caution.SEQUENCE_NOT_VALIDATED: "Not validated for this MR sequence.",
        Caution.BLANK_IMAGE: "The image is blank.",
        Caution.OUT_OF_DISTRIBUTION: (
            "This does not look like a brain MR or CT image the model knows."
        ),
        Caution.LOW_RESOLUTION: "The image is too small for the model.",
    }
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words in place of numbers, and the caution that they already say."""

    title: str
    reason: str
    caution: Caution | None = None


def caution_text(caution: Caution, prediction: Prediction) -> CautionText:
    """The caution's text, with what is known of this image where that says more."""
    title, sentence = CAUTION_TEXTS[caution].title, ""
    looks_like = _looks_like(prediction)
    if caution is Caution.THRESHOLD_DISAGREES:
        sentence = disagreement(prediction)
    elif caution is Caution.MODALITY_UNKNOWN and looks_like:
        sentence = say(
            "The file does not say how the image was made. That it is {modality} was judged "
            "from the picture.",
            modality=looks_like,
        )
    elif caution is Caution.MODALITY_CONTRADICTED and looks_like:
        sentence = say(
            "The picture looks like {modality}, but the file states another modality. Check "
            "which is right; until then the stricter rules of the two hold.",
            modality=looks_like,
        )
    elif caution is Caution.SEQUENCE_NOT_VALIDATED and prediction.acquisition is not None:
        sentence = say(
            "By the look of it this is {sequence}; the model was validated on other MR sequences.",
            sequence=prediction.acquisition.sequence,
        )
    elif caution is Caution.READ_WITH_RESERVE:
        sentence = notice_sentences(
            tuple(n for n in prediction.notices if n in UNTRUSTED or n in _NOT_ALL_GREY)
        )
    return CautionText(title, sentence) if sentence else CAUTION_TEXTS[caution]


def _looks_like(prediction: Prediction) -> str:
    """The modality that the picture clearly looks like, or ""."""
    guess = prediction.acquisition
    return guess.modality if guess is not None and guess.modality_is_clear else ""


def refusal(prediction: Prediction, modality: str = "") -> Refusal:
    """Why no probability is shown; `modality` is the image's Modality (0008,0060)."""
    title, caution = refusal_title(prediction.cautions, modality or _looks_like(prediction))
    if caution is None:
        return Refusal(title, "")
    return Refusal(title, caution_text(caution, prediction).sentence, caution)


def refusal_title(cautions: Sequence[Caution], modality: str) -> tuple[str, Caution | None]:
    """Why no probability is shown, in short, and which caution says so if one does."""
    for caution in cautions:
        if caution is Caution.MODALITY_NOT_VALIDATED and modality:
            return say("Not validated for {kind}.", kind=modality), caution
        if caution in REFUSALS:
            return REFUSALS[caution], caution
    return say("The model does not answer for this image."), None
