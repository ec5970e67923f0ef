"""Answers in training are those of the shipped network, and the figures of the log are right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from training.answering import answer, check_figures, four_logits
from training.data.cache import ImageCache
from training.data.records import NO_TUMOR, ImageRecord
from training.evaluation.answers import FoldAnswers
from tumorview.domain.arrays import Float32Array


class Head:
    """Answers a batch by the numbers of its pictures."""

    def predict_on_batch(self, features: dict[str, Float32Array]) -> dict[str, Any]:
        number = features["number"]
        return {
            "tumor": number[:, None],
            "type": np.stack([number, 2 * number, 0 * number], axis=1),
            "lesion": np.broadcast_to(number[:, None, None, None], (len(number), 2, 2, 1)),
            "features": number[:, None],
            "acquisition_logits": np.repeat(number[:, None], 5, axis=1),
        }


class Batches:
    """Three pictures in batches of two."""

    def __len__(self) -> int:
        return 2

    def __getitem__(self, index: int) -> tuple[dict[str, Float32Array], dict[str, Float32Array]]:
        numbers = ([0.0, 1.0], [2.0])[index]
        return {"number": np.array(numbers, np.float32)}, {}


def _record(number: int, **facts: Any) -> ImageRecord:
    given: dict[str, Any] = {"label": 0, "group": f"g{number}", "source": "cheng"} | facts
    return ImageRecord(str(number), Path(f"{number}.png"), **given)


def test_answers_are_in_the_order_of_the_records_over_all_batches() -> None:
    answers = answer(Head(), Batches(), [_record(number) for number in range(3)])
    assert answers.image_ids == ("0", "1", "2")
    assert answers.acquisition_logits is not None
    assert answers.acquisition_logits.shape == (3, 5)
    assert answers.lesion_map is not None
    np.testing.assert_allclose(
        answers.lesion_map[:, 0, 0], 1 / (1 + np.exp([0.0, -1.0, -2.0])), atol=1e-3
    )


def test_the_four_logits_give_back_both_heads_probabilities() -> None:
    random = np.random.default_rng(2)
    tumor = random.normal(0, 4, (7, 1)).astype(np.float32)
    kind = random.normal(0, 4, (7, 3)).astype(np.float32)
    logits = four_logits(tumor, kind).astype(np.float64)
    found = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(1 - found[:, 3], 1 / (1 + np.exp(-tumor[:, 0])), atol=1e-6)
    typed = np.exp(kind) / np.exp(kind).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(found[:, :3] / (1 - found[:, 3:]), typed, atol=1e-5)


def test_large_logits_do_not_overflow() -> None:
    with np.errstate(over="raise"):
        logits = four_logits(np.full((1, 1), 90, np.float32), np.array([[900, 0, 0]], np.float32))
    assert np.isfinite(logits).all()


def _answers(logits: list[list[float]], maps: Any = None) -> FoldAnswers:
    count = len(logits)
    return FoldAnswers(
        image_ids=tuple(str(number) for number in range(count)),
        logits=np.array(logits, np.float32),
        acquisition_logits=np.zeros((count, 5), np.float32),
        lesion_map=np.zeros((count, 4, 4), np.float16) if maps is None else maps,
    )


def _cache(masks: Any) -> ImageCache:
    return ImageCache(np.zeros((len(masks), 8, 8), np.uint8), masks)


TYPES = {"glioma": [9.0, 0, 0, -9], "meningioma": [0, 9.0, 0, -9], "none": [0, 0, 0, 9.0]}


def test_figures_are_counted_where_their_question_can_be_asked() -> None:
    records = [
        _record(0),
        _record(1, label=1),
        _record(2, source="lgg", sequence="FLAIR"),
        _record(3, source="lgg", sequence="FLAIR", label=NO_TUMOR),
        _record(4, source="nickparvar", label=NO_TUMOR),
        _record(5, source="nickparvar", label=NO_TUMOR),
    ]
    answers = _answers([TYPES[k] for k in ("glioma", "glioma", "glioma", "none", "none", "glioma")])
    figures = check_figures(answers, records, _cache(np.zeros((6, 8, 8), np.uint8)))
    assert figures == {
        "type_accuracy": 0.5,
        "lgg_FLAIR_auc": 1.0,
        "nickparvar_specificity": 0.5,
    }


@pytest.mark.parametrize(("place", "hit", "overlap"), [(0, 1.0, 1.0), (2, 0.0, 0.0)])
def test_pointing_and_overlap_compare_the_map_with_the_mask(
    place: int, hit: float, overlap: float
) -> None:
    masks = np.zeros((1, 8, 8), np.uint8)
    masks[0, :4, :4] = 255
    maps = np.zeros((1, 4, 4), np.float16)
    maps[0, place : place + 2, place : place + 2] = 0.9
    record = _record(0, mask_path=Path("mask.png"), mask_known=True)
    figures = check_figures(_answers([TYPES["glioma"]], maps), [record], _cache(masks))
    assert (figures["pointing"], figures["iou"]) == (hit, overlap)
