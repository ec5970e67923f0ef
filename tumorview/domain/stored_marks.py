"""Marks as a file holds them: known by the UID of their image, which need not be open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tumorview.domain.marks import FrameMarks, Mark
from tumorview.domain.source import SourceRef


@dataclass(frozen=True, slots=True)
class StoredMark:
    """`mark` on one frame of an image; `frame_number` counts from 1."""

    sop_instance_uid: str
    frame_number: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class StoredMarks:
    """What was found in a file.

    `not_understood` says in words, and once each, what else the file holds that is no mark here.
    """

    marks: tuple[StoredMark, ...]
    not_understood: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedMarks:
    """`StoredMarks` on the frames that are open.

    `elsewhere` counts marks of other images, `ambiguous` those that are on the first of several
    files with one SOP Instance UID: the report does not tell which of them it means.
    """

    frames: tuple[FrameMarks, ...]
    elsewhere: int
    not_understood: tuple[str, ...]
    ambiguous: int = 0


def placed_on(stored: StoredMarks, sources: Iterable[SourceRef]) -> PlacedMarks:
    """Put stored marks onto the frames that they are of."""
    known: dict[tuple[str | None, int], SourceRef] = {}
    shared = set()
    for source in sources:
        if source.sop_instance_uid:
            key = (source.sop_instance_uid, source.frame_number)
            if known.setdefault(key, source) != source:
                shared.add(key)
    found: dict[SourceRef, list[Mark]] = {}
    elsewhere = ambiguous = 0
    for one in stored.marks:
        key = (one.sop_instance_uid, one.frame_number)
        if key not in known:
            elsewhere += 1
            continue
        ambiguous += key in shared
        found.setdefault(known[key], []).append(one.mark)
    frames = tuple(FrameMarks(source, tuple(marks)) for source, marks in found.items())
    return PlacedMarks(frames, elsewhere, stored.not_understood, ambiguous)


def merged(there: tuple[Mark, ...], added: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """`there` with `added`; a mark of the same identity is replaced where it stands."""
    by_uid = {mark.uid: mark for mark in added}
    kept = tuple(by_uid.pop(mark.uid, mark) for mark in there)
    return (*kept, *by_uid.values())
