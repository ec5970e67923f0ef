"""Why a result must be read with care, and when it must not be shown as a number at all."""

from __future__ import annotations

from tumorview.domain.frames import ModalityFrame
from tumorview.domain.prediction import Caution, ClassProbabilities, ModelInput
from tumorview.inference.manifest import Manifest

_UNSTATED_MODALITIES = frozenset({"", "OT"})
"""Modality (0008,0060): OT is "Other"; PNG and JPEG state nothing."""


def gate_refuses(frame: ModalityFrame, given: ModelInput, manifest: Manifest) -> bool:
    """True when the frame is of a stated modality that the model was not validated on, or blank."""
    return given.blank or _modality_caution(frame, manifest) is Caution.MODALITY_NOT_VALIDATED


def cautions_for(
    frame: ModalityFrame,
    given: ModelInput,
    probabilities: ClassProbabilities,
    manifest: Manifest,
) -> tuple[Caution, ...]:
    """Every caution that applies, the gravest first.

    Where the gate refuses there is no answer that could be uncertain.
    """
    answered = not gate_refuses(frame, given, manifest)
    applies = {
        Caution.BLANK_IMAGE: given.blank,
        Caution.LOW_RESOLUTION: min(frame.shape) < manifest.minimum_source_side,
        Caution.LOSSY_SOURCE: frame.lossy,
        Caution.COLOR_CONVERTED: frame.is_color,
        Caution.UNCERTAIN: answered and probabilities.top < manifest.certainty_threshold,
    }
    modality = _modality_caution(frame, manifest)
    first = () if modality is None else (modality,)
    return first + tuple(caution for caution, present in applies.items() if present)


def _modality_caution(frame: ModalityFrame, manifest: Manifest) -> Caution | None:
    modality = frame.modality.strip().upper()
    if modality in _UNSTATED_MODALITIES:
        return Caution.MODALITY_UNKNOWN
    if modality not in manifest.validated_modalities:
        return Caution.MODALITY_NOT_VALIDATED
    return None
