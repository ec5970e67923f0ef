"""Five folds, pooled."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.training.evaluation.drawn import cheng_and_lgg, record
from training.data.cache import InputOptions
from training.data.records import ACQUISITIONS, CLASS_IDS, NO_TUMOR, ImageRecord
from training.data.sources import read_sources
from training.errors import RunError, SplitError
from training.evaluation.answers import ANSWERS_NAME, FoldAnswers, write_answers
from training.evaluation.crossfit import Goals, cross_fitted, fit_numbers
from training.evaluation.crossval import PART, CrossvalOptions, crossval
from training.evaluation.measured import acquisition_of
from training.evaluation.pooling import Pooled, pool, read_runs
from training.run_folder import RunFacts, claim_run
from training.trust.calibration import fit_temperature
from training.trust.numbers import NUMBERS_NAME, read_numbers
from training.trust.threshold import ENOUGH_PATIENTS, tumor_threshold
from tumorview.inference.manifest import CropSpec, PercentileMapping
from tumorview.inference.probabilities import softmax_probabilities

_INPUT = InputOptions(64, PercentileMapping(1.0, 99.5), CropSpec("full_square"))
_GOALS = Goals(0.95, 0.9)


def _answers(records: list[ImageRecord], seed: int, noise: float = 1.2) -> FoldAnswers:
    """What a fair model would say; lesion maps point at the upper left."""
    random = np.random.default_rng(seed)
    logits = random.normal(0, noise, (len(records), 4))
    acquisition = random.normal(0, 0.5, (len(records), 5))
    maps = np.full((len(records), 16, 16), 0.1)
    maps[:, 4:8, 4:8] = 0.7
    for row, one in enumerate(records):
        logits[row, 0 if one.label is None else one.label] += 2.5
        if acquisition_of(one) in ACQUISITIONS:
            acquisition[row, ACQUISITIONS.index(acquisition_of(one))] += 3
    return FoldAnswers(
        tuple(one.image_id for one in records),
        logits.astype(np.float32),
        acquisition.astype(np.float32),
        maps.astype(np.float16),
    )


def _runs(root: Path, records: list[ImageRecord], count: int = 3) -> tuple[Path, ...]:
    groups = sorted({one.group for one in records})
    runs = []
    for fold in range(count):
        own = [one for one in records if groups.index(one.group) % count == fold]
        run = root / f"fold{fold}"
        claim_run(run, RunFacts("tiny"))
        write_answers(_answers(own, fold), run / ANSWERS_NAME)
        runs.append(run)
    return tuple(runs)


def test_folds_are_pooled_into_a_report_and_the_numbers_of_trust(tmp_path: Path) -> None:
    data = cheng_and_lgg(tmp_path / "data", patients=6)
    records = read_sources(data, ("cheng", "lgg"))
    runs = _runs(tmp_path / "runs", records)
    out = tmp_path / "out"
    evaluation, numbers = crossval(
        CrossvalOptions(runs, data, out, draws=20), lambda _recipe: _INPUT
    )
    (part,) = evaluation.parts
    assert part.name == PART
    assert part.images == len(records)
    names = {figure.name for figure in part.figures}
    assert {"set_coverage", "heatmap_iou", "acquisition_sequence", "tumor_auc"} <= names
    assert read_numbers(out / NUMBERS_NAME) == numbers
    assert numbers.images == len(records)
    assert len(numbers.quantiles) == 4
    assert set(numbers.decisions) == {"MR"}
    assert numbers.iou_threshold is not None
    assert (out / "report.html").is_file()
    assert str(tmp_path) not in (out / "report.html").read_text(encoding="utf-8")


def _pooled(count: int = 240) -> tuple[Pooled, np.ndarray]:
    records = [record(i, (0, 1, 2, NO_TUMOR, None)[i % 5]) for i in range(count)]
    answers = _answers(records, 5)
    masks = np.zeros((count, 64, 64), np.uint8)
    masks[[one.mask_path is not None for one in records], 16:32, 16:32] = 255
    heat = np.full((count, 64, 64), 0.1, np.float16)
    heat[:, 16:32, 16:32] = 0.7
    pooled = Pooled(
        tuple(records), np.arange(count) % 3, answers.logits, answers.acquisition_logits, heat
    )
    return pooled, masks


def test_what_is_fitted_for_a_fold_comes_from_the_others_alone() -> None:
    pooled, masks = _pooled()
    before = cross_fitted(pooled, masks, _GOALS)
    logits = pooled.logits.copy()
    # Nonsense in fold 0 must change what is said of the other folds, and not how fold 0 is read.
    own = pooled.folds == 0
    logits[own] = -4 * logits[own]
    after = cross_fitted(replace(pooled, logits=logits), masks, _GOALS)
    others = [r.label is not None and not mine for r, mine in zip(pooled.records, own, strict=True)]
    rows = np.flatnonzero(others)
    labels = np.array([pooled.records[int(i)].label for i in rows])
    groups = [pooled.records[int(i)].group for i in rows]
    temperature = fit_temperature(pooled.logits[rows], labels, groups)
    expected = softmax_probabilities(logits[own], temperature)
    np.testing.assert_allclose(after.probabilities[own], expected)
    assert not np.allclose(after.probabilities[~own], before.probabilities[~own])


def test_thresholds_are_those_of_the_whole_for_the_manifest() -> None:
    pooled, masks = _pooled()
    numbers = fit_numbers(pooled, masks, _GOALS, "drawn folds")
    probabilities = softmax_probabilities(pooled.logits, numbers.temperature)
    tumor = np.array([bool(one.tumor) for one in pooled.records])
    expected = tumor_threshold(1 - probabilities[:, NO_TUMOR], tumor)
    assert numbers.decision.threshold == expected.value
    assert numbers.decision.sensitivity >= 0.95
    assert numbers.decision.tumors == 192
    assert numbers.iou_threshold is not None
    assert 0.1 <= numbers.iou_threshold <= 0.7


def test_each_modality_with_both_kinds_has_a_threshold_of_its_own() -> None:
    pooled, masks = _pooled()
    records = tuple(
        replace(one, modality="CT", sequence="") if i % 2 else one
        for i, one in enumerate(pooled.records)
    )
    numbers = fit_numbers(replace(pooled, records=records), masks, _GOALS, "drawn folds")
    assert set(numbers.decisions) == {"CT", "MR"}
    assert numbers.decisions["CT"].tumors + numbers.decisions["MR"].tumors == 192


def test_a_patient_in_two_folds_is_refused() -> None:
    records = [record(0, 0), record(1, 0, group="cheng/p0")]
    by_id = {one.image_id: one for one in records}
    answers = [_answers([one], 1) for one in records]
    with pytest.raises(SplitError, match=r"answered by two folds.*cheng/p0"):
        pool(answers, by_id)


def test_an_answered_image_that_is_not_in_the_data_is_refused() -> None:
    with pytest.raises(RunError, match=r"not in the data.*cheng/0"):
        pool([_answers([record(0, 0)], 1)], {})


def test_no_run_or_the_same_run_twice_is_refused(tmp_path: Path) -> None:
    (run, *_) = _runs(tmp_path, [record(i, i % 4) for i in range(6)])
    for runs in ([], [run, run]):
        with pytest.raises(RunError, match="of different folds"):
            read_runs(runs)


def test_a_modality_with_few_patients_has_its_threshold_for_a_specificity() -> None:
    pooled, masks = _pooled()
    shared = {f"cheng/p{i}" for i in range(4 * 12)}
    records = tuple(
        replace(one, group=f"cheng/p{i % 12 + 12 * (one.label or 0)}")
        for i, one in enumerate(pooled.records)
    )
    assert {one.group for one in records} == shared
    few = fit_numbers(replace(pooled, records=records), masks, _GOALS, "drawn folds")
    assert len({one.group for one in records if one.tumor}) < ENOUGH_PATIENTS
    assert few.decision.specificity >= 0.90
    assert few.fewest_patients == 12


def test_a_single_run_is_cut_into_halves_that_share_no_group() -> None:
    records = [record(i, i % 4, group=f"cheng/p{i // 3}") for i in range(24)]
    pooled = pool([_answers(records, 1)], {one.image_id: one for one in records})
    halves = [
        {g for g, f in zip(pooled.groups, pooled.folds, strict=True) if f == k} for k in (0, 1)
    ]
    assert not halves[0] & halves[1]
    assert {len(half) for half in halves} == {4}


def test_runs_that_hold_different_things_are_refused(tmp_path: Path) -> None:
    runs = _runs(tmp_path, [record(i, i % 4) for i in range(6)])
    answers = _answers([record(9, 0)], 1)
    write_answers(replace(answers, lesion_map=None), runs[1] / ANSWERS_NAME)
    with pytest.raises(RunError, match="some have none"):
        read_runs(runs)
    write_answers(replace(answers, logits=answers.logits[:, :2]), runs[1] / ANSWERS_NAME)
    with pytest.raises(RunError, match="not of the four classes"):
        read_runs(runs)


def test_runs_of_different_recipes_are_refused(tmp_path: Path) -> None:
    runs = _runs(tmp_path / "runs", [record(i, i % 4) for i in range(6)])
    other = tmp_path / "other"
    claim_run(other, RunFacts("another"))
    with pytest.raises(RunError, match="different recipes"):
        crossval(
            CrossvalOptions((runs[0], other), tmp_path, tmp_path / "out"), lambda _recipe: _INPUT
        )


def test_numbers_that_are_none_are_told(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="cannot be read"):
        read_numbers(tmp_path / NUMBERS_NAME)
    (tmp_path / NUMBERS_NAME).write_text("{}", encoding="utf-8")
    with pytest.raises(RunError, match="no numbers of trust"):
        read_numbers(tmp_path / NUMBERS_NAME)


def test_every_class_has_a_quantile() -> None:
    pooled, masks = _pooled()
    assert len(fit_numbers(pooled, masks, _GOALS, "x").quantiles) == len(CLASS_IDS)


@pytest.mark.tensorflow
@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_acquisition_head_of_the_network_has_the_same_order() -> None:
    network = importlib.import_module("training.networks.lesion_network")
    assert network.ACQUISITIONS == ACQUISITIONS
    trunk = importlib.import_module("training.networks.mobilenetv2")
    head = network.build_head(trunk.build_body(64), network.NetworkOptions(side=64))
    assert head.output["acquisition_logits"].shape[-1] == len(ACQUISITIONS)
