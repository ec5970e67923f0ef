"""One study that was opened from several places, as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tumorview.domain.reading import ReadingNotice
from tumorview.domain.source import SourceRef
from tumorview.domain.study import FrameInfo, Series, Study
from tumorview.imaging.splitting import stacked


def join_studies(one: Study, other: Study) -> Study | None:
    """Both together, or None where they do not belong together or cannot be told apart.

    They belong together when they have one key. None also where one image (SOP Instance UID and
    frame) lies in two files: which of them is the right one is for the reader to see. Series that
    both have get the frames of both, in reading order; PNG and JPEG files are joined only where
    one side has all that the other has.
    """
    if one.key != other.key:
        return None
    mine, theirs = _sources(one), _sources(other)
    if theirs <= mine:
        return one
    if mine <= theirs:
        return other
    if one.study_instance_uid is None or _images(mine) & _images(theirs - mine):
        return None
    groups: dict[str | None, list[Series]] = {}
    for series in (*one.series, *other.series):
        groups.setdefault(series.series_instance_uid, []).append(series)
    joined = [series for members in groups.values() for series in _joined(members)]
    joined.sort(key=lambda series: (series.number is None, series.number or 0))
    return replace(one, series=tuple(joined))


def _sources(study: Study) -> set[SourceRef]:
    return {frame.source for series in study.series for frame in series.frames}


def _images(sources: set[SourceRef]) -> set[tuple[str | None, int]]:
    return {(one.sop_instance_uid, one.frame_number) for one in sources if one.sop_instance_uid}


def _joined(members: Sequence[Series]) -> list[Series]:
    """Series with one UID, stacked anew where frames came to them."""
    frames: dict[SourceRef, FrameInfo] = {}
    for series in members:
        frames.update((frame.source, frame) for frame in series.frames)
    largest = {series.key: series for series in sorted(members, key=lambda s: len(s.frames))}
    if sum(len(series.frames) for series in largest.values()) == len(frames):
        return list(largest.values())
    noticed = {notice for series in members for notice in series.reading_notices}
    template = replace(
        members[0],
        split="",
        reading_notices=tuple(notice for notice in ReadingNotice if notice in noticed),
    )
    return stacked(template, list(frames.values()))
