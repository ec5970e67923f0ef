"""What the window says of results besides what `reporting` has words for: fixed lines, errors."""

from __future__ import annotations

from tumorview.domain.prediction import Prediction
from tumorview.errors import TumorViewError
from tumorview.ui.error_words import error_sentence
from tumorview.ui.language import tr_noop

DISCLAIMER = tr_noop(
    "Research use only; not cleared as a medical device. It supplements and does not replace "
    "reading the full study. Images that are not flagged still have to be read."
)
HEATMAP_NOTE = tr_noop("Shows where the model looked. Not a lesion outline.")
LESION_NOTE = tr_noop(
    "Shows where the model sees signs of a tumour, of whatever type. Not a lesion outline."
)


EVEN = 0.5
"""Where a probability begins to speak for a tumour when the model has no threshold of its own."""


def is_finding(prediction: Prediction) -> bool:
    """True when the answer speaks for a tumour: by the threshold, without one from one half on."""
    if prediction.decision is not None:
        return prediction.decision.suspected
    probability = tumor_probability(prediction)
    return probability is not None and probability >= EVEN


def spoken(error: TumorViewError, *, with_path: bool = True) -> str:
    """An error's sentence with a capital first letter, unless it begins with a file's name."""
    text = error_sentence(error, with_path=with_path)
    return text if with_path and error.path is not None else text[:1].upper() + text[1:]


def tumor_probability(prediction: Prediction) -> float | None:
    """Of whatever type; None when no class speaks against one or the input gate refused."""
    return None if prediction.gate_refused else prediction.probabilities.tumor
