"""Which series of another study shows the same: modality, plane, sequence, then the description."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tumorview.domain.study import Series
from tumorview.imaging.orientation import reading_direction

_NUMBER = re.compile(r"\b(TR|TE|TI) ([0-9.eE+-]+)")
_TOLERANCE = 0.2
"""Two protocols of one weighting differ by some percent of TR or TE, two weightings by far more."""

_WORD = re.compile(r"\w+|\+c\b")


def main_axis(series: Series) -> int | None:
    """0 for sagittal, 1 for coronal, 2 for axial; None where no image says how it lies."""
    for frame in series.frames:
        if frame.geometry.orientation is not None:
            direction = reading_direction(frame.geometry.orientation)
            return max(range(3), key=lambda axis: abs(direction[axis]))
    return None


def is_same_sequence(one: str, other: str) -> bool:
    """True for texts of `mr_sequence` of one kind whose TR, TE and TI differ by 20 % at most."""
    if not one or not other:
        return False
    numbers, others = dict(_NUMBER.findall(one)), dict(_NUMBER.findall(other))
    if _NUMBER.sub("", one).split() != _NUMBER.sub("", other).split():
        return False
    if ("TI" in numbers) != ("TI" in others):
        return False
    shared = numbers.keys() & others.keys()
    return all(_is_near(float(numbers[name]), float(others[name])) for name in shared)


def best_match(series: Series, candidates: Sequence[Series]) -> Series | None:
    """The series among `candidates` that shows the same as `series`, None where none does.

    Modality has to be the same, plane and sequence where both are known; of those that are left the
    one whose description has most words in common, then the one of most alike length.
    """
    fitting = [one for one in candidates if _can_match(series, one)]
    if not fitting:
        return None
    count = len(series.frames)
    return max(
        fitting,
        key=lambda one: (_words_in_common(series, one), -abs(len(one.frames) - count)),
    )


def _can_match(series: Series, other: Series) -> bool:
    if series.modality != other.modality:
        return False
    if (len(series.frames) == 1) != (len(other.frames) == 1):
        return False
    axis, other_axis = main_axis(series), main_axis(other)
    if axis is not None and other_axis is not None and axis != other_axis:
        return False
    unknown = not series.sequence or not other.sequence
    return unknown or is_same_sequence(series.sequence, other.sequence)


def _words_in_common(series: Series, other: Series) -> float:
    """Words of both descriptions, as a share of the words of either."""
    words = set(_WORD.findall(series.description.casefold()))
    others = set(_WORD.findall(other.description.casefold()))
    either = words | others
    return len(words & others) / len(either) if either else 0.0


def _is_near(one: float, other: float) -> bool:
    return abs(one - other) <= _TOLERANCE * max(one, other)
