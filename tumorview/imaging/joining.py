"""One study that was opened from several places, as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from tumorview.domain.reading import ReadingNotice
from tumorview.domain.source import SourceRef
from tumorview.domain.study import FrameInfo, Series, Study
from tumorview.imaging.splitting import stacked


class StudyContent:
    """A study and the images that are in it.

    It is looked through once, and only when it is compared with another of its key: it may have
    tens of thousands of frames.
    """

    def __init__(self, study: Study) -> None:
        self.study = study

    @cached_property
    def sources(self) -> frozenset[SourceRef]:
        """The sources of its frames."""
        return frozenset(f.source for series in self.study.series for f in series.frames)

    @cached_property
    def images(self) -> frozenset[tuple[str | None, int]]:
        """Which image (SOP Instance UID and frame) each of them is."""
        return _images(self.sources)


def join_studies(one: StudyContent, other: StudyContent) -> StudyContent | None:
    """Both together, or None where they do not belong together or cannot be told apart.

    They belong together when they have one key. None also where one image (SOP Instance UID and
    frame) lies in two files: which of them is the right one is for the reader to see. Series that
    both have get the frames of both, in reading order; PNG and JPEG files are joined only where
    one side has all that the other has.
    """
    if one.study.key != other.study.key:
        return None
    if other.sources <= one.sources:
        return one
    if one.sources <= other.sources:
        return other
    new = other.sources - one.sources
    if one.study.study_instance_uid is None or one.images & _images(new):
        return None
    groups: dict[str | None, list[Series]] = {}
    for series in (*one.study.series, *other.study.series):
        groups.setdefault(series.series_instance_uid, []).append(series)
    joined = [series for members in groups.values() for series in _joined(members)]
    joined.sort(key=lambda series: (series.number is None, series.number or 0))
    return StudyContent(replace(one.study, series=tuple(joined)))


def _images(sources: Iterable[SourceRef]) -> frozenset[tuple[str | None, int]]:
    return frozenset(
        (one.sop_instance_uid, one.frame_number) for one in sources if one.sop_instance_uid
    )


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
