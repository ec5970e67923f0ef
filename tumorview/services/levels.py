"""The rows a series and a study, from the journal and one series at a time.

They are made from what the journal knows of the images when a table is written, so that a scan that
was killed and went on has the same ones as an unbroken scan. What is held in memory is one series.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from tumorview.domain.prediction import Caution
from tumorview.inference.study_pooling import STUDY_RULE
from tumorview.reporting.level_columns import SeriesSummary
from tumorview.reporting.run_report import LevelCounts
from tumorview.reporting.study_columns import StudySummary
from tumorview.services.journal import Journal
from tumorview.services.series_levels import (
    MOST_IMAGES,
    Stored,
    counted_summary,
    series_summaries,
)
from tumorview.services.slice_facts import SliceFacts, facts_of

_OF_RECIPE = " FROM slices JOIN files USING (path) WHERE position IS NOT NULL AND recipe = ?"
_STUDIES = f"SELECT study{_OF_RECIPE} GROUP BY study ORDER BY min(position)"
_SERIES = (
    f"SELECT series, count(*){_OF_RECIPE} AND study = ? GROUP BY series ORDER BY min(position)"
)
_IMAGES = f"SELECT path, facts{_OF_RECIPE} AND study = ? AND series = ? ORDER BY position, number"


class Levels:
    """Studies and series of the files that `recipe` made.

    Parameters
    ----------
    class_ids
        The model's classes in order.
    most_images
        Series of more images are counted and not pooled.
    """

    def __init__(
        self,
        journal: Journal,
        recipe: str,
        class_ids: Sequence[str],
        most_images: int = MOST_IMAGES,
    ) -> None:
        self._journal = journal
        self._recipe = recipe
        self._class_ids = class_ids
        self._most_images = most_images
        self._counts = _Counting()

    @property
    def counts(self) -> LevelCounts:
        """What the rows of the latest iteration come to."""
        return self._counts.result()

    def rows(self) -> Iterator[SeriesSummary | StudySummary]:
        """The series of each study and then the study, in the order of the listing."""
        self._counts = _Counting()
        for (study,) in self._journal.query(_STUDIES, (self._recipe,)):
            gathering = _Gathering()
            for series in self._series(study):
                gathering.add(series)
                self._counts.add_series(series)
                yield series
            summary = gathering.result()
            self._counts.add_study(summary)
            yield summary

    def _series(self, study: bytes) -> Iterator[SeriesSummary]:
        for series, count in self._journal.query(_SERIES, (self._recipe, study)):
            if count > self._most_images:
                yield counted_summary(image.facts for image in self._images(study, series))
            else:
                yield from series_summaries(list(self._images(study, series)), self._class_ids)

    def _images(self, study: bytes, series: bytes) -> Iterator[Stored]:
        for path, facts in self._journal.query(_IMAGES, (self._recipe, study, series)):
            image = Stored(PurePath(os.fsdecode(path)), facts_of(facts))
            self._counts.add_image(image.facts)
            yield image


@dataclass(slots=True)
class _Counting:
    series: int = 0
    speaking: int = 0
    studies: int = 0
    scored: int = 0
    maps: Counter[str] = field(default_factory=Counter)

    def add_image(self, facts: SliceFacts) -> None:
        if facts.parametric_map:
            self.maps[facts.parametric_map] += 1

    def add_series(self, series: SeriesSummary) -> None:
        self.series += 1
        self.speaking += series.silence is None

    def add_study(self, study: StudySummary) -> None:
        self.studies += 1
        self.scored += study.leading is not None

    def result(self) -> LevelCounts:
        return LevelCounts(
            series=self.series,
            series_speaking=self.speaking,
            studies=self.studies,
            studies_with_score=self.scored,
            parametric_maps=dict(sorted(self.maps.items())),
        )


class _Gathering:
    """Brings the series of one study together, of which none is kept but the leading one."""

    def __init__(self) -> None:
        self._first: SeriesSummary | None = None
        self._leading: SeriesSummary | None = None
        self._best = -1.0
        self._modalities: dict[str, None] = {}
        self._cautions: set[Caution] = set()
        self._sums: Counter[str] = Counter()
        self._duplicates: int | None = 0

    def add(self, series: SeriesSummary) -> None:
        answer = series.answer
        self._first = self._first or series
        if series.modality:
            self._modalities.setdefault(series.modality)
        self._cautions.update(series.cautions)
        self._sums.update(
            series=1,
            speaking=int(series.silence is None),
            suspicious=int(answer.suspected > 0),
            frames=answer.total,
            analysed=answer.answered,
            refused=answer.refused,
            failed=answer.failed,
        )
        if self._duplicates is not None:
            known = series.duplicates
            self._duplicates = None if known is None else self._duplicates + known
        score = answer.score
        if series.silence is None and score is not None and score > self._best:
            self._leading, self._best = series, score

    def result(self) -> StudySummary:
        first = self._first
        assert first is not None, "a study has a series"
        sums = self._sums
        return StudySummary(
            patient_id=first.patient_id,
            study_instance_uid=first.study_instance_uid,
            folder="" if first.study_instance_uid is not None else first.folder,
            modalities=tuple(self._modalities),
            series=sums["series"],
            speaking=sums["speaking"],
            suspicious=sums["suspicious"],
            frames=sums["frames"],
            analysed=sums["analysed"],
            refused=sums["refused"],
            failed=sums["failed"],
            duplicates=self._duplicates,
            cautions=tuple(caution for caution in Caution if caution in self._cautions),
            leading=self._leading,
            rule=STUDY_RULE,
        )
