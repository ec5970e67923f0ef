"""Why a result must be read with care, and when it must not be shown as a number at all."""

from __future__ import annotations

from tumorview.domain.prediction import (
    NO_TUMOR,
    Caution,
    ClassProbabilities,
    TumorDecision,
)
from tumorview.domain.reading import UNTRUSTED, ReadingNotice
from tumorview.inference.judgement import Seen
from tumorview.inference.manifest import Manifest

REFUSING = frozenset(
    {
        Caution.BLANK_IMAGE,
        Caution.MODALITY_NOT_VALIDATED,
        Caution.SEQUENCE_NOT_VALIDATED,
        Caution.OUT_OF_DISTRIBUTION,
    }
)
"""Each of these alone: the model does not answer for such an image."""

_RESERVATIONS = UNTRUSTED | {ReadingNotice.SUPPLEMENTAL_PALETTE}


def image_cautions(seen: Seen, manifest: Manifest) -> tuple[Caution, ...]:
    """What speaks against relying on any answer for this image, the gravest first."""
    validated = seen.modality in manifest.validated_modalities
    noticed = frozenset(seen.frame.notices)
    applies = {
        Caution.MOSAIC: ReadingNotice.MOSAIC in noticed,
        Caution.MODALITY_NOT_VALIDATED: bool(seen.modality) and not validated,
        Caution.MODALITY_UNKNOWN: not seen.stated_modality,
        Caution.MODALITY_CONTRADICTED: seen.is_contradicted,
        Caution.SEQUENCE_NOT_VALIDATED: _is_unknown_sequence(seen, manifest),
        Caution.BLANK_IMAGE: seen.given.blank,
        Caution.OUT_OF_DISTRIBUTION: seen.is_strange and not seen.given.blank,
        Caution.LOW_RESOLUTION: min(seen.frame.shape) < manifest.minimum_source_side,
        Caution.LOSSY_SOURCE: seen.frame.lossy,
        Caution.COLOR_CONVERTED: seen.frame.is_color,
        Caution.READ_WITH_RESERVE: bool(noticed & _RESERVATIONS),
    }
    return tuple(caution for caution, present in applies.items() if present)


def answer_cautions(
    probabilities: ClassProbabilities, decision: TumorDecision | None, manifest: Manifest
) -> tuple[Caution, ...]:
    """What the answer itself leaves open."""
    named = probabilities.predicted.id != NO_TUMOR
    applies = {
        Caution.THRESHOLD_DISAGREES: decision is not None and decision.suspected != named,
        Caution.UNCERTAIN: probabilities.top < manifest.certainty_threshold,
    }
    return tuple(caution for caution, present in applies.items() if present)


def _is_unknown_sequence(seen: Seen, manifest: Manifest) -> bool:
    """True when the picture clearly shows a sequence of MR that the model was not validated on.

    Not where the file states another modality: what is clear then is the contradiction.
    """
    head, guess = manifest.acquisition, seen.guess
    return (
        head is not None
        and guess is not None
        and guess.sequence_is_clear
        and guess.modality == "MR" == seen.modality
        and guess.id not in head.validated
    )
