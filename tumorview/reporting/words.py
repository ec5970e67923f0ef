"""What an answer says in words: the same in the window, in the CSV and on the command line."""

from __future__ import annotations

from tumorview.domain.prediction import (
    NO_TUMOR,
    AcquisitionGuess,
    Prediction,
    TumorDecision,
)
from tumorview.said import joined, named, say


def percent(probability: float) -> str:
    """A probability as people read it; never 0 or 100, which a model cannot know."""
    if probability < 0.001:
        return "< 0.1 %"
    if probability > 0.999:
        return "> 99.9 %"
    return f"{probability * 100:.1f} %"


def decision_title(decision: TumorDecision) -> str:
    """The decision itself."""
    return say("Tumour suspected") if decision.suspected else say("No tumour suspected")


def decision_reason(decision: TumorDecision) -> str:
    """What the decision rests on."""
    probability, threshold = percent(decision.tumor_probability), percent(decision.threshold)
    if decision.suspected:
        return say(
            "Probability of a tumour {probability}, at or above the threshold of {threshold}.",
            probability=probability,
            threshold=threshold,
        )
    return say(
        "Probability of a tumour {probability}, below the threshold of {threshold}.",
        probability=probability,
        threshold=threshold,
    )


def operating_point(decision: TumorDecision) -> str:
    """What the threshold was chosen for."""
    return say(
        "Chosen for a sensitivity of {sensitivity:.1f} % and a specificity of {specificity:.1f} % "
        "on: {images}.",
        sensitivity=decision.sensitivity * 100,
        specificity=decision.specificity * 100,
        images=decision.chosen_on,
    )


def disagreement(prediction: Prediction) -> str:
    """How threshold and most probable class disagree, "" where they do not."""
    decision, best = prediction.decision, prediction.probabilities.predicted
    if decision is None or decision.suspected == (best.id != NO_TUMOR):
        return ""
    if decision.suspected:
        return say(
            '"{name}" is the most probable single class, yet the probability of a tumour '
            "reaches the threshold. The threshold decides: look closely for a tumour.",
            name=named(best.name),
        )
    return say(
        '"{name}" is the most probable single class, yet the probability of a tumour stays '
        "below the threshold. The threshold decides, but look closely here.",
        name=named(best.name),
    )


def set_names(prediction: Prediction) -> str:
    """The names of the classes in the prediction set, "" where there is none."""
    names = [
        named(label.name)
        for label in prediction.probabilities.labels
        if label.id in prediction.prediction_set
    ]
    if len(names) < 2:
        return joined(names)
    return say("{names} or {last}", names=joined(names[:-1], ", "), last=names[-1])


def set_words(prediction: Prediction) -> str:
    """The prediction set as a sentence, "" where there is none."""
    names = set_names(prediction)
    if not names:
        return ""
    if len(prediction.prediction_set) == 1:
        return say("The only class that is not ruled out: {name}.", name=names)
    return say("Cannot tell apart: {names}.", names=names)


def coverage_words(prediction: Prediction) -> str:
    """What the prediction set promises, "" where there is none."""
    if prediction.set_coverage is None or not prediction.prediction_set:
        return ""
    return say(
        "The classes that are not ruled out hold the right one in about {share:.0f} of 100 images "
        "like those of the calibration.",
        share=prediction.set_coverage * 100,
    )


def acquisition_words(guess: AcquisitionGuess) -> str:
    """How the image was made by the look of it, as far as that is clear."""
    if not guess.modality_is_clear:
        return say("By the look of the picture it is not clear whether this is MR or CT.")
    modality = f"{guess.modality} ({percent(guess.modality_probability)})"
    if not guess.sequence:
        return say("By the look of the picture: {modality}.", modality=modality)
    if not guess.sequence_is_clear:
        return say("By the look of the picture: {modality}, sequence not clear.", modality=modality)
    return say(
        "By the look of the picture: {modality}, {sequence}.",
        modality=modality,
        sequence=f"{guess.sequence} ({percent(guess.probability)})",
    )
