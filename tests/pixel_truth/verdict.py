"""Two readings of a file in one phrase, and whether they agree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tests.pixel_truth.compare import Reading, difference
from tests.pixel_truth.decoded import Decoded, Refusal


class Outcome(StrEnum):
    """How another decoder's reading of a file stands to TumorView's."""

    EQUAL = "equal"
    WITHIN = "within 1"
    NO_PIXELS = "no pixels"
    BOTH_REFUSE = "cannot read"
    ONLY_TUMORVIEW = "cannot read, TumorView does"
    ONLY_OTHER = "reads it"
    DIFFERS = "differs"


AGREEING = frozenset({Outcome.EQUAL, Outcome.WITHIN, Outcome.NO_PIXELS, Outcome.BOTH_REFUSE})
"""Outcomes that need no reason."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`phrase` is what the table says, without a reason."""

    outcome: Outcome
    phrase: str

    @property
    def agrees(self) -> bool:
        """True when no reason is needed."""
        return self.outcome in AGREEING


def verdict(reading: Reading, other: Decoded) -> Verdict:
    """What `other` says of a file that TumorView read as `reading`."""
    if isinstance(other, Refusal):
        if not reading.code:
            return Verdict(Outcome.ONLY_TUMORVIEW, "cannot read")
        outcome = Outcome.BOTH_REFUSE if other.has_pixels else Outcome.NO_PIXELS
        return Verdict(outcome, outcome.value)
    if reading.code:
        return Verdict(Outcome.ONLY_OTHER, "reads it")
    found = difference(reading, other)
    mine, its = found.frames
    if found.largest is None:
        return Verdict(Outcome.DIFFERS, "differs: another size or kind of picture")
    if mine != its:
        same = "equal" if found.largest == 0 else f"differs by {found.largest:g}"
        return Verdict(Outcome.DIFFERS, f"{same} in its {its} of {mine} frames")
    if found.largest == 0:
        return Verdict(Outcome.EQUAL, "equal")
    if found.largest <= reading.tolerance:
        return Verdict(Outcome.WITHIN, "within 1")
    share = f"{found.share:.0%} of the samples"
    return Verdict(Outcome.DIFFERS, f"differs by {found.largest:g} in {share}")
