"""The images of one series as the journal keeps them -> its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from tumorview.domain.prediction import Caution
from tumorview.domain.series_answer import SeriesAnswer, Silence, SliceState, Span
from tumorview.domain.source import SourceRef
from tumorview.domain.study import Series, SeriesNotice, SliceOrder
from tumorview.imaging.natural import natural_key
from tumorview.imaging.orientation import plane_name
from tumorview.imaging.splitting import stacked
from tumorview.inference.pooling import NEIGHBOURS, pool_series
from tumorview.inference.study_pooling import why_silent
from tumorview.reporting.level_columns import ImageName, SeriesSummary
from tumorview.reporting.map_words import MapOutcome
from tumorview.reporting.series_words import NO_KNOWN_ORDER, NOT_CALIBRATED
from tumorview.services.slice_facts import SliceFacts

MOST_IMAGES = 20_000
"""Images of one series that are held at once, some 60 MB. Series of a head have some hundred, films
of a head over time some ten thousand; beyond that it is a folder of pictures, or many series under
one UID, and a score would be of nothing."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An image of a series, and the name of its file, which pictures are ordered by."""

    name: PurePath
    facts: SliceFacts


@dataclass(frozen=True, slots=True)
class _Stack:
    """Images in reading order, and what the order rests on."""

    part: str
    order: SliceOrder
    notices: tuple[SeriesNotice, ...]
    images: tuple[SliceFacts, ...]


def series_summaries(images: Sequence[Stored], class_ids: Sequence[str]) -> Iterator[SeriesSummary]:
    """The rows of a series: one, or one a stack where its UID holds several.

    Parameters
    ----------
    images
        At least one, in the order of the listing; at most `MOST_IMAGES`.
    """
    apart, copies = _without_copies(images)
    for stack in _stacks(apart):
        yield _summary(stack, sum(copies[owner] for owner in set(map(id, stack.images))), class_ids)


def counted_summary(images: Iterable[SliceFacts]) -> SeriesSummary:
    """The row of a series of too many images to be put into an order: counts, and no score."""
    states: Counter[SliceState] = Counter()
    acquisitions: Counter[str] = Counter()
    cautions: set[Caution] = set()
    suspected = maps = 0
    first: SliceFacts | None = None
    for facts in images:
        first = first or facts
        states[facts.state] += facts.count
        acquisitions[facts.acquisition] += 1
        cautions.update(facts.cautions)
        suspected += facts.suspected
        maps += facts.parametric_map == MapOutcome.WRITTEN
    assert first is not None, "a series has an image"
    answer = SeriesAnswer(
        total=states.total(),
        answered=states[SliceState.ANSWERED],
        refused=states[SliceState.REFUSED],
        failed=states[SliceState.FAILED],
        suspected=suspected,
        longest_run=None,
        best=None,
        neighbours=NEIGHBOURS,
        score=None,
        score_span=None,
    )
    return SeriesSummary(
        patient_id=first.patient_id,
        study_instance_uid=first.study_instance_uid,
        series_instance_uid=first.series_instance_uid,
        folder=first.folder,
        part="",
        series_number=first.series_number,
        modality=first.modality,
        description=first.description,
        sequence=first.sequence,
        acquisitions=_most_first(acquisitions),
        plane="",
        order=None,
        notices=(),
        answer=answer,
        duplicates=None,
        best=None,
        class_means=(),
        prediction_set=(),
        cautions=_in_order(cautions),
        silence=Silence.TOO_MANY_IMAGES,
        parametric_maps=maps,
        not_claimed=NOT_CALIBRATED,
    )


def _without_copies(images: Sequence[Stored]) -> tuple[list[Stored], Counter[int]]:
    """The images, of several copies the first that did not fail.

    The second value counts the copies that were left out, by `id` of the facts that stay.
    """
    owners: dict[tuple[object, ...], SliceFacts] = {}
    copies: Counter[int] = Counter()
    kept: set[int] = set()
    for image in sorted(images, key=lambda image: image.facts.state is SliceState.FAILED):
        names = _names(image.facts)
        owner = next((owners[name] for name in names if name in owners), None)
        if owner is None:
            owner = image.facts
            kept.add(id(owner))
        else:
            copies[id(owner)] += image.facts.count
        for name in names:
            owners.setdefault(name, owner)
    return [image for image in images if id(image.facts) in kept], copies


def _names(facts: SliceFacts) -> list[tuple[object, ...]]:
    """What two copies of an image have in common.

    One SOP Instance UID alone does not make two images one: there are programs that write the same
    into all files of a series.
    """
    names: list[tuple[object, ...]] = []
    if facts.sha256:
        names.append(("content", facts.sha256, facts.frame))
    if facts.sop_instance_uid is not None:
        place = (facts.position, facts.orientation, facts.instance_number)
        names.append(("image", facts.sop_instance_uid, facts.frame, *place))
    return names


