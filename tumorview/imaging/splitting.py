"""Series that hold several stacks in one place, taken apart so that each can be scrolled through.

A scanner may put two acquisitions, echoes or points of time under one Series Instance UID. Ordered
by position alone they would be dealt like cards: every second image from another acquisition.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tumorview.domain.study import FrameInfo, Pass, Series, SeriesNotice
from tumorview.imaging.ordering import has_shared_position, is_located, order_frames
from tumorview.said import Said, joined, say

MOST_PARTS = 12
"""Beyond so many (a film of the brain over time) a list of parts would be no help."""


@dataclass(frozen=True, slots=True)
class Part:
    """Frames that make a stack of their own; `name` is "" where there was nothing to split."""

    name: str
    frames: tuple[FrameInfo, ...]


_BY: tuple[tuple[Callable[[int], Said], Callable[[Pass], int | None]], ...] = (
    (lambda number: say("acquisition {number}", number=number), lambda one: one.acquisition),
    (lambda number: say("echo {number}", number=number), lambda one: one.echo),
    (lambda number: say("time {number}", number=number), lambda one: one.time),
)


def stacked(template: Series, frames: Sequence[FrameInfo]) -> list[Series]:
    """`template` with `frames` in reading order: one series, or one a part."""
    parts = split_frames(frames)
    split = (SeriesNotice.SPLIT,) if len(parts) > 1 else ()
    made = []
    for part in parts:
        ordered, order, notices = order_frames(part.frames, template.modality)
        made.append(
            replace(
                template,
                frames=ordered,
                order=order,
                notices=(*split, *notices),
                split=part.name,
            )
        )
    return made


def split_frames(frames: Sequence[FrameInfo]) -> list[Part]:
    """The frames of one series in parts, in the order of what tells them apart.

    Frames that would be ordered by position are parted by Frame of Reference UID: their positions
    do not compare (PS3.3 C.7.4.1). Within one, frames that share positions are parted by
    Acquisition Number, else Echo Number(s), else Temporal Position Identifier, where every frame
    states it, each part is a stack, and no position is left shared. Otherwise they stay together,
    for the notices to say so.
    """
    if not all(map(is_located, frames)):
        return [Part("", tuple(frames))]
    places: dict[str, list[FrameInfo]] = {}
    for frame in frames:
        places.setdefault(frame.scanner_pass.frame_of_reference_uid or "", []).append(frame)
    if len(places) == 1 or len(places) > MOST_PARTS:
        return _by_pass(frames, "")
    parts: list[Part] = []
    for number, members in enumerate(places.values(), start=1):
        parts += _by_pass(members, say("frame of reference {number}", number=number))
    return parts


def _by_pass(frames: Sequence[FrameInfo], name: str) -> list[Part]:
    if has_shared_position(frames):
        for name_of, value_of in _BY:
            groups = _grouped(frames, value_of)
            if groups is not None and not any(map(has_shared_position, groups.values())):
                return [
                    Part(joined((name, name_of(value)), ", "), tuple(members))
                    for value, members in sorted(groups.items())
                ]
    return [Part(name, tuple(frames))]


def _grouped(
    frames: Sequence[FrameInfo], value_of: Callable[[Pass], int | None]
) -> dict[int, list[FrameInfo]] | None:
    """The frames by a value; None unless all have one and it makes a few stacks."""
    groups: dict[int, list[FrameInfo]] = {}
    for frame in frames:
        value = value_of(frame.scanner_pass)
        if value is None:
            return None
        groups.setdefault(value, []).append(frame)
    is_few = 2 <= len(groups) <= MOST_PARTS
    return groups if is_few and all(len(members) > 1 for members in groups.values()) else None
