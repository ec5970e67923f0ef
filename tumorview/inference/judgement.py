"""What is known of one frame besides its logits, and which of the model's rules hold for it."""

from __future__ import annotations

from dataclasses import dataclass

from tumorview.domain.frames import ModalityFrame
from tumorview.domain.prediction import AcquisitionGuess, ModelInput
from tumorview.inference.manifest import Manifest
from tumorview.inference.manifest_trust import DecisionSpec, ModalityRule

_UNSTATED_MODALITIES = frozenset({"", "OT"})
"""Modality (0008,0060): OT is "Other"; PNG and JPEG state nothing."""

_HEAD_MODALITIES = frozenset({"MR", "CT"})
"""What an acquisition head can tell apart; it cannot contradict a file that states another."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A frame with what file, gate and acquisition head say of it.

    Attributes
    ----------
    gate_score
        The input gate's score, or None.
    is_strange
        True when the score is above the gate's threshold.
    guess
        What the acquisition head says; None without one, and where the image is blank or strange,
        of which the head knows nothing.
    """

    frame: ModalityFrame
    given: ModelInput
    gate_score: float | None
    is_strange: bool
    guess: AcquisitionGuess | None

    @property
    def stated_modality(self) -> str:
        """Modality as the file states it, "" where it does not."""
        stated = self.frame.modality.strip().upper()
        return "" if stated in _UNSTATED_MODALITIES else stated

    @property
    def clear_modality(self) -> str:
        """Modality by the look of the picture, "" where it is not clear."""
        return self.guess.modality if self.guess and self.guess.modality_is_clear else ""

    @property
    def modality(self) -> str:
        """The file's word, else that of the picture, else ""."""
        return self.stated_modality or self.clear_modality

    @property
    def is_contradicted(self) -> bool:
        """True when the picture clearly looks like another modality than the file states."""
        return (
            self.stated_modality in _HEAD_MODALITIES
            and bool(self.clear_modality)
            and self.clear_modality != self.stated_modality
        )


def see(
    frame: ModalityFrame,
    given: ModelInput,
    gate_score: float | None,
    guess: AcquisitionGuess | None,
    manifest: Manifest,
) -> Seen:
    """Bring together what is known of one frame."""
    strange = False
    if manifest.gate is not None and gate_score is not None:
        strange = gate_score > manifest.gate.threshold
    return Seen(frame, given, gate_score, strange, None if strange or given.blank else guess)


def rule_for(seen: Seen, manifest: Manifest) -> ModalityRule | None:
    """The rule of the frame's modality, or None.

    Where file and picture contradict each other the rule that tells less is taken: naming a type
    of tumour on what may be a CT would be worse than not naming one on an MR.
    """
    found = [manifest.rule_for(seen.modality)]
    if seen.is_contradicted:
        found.append(manifest.rule_for(seen.clear_modality))
    rules = [rule for rule in found if rule is not None]
    return next((rule for rule in rules if not rule.name_tumor_type), rules[0] if rules else None)


def decision_spec(rule: ModalityRule | None, manifest: Manifest) -> DecisionSpec | None:
    """The operating point: that of the rule, else the model's own, or None."""
    own = None if rule is None else rule.decision
    return own or manifest.decision