def _stacks(images: Sequence[Stored]) -> Iterator[_Stack]:
    """As `imaging.grouping` makes series of files, so that the window shows the same ones."""
    first = images[0].facts
    if not first.is_dicom:
        ordered = sorted(images, key=lambda image: natural_key(image.name.name))
        shapes = {(image.facts.rows, image.facts.columns) for image in images}
        mixed = (SeriesNotice.MIXED_SIZE,) if len(shapes) > 1 else ()
        notices = (*mixed, SeriesNotice.NO_ORIENTATION)
        yield _Stack("", SliceOrder.FILE_NAME, notices, tuple(image.facts for image in ordered))
        return
    template = Series(
        series_instance_uid=first.series_instance_uid,
        modality=first.modality,
        description="",
        number=None,
        frames=(),
        order=SliceOrder.INSTANCE_NUMBER,
    )
    frames = [image.facts.frame_info for image in images]
    facts_of: dict[SourceRef, SliceFacts] = {
        frame.source: image.facts for frame, image in zip(frames, images, strict=True)
    }
    for series in stacked(template, frames):
        members = [facts_of[frame.source] for frame in series.frames]
        # Frames that were not tried have one record; each is an image that failed.
        images_of = tuple(facts for facts in members for _ in range(facts.count))
        yield _Stack(series.split, series.order, series.notices, images_of)


def _summary(stack: _Stack, duplicates: int, class_ids: Sequence[str]) -> SeriesSummary:
    images = stack.images
    first = images[0]
    answer = pool_series([image.answer for image in images])
    scored = _within(images, answer.score_span)
    is_ordered = stack.order is SliceOrder.POSITION
    return SeriesSummary(
        patient_id=first.patient_id,
        study_instance_uid=first.study_instance_uid,
        series_instance_uid=first.series_instance_uid,
        folder=first.folder,
        part=stack.part,
        series_number=first.series_number,
        modality=first.modality,
        description=first.description,
        sequence=first.sequence,
        acquisitions=_most_first(Counter(image.acquisition for image in images)),
        plane=_plane(stack),
        order=stack.order,
        notices=stack.notices,
        answer=answer,
        duplicates=duplicates,
        best=None if answer.best is None else _name(images[answer.best]),
        class_means=tuple(_means(scored, len(class_ids))),
        prediction_set=_union(scored, class_ids),
        cautions=_in_order({caution for image in images for caution in image.cautions}),
        silence=why_silent(
            answer,
            {caution for image in scored for caution in image.cautions},
            has_uid=first.series_instance_uid is not None,
            is_ordered=is_ordered,
        ),
        parametric_maps=sum(image.parametric_map == MapOutcome.WRITTEN for image in images),
        not_claimed=NOT_CALIBRATED if is_ordered else f"{NOT_CALIBRATED} {NO_KNOWN_ORDER}",
    )


def _within(images: Sequence[SliceFacts], span: Span | None) -> Sequence[SliceFacts]:
    return () if span is None else images[span.first : span.last + 1]


def _name(facts: SliceFacts) -> ImageName:
    assert facts.tumor is not None, "the best image has an answer"
    return ImageName(facts.path, facts.sop_instance_uid, facts.frame, facts.tumor)


def _means(scored: Sequence[SliceFacts], classes: int) -> Iterator[float | None]:
    if not scored:
        return
    for place in range(classes):
        values = [image.probabilities[place] for image in scored]
        known = [value for value in values if value is not None]
        yield sum(known) / len(known) if len(known) == len(values) else None


def _union(scored: Sequence[SliceFacts], class_ids: Sequence[str]) -> tuple[str, ...]:
    """Classes of any of the sets, the model's in its order, then `tumor` of answers without types.

    Empty where one of the images has no set: nothing can be ruled out then.
    """
    if not all(image.prediction_set for image in scored):
        return ()
    found = {class_id for image in scored for class_id in image.prediction_set}
    known = [class_id for class_id in class_ids if class_id in found]
    return (*known, *sorted(found.difference(known)))


def _plane(stack: _Stack) -> str:
    if SeriesNotice.MIXED_ORIENTATION in stack.notices:
        return "several"
    if stack.order is SliceOrder.POSITION:
        # All agree to within a degree, which may lie on both sides of the limit to oblique.
        return plane_name(stack.images[0].orientation)
    planes = {plane_name(image.orientation) for image in stack.images}
    return planes.pop() if len(planes) == 1 else "several"


def _most_first(counts: Counter[str]) -> tuple[str, ...]:
    named = [(name, count) for name, count in counts.items() if name]
    return tuple(name for name, _ in sorted(named, key=lambda item: (-item[1], item[0])))


def _in_order(cautions: set[Caution]) -> tuple[Caution, ...]:
    return tuple(caution for caution in Caution if caution in cautions)
