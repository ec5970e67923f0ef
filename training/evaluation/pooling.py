"""The answers of all folds brought together with the images that they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.data.cache import MASK_SIDE
from training.data.records import CLASS_IDS, ImageRecord
from training.errors import RunError, SplitError
from training.evaluation.answers import ANSWERS_NAME, FoldAnswers, read_answers
from training.evaluation.heatmap_metrics import on_mask_cells
from training.evaluation.intervals import IntArray
from training.evaluation.measured import HeatArray
from training.trust.groups import first_half
from tumorview.domain.arrays import Float32Array


@dataclass(frozen=True, slots=True)
class Pooled:
    """Images, each answered by the one fold's model that did not learn from its patient.

    Attributes
    ----------
    folds
        int[n], place of the image's run among the runs.
    logits
        float32[n, classes].
    acquisition_logits
        float32[n, kinds].
    heat
        float16[n, MASK_SIDE, MASK_SIDE], the lesion map on the cells of the masks, or None.
    """

    records: tuple[ImageRecord, ...]
    folds: IntArray
    logits: Float32Array
    acquisition_logits: Float32Array
    heat: HeatArray | None

    @property
    def groups(self) -> tuple[str, ...]:
        """Patient or cluster of each image."""
        return tuple(record.group for record in self.records)


def read_runs(runs: Sequence[Path]) -> tuple[FoldAnswers, ...]:
    """The answers of each run folder.

    Raises
    ------
    RunError
        When there are none or one twice, or answers are missing, of other classes than the
        recipes', or differ in what they hold.
    """
    if len({run.resolve() for run in runs}) < max(1, len(runs)):
        raise RunError(
            "pooling needs the run folders of different folds, each once",
            received=[run.name for run in runs],
        )
    found = [read_answers(run / ANSWERS_NAME) for run in runs]
    for run, one in zip(runs, found, strict=True):
        path = run / ANSWERS_NAME
        if one.logits.shape[1] != len(CLASS_IDS):
            raise RunError(
                "the answers are not of the four classes of the recipes",
                path=path,
                received=one.logits.shape[1],
            )
        if (one.lesion_map is None) != (found[0].lesion_map is None):
            raise RunError("some runs have lesion maps and some have none", path=path)
        if one.acquisition_logits.shape[1] != found[0].acquisition_logits.shape[1]:
            raise RunError("the runs have acquisition heads of different sizes", path=path)
    return tuple(found)


def pool(answers: Sequence[FoldAnswers], records: dict[str, ImageRecord]) -> Pooled:
    """Put the runs' images one after the other; `records` are by image id.

    The images of a single run are cut into two halves by group in the place of folds, so that
    whatever is fitted to answers can still be judged on others.

    Raises
    ------
    RunError
        When an answered image is not among the records.
    SplitError
        When a patient was answered by two folds.
    """
    names = [name for one in answers for name in one.image_ids]
    missing = [name for name in names if name not in records]
    if missing:
        raise RunError(
            f"{len(missing)} answered images are not in the data",
            received=missing[0],
            remedy="Give with --data the data that the runs were made of.",
        )
    folds = np.concatenate([np.full(len(one.image_ids), k) for k, one in enumerate(answers)])
    found = tuple(records[name] for name in names)
    if len(answers) == 1:
        folds = first_half([record.group for record in found]).astype(np.int64)
    fold_of: dict[str, int] = {}
    for record, fold in zip(found, folds.tolist(), strict=True):
        if fold_of.setdefault(record.group, fold) != fold:
            raise SplitError(
                "a patient was answered by two folds",
                received=record.group,
                remedy="Give runs of different folds of one fold file.",
            )
    maps = [
        on_mask_cells(one.lesion_map, MASK_SIDE) for one in answers if one.lesion_map is not None
    ]
    return Pooled(
        records=found,
        folds=folds,
        logits=np.concatenate([one.logits for one in answers]),
        acquisition_logits=np.concatenate([one.acquisition_logits for one in answers]),
        heat=np.concatenate(maps) if maps else None,
    )
