"""The reading order of a series, and what is odd about how its slices hang together."""

from __future__ import annotations

import itertools
import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from tumorview.domain.study import ConcatenationPart, FrameInfo, SeriesNotice, SliceOrder
from tumorview.imaging.orientation import Vector, reading_direction

SAME_DIRECTION = math.cos(math.radians(1.0))
"""Frames belong to one stack when row and column directions agree to within a degree."""
SAME_POSITION_MM = 0.01
UNEVEN_SHARE = 0.1
"""Spacing may differ from the median by this share of it; scanners round positions."""
GAP_FACTOR = 1.5
SAME_PIXEL_SPACING = 0.01
"""Pixel spacings that differ by this share of each other are two."""
TILT_DEGREES = 0.5

_Key = tuple[int, int, int]
_Item = TypeVar("_Item")


def order_frames(
    frames: Sequence[FrameInfo], modality: str
) -> tuple[tuple[FrameInfo, ...], SliceOrder, tuple[SeriesNotice, ...]]:
    """Frames in reading order, what the order rests on, and notices.

    Slices ascend along the slice normal, turned as `reading_direction` says. Frames of several
    orientations are kept in stacks, largest stack first, each ordered by itself. Without position
    or orientation in every frame, Instance Number and then frame number decide.
    """
    notices: list[SeriesNotice] = []
    frames = _renumbered(frames)
    if _has_missing_parts(frames):
        notices.append(SeriesNotice.MISSING_PARTS)
    if len({(frame.rows, frame.columns) for frame in frames}) > 1:
        notices.append(SeriesNotice.MIXED_SIZE)
    if _has_several_pixel_spacings(frames):
        notices.append(SeriesNotice.MIXED_PIXEL_SPACING)
    if _has_duplicate_uid(frames):
        notices.append(SeriesNotice.DUPLICATE_UID)
    if any(frame.geometry.orientation is None for frame in frames):
        notices.append(SeriesNotice.NO_ORIENTATION)
    if not all(map(is_located, frames)):
        ordered = tuple(sorted(frames, key=instance_key))
        return ordered, SliceOrder.INSTANCE_NUMBER, tuple(notices)
    stacks = _stacks(frames)
    if len(stacks) > 1:
        notices.append(SeriesNotice.MIXED_ORIENTATION)
    reading: list[FrameInfo] = []
    for stack in stacks:
        ordered_stack, places = _ordered_stack(stack)
        reading.extend(ordered_stack)
        notices.extend(_spacing_notices(places))
        if _contradicts_stated_spacing(ordered_stack, places):
            notices.append(SeriesNotice.STATED_SPACING)
        if modality == "CT" and _is_tilted(ordered_stack):
            notices.append(SeriesNotice.GANTRY_TILT)
    return tuple(reading), SliceOrder.POSITION, tuple(dict.fromkeys(notices))


def is_located(frame: FrameInfo) -> bool:
    """Whether a frame has a position and an orientation."""
    return frame.geometry.orientation is not None and frame.geometry.position_mm is not None


def has_shared_position(frames: Sequence[FrameInfo]) -> bool:
    """Whether two frames of one orientation lie at one place along the normal; all are located."""
    return any(
        b - a < SAME_POSITION_MM
        for stack in _stacks(frames)
        for a, b in itertools.pairwise(sorted(_ordered_stack(stack)[1]))
    )


def instance_key(frame: FrameInfo) -> _Key:
    """Instance Number, frames without one last; then frame number.

    Frames of a split image are counted through all its files.
    """
    number, offset = frame.instance_number, 0
    if frame.part is not None:
        offset = frame.part.frame_offset or 0
    return (number is None, number or 0, offset + frame.source.frame_number)


def _renumbered(frames: Sequence[FrameInfo]) -> Sequence[FrameInfo]:
    """The frames, those of one concatenation with one Instance Number and frame offsets.

    Its files may have numbers of their own. Where one has no offset, In-concatenation Number and
    the frames of the files before it give one.
    """
    if all(frame.part is None for frame in frames):
        return frames
    numbers: dict[str, list[int]] = {}
    for frame in frames:
        if frame.part is not None and frame.instance_number is not None:
            numbers.setdefault(frame.part.uid, []).append(frame.instance_number)
    offsets = _offsets(frames)
    return [
        frame
        if frame.part is None
        else replace(
            frame,
            instance_number=min(numbers.get(frame.part.uid, [0])),
            part=replace(frame.part, frame_offset=offsets[frame.part]),
        )
        for frame in frames
    ]


def _parts(frames: Sequence[FrameInfo]) -> dict[str, list[ConcatenationPart]]:
    """The parts of each concatenation, each once, by their number."""
    found: dict[str, set[ConcatenationPart]] = {}
    for frame in frames:
        if frame.part is not None:
            found.setdefault(frame.part.uid, set()).add(frame.part)
    return {
        uid: sorted(parts, key=lambda part: (part.number or 0, part.frame_offset or 0))
        for uid, parts in found.items()
    }


def _offsets(frames: Sequence[FrameInfo]) -> dict[ConcatenationPart, int]:
    offsets: dict[ConcatenationPart, int] = {}
    for parts in _parts(frames).values():
        before = 0
        for part in parts:
            offsets[part] = before if part.frame_offset is None else part.frame_offset
            before = offsets[part] + part.frame_count
    return offsets


