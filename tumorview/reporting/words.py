"""What an answer says in words: the same in the window, in the CSV and on the command line."""

from __future__ import annotations

from tumorview.domain.prediction import (
    NO_TUMOR,
    AcquisitionGuess,
    Prediction,
    TumorDecision,
)


def percent(probability: float) -> str:
    """A probability as people read it; never 0 or 100, which a model cannot know."""
    if probability < 0.001:
        return "< 0.1 %"
    if probability > 0.999:
        return "> 99.9 %"
    return f"{probability * 100:.1f} %"


def decision_title(decision: TumorDecision) -> str:
    """The decision itself."""
    return "Tumour suspected" if decision.suspected else "No tumour suspected"


def decision_reason(decision: TumorDecision) -> str:
    """What the decision rests on."""
    side = "at or above" if decision.suspected else "below"
    return (
        f"Probability of a tumour {percent(decision.tumor_probability)}, {side} the threshold of "
        f"{percent(decision.threshold)}."
    )


def operating_point(decision: TumorDecision) -> str:
    """What the threshold was chosen for."""
    return (
        f"Chosen for a sensitivity of {decision.sensitivity * 100:.1f} % and a specificity of "
        f"{decision.specificity * 100:.1f} % on: {decision.chosen_on}."
    )


def disagreement(prediction: Prediction) -> str:
    """How threshold and most probable class disagree, "" where they do not."""
    decision, best = prediction.decision, prediction.probabilities.predicted
    if decision is None or decision.suspected == (best.id != NO_TUMOR):
        return ""
    if decision.suspected:
        return (
            f'"{best.name}" is the most probable single class, yet the probability of a tumour '
            "reaches the threshold. The threshold decides: look closely for a tumour."
        )
    return (
        f'"{best.name}" is the most probable single class, yet the probability of a tumour stays '
        "below the threshold. The threshold decides, but look closely here."
    )


def set_names(prediction: Prediction) -> str:
    """The names of the classes in the prediction set, "" where there is none."""
    names = [
        label.name
        for label in prediction.probabilities.labels
        if label.id in prediction.prediction_set
    ]
    return " or ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def set_words(prediction: Prediction) -> str:
    """The prediction set as a sentence, "" where there is none."""
    names = set_names(prediction)
    if not names:
        return ""
    if len(prediction.prediction_set) == 1:
        return f"The only class that is not ruled out: {names}."
    return f"Cannot tell apart: {names}."


def coverage_words(prediction: Prediction) -> str:
    """What the prediction set promises, "" where there is none."""
    if prediction.set_coverage is None or not prediction.prediction_set:
        return ""
    return (
        "The classes that are not ruled out hold the right one in about "
        f"{prediction.set_coverage * 100:.0f} of 100 images like those of the calibration."
    )


def acquisition_words(guess: AcquisitionGuess) -> str:
    """How the image was made by the look of it, as far as that is clear."""
    if not guess.modality_is_clear:
        return "By the look of the picture it is not clear whether this is MR or CT."
    modality = f"{guess.modality} ({percent(guess.modality_probability)})"
    if not guess.sequence:
        return f"By the look of the picture: {modality}."
    sequence = "sequence not clear"
    if guess.sequence_is_clear:
        sequence = f"{guess.sequence} ({percent(guess.probability)})"
    return f"By the look of the picture: {modality}, {sequence}."
