"""Where the slices of the series on screen lie, worked out once a series."""

from __future__ import annotations

from tumorview.domain.study import Series
from tumorview.imaging.planes import Stack

_KEPT = 12
"""Twice as many as there are panes."""


class Stacks:
    """Stacks by series; those asked for last are kept."""

    def __init__(self) -> None:
        self._stacks: dict[int, tuple[Series, Stack]] = {}

    def of(self, series: Series) -> Stack:
        """The stack of a series."""
        known = self._stacks.pop(id(series), None)
        kept = known if known is not None else (series, Stack(series.frames))
        self._stacks[id(series)] = kept
        while len(self._stacks) > _KEPT:
            self._stacks.pop(next(iter(self._stacks)))
        return kept[1]