def _has_missing_parts(frames: Sequence[FrameInfo]) -> bool:
    """True when a concatenation's numbers or frames have a gap, or its last file is not there."""
    for parts in _parts(frames).values():
        numbers = {part.number for part in parts if part.number is not None}
        total = max([*numbers, *(part.total or 0 for part in parts)], default=0)
        if numbers and len(numbers) < total:
            return True
        ends = 0
        for part in sorted(parts, key=lambda part: part.frame_offset or 0):
            if (part.frame_offset or 0) > ends:
                return True
            ends = max(ends, (part.frame_offset or 0) + part.frame_count)
    return False


def _has_duplicate_uid(frames: Sequence[FrameInfo]) -> bool:
    seen = [
        (frame.source.sop_instance_uid, frame.source.frame_number)
        for frame in frames
        if frame.source.sop_instance_uid is not None
    ]
    return len(set(seen)) < len(seen)


def _has_several_pixel_spacings(frames: Sequence[FrameInfo]) -> bool:
    spacings = {frame.geometry.pixel_spacing_mm for frame in frames}
    sides = zip(*(spacing for spacing in spacings if spacing is not None), strict=True)
    return any(max(side) - min(side) > SAME_PIXEL_SPACING * max(side) for side in sides)


def _stacks(frames: Sequence[FrameInfo]) -> list[list[FrameInfo]]:
    """Frames of one orientation each, the largest stack first."""
    stacks: list[list[FrameInfo]] = []
    for frame in sorted(frames, key=instance_key):
        own = frame.geometry.orientation or ()
        for stack in stacks:
            other = stack[0].geometry.orientation or ()
            if own == other or _same_plane(own, other):
                stack.append(frame)
                break
        else:
            stacks.append([frame])
    return sorted(stacks, key=lambda stack: -len(stack))


def _same_plane(one: Sequence[float], other: Sequence[float]) -> bool:
    return _dot(one[:3], other[:3]) >= SAME_DIRECTION and _dot(one[3:], other[3:]) >= SAME_DIRECTION


def _ordered_stack(stack: list[FrameInfo]) -> tuple[list[FrameInfo], list[float]]:
    """The stack sorted along its normal, and the places (mm) in that order."""
    direction = _direction(stack[0])
    placed = [(_dot(direction, frame.geometry.position_mm or ()), frame) for frame in stack]
    placed.sort(key=lambda item: item[0])
    # Positions that agree to within a rounding are one place, where Instance Number decides.
    groups = _runs(placed, lambda a, b: b[0] - a[0] < SAME_POSITION_MM)
    ordered = [item for group in groups for item in sorted(group, key=lambda i: instance_key(i[1]))]
    return [frame for _, frame in ordered], [place for place, _ in ordered]


def _runs(items: Sequence[_Item], together: Callable[[_Item, _Item], bool]) -> list[list[_Item]]:
    runs: list[list[_Item]] = []
    for item in items:
        if runs and together(runs[-1][0], item):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _spacing_notices(places: Sequence[float]) -> list[SeriesNotice]:
    distinct = [run[0] for run in _runs(sorted(places), lambda a, b: b - a < SAME_POSITION_MM)]
    notices = []
    if len(distinct) < len(places):
        notices.append(SeriesNotice.DUPLICATE_POSITION)
    steps = [b - a for a, b in itertools.pairwise(distinct)]
    if len(steps) < 2:
        return notices
    # A step is a gap when it stands out from both of its neighbours; a change of spacing half-way
    # (thin slices in the posterior fossa, thick ones above) is only uneven.
    gaps = [
        index
        for index, step in enumerate(steps)
        if all(step > GAP_FACTOR * near for near in _neighbours(steps, index))
    ]
    regular = [step for index, step in enumerate(steps) if index not in gaps]
    if gaps:
        notices.append(SeriesNotice.GAP)
    middle = statistics.median(regular) if regular else 0.0
    if any(abs(step - middle) > UNEVEN_SHARE * middle for step in regular):
        notices.append(SeriesNotice.UNEVEN_SPACING)
    return notices


def _contradicts_stated_spacing(stack: Sequence[FrameInfo], places: Sequence[float]) -> bool:
    """Whether the positions are other than Spacing Between Slices (0018,0088) says.

    Some write it negative, and some the gap between slices in place of the distance of their
    middles, which is that gap and Slice Thickness.
    """
    steps = [b - a for a, b in itertools.pairwise(places) if b - a >= SAME_POSITION_MM]
    if len(steps) < 2:
        return False
    middle = statistics.median(steps)
    for frame in stack:
        stated = abs(frame.geometry.spacing_between_slices_mm or 0.0)
        with_gap = stated + (frame.geometry.slice_thickness_mm or 0.0)
        if stated and min(abs(stated - middle), abs(with_gap - middle)) > UNEVEN_SHARE * middle:
            return True
    return False


def _neighbours(steps: Sequence[float], index: int) -> Sequence[float]:
    return [*steps[max(0, index - 1) : index], *steps[index + 1 : index + 2]]


def _is_tilted(stack: Sequence[FrameInfo]) -> bool:
    """True when the slices are displaced against each other within their plane (a shear)."""
    first, last = stack[0].geometry.position_mm, stack[-1].geometry.position_mm
    if first is None or last is None:
        return False
    step = [b - a for a, b in zip(first, last, strict=True)]
    distance = math.hypot(*step)
    if distance < 1.0:
        return False
    along = min(1.0, abs(_dot(_direction(stack[0]), step)) / distance)
    return math.degrees(math.acos(along)) > TILT_DEGREES


def _direction(frame: FrameInfo) -> Vector:
    orientation = frame.geometry.orientation
    return (0.0, 0.0, 1.0) if orientation is None else reading_direction(orientation)


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
