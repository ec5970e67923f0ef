"""Groups are dealt whole, and folds are what their file says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from training.data.records import ImageRecord
from training.data.sources import HELD_OUT
from training.data.splits import (
    FOLD_COUNT,
    Folds,
    apply_folds,
    make_folds,
    read_folds,
    write_folds,
)
from training.errors import SplitError


def _record(group: str, label: int, number: int) -> ImageRecord:
    return ImageRecord(f"{group}-{number}", Path("none.jpg"), label, group, "s")


def _folds(**changes: Any) -> Folds:
    given: dict[str, Any] = {
        "name": "five",
        "seed": 1,
        "held_out_sources": ("elsewhere",),
        "folds": (("s/a",), ("s/b",)),
    }
    return Folds(**(given | changes))


def test_every_group_is_in_one_fold_and_strata_are_dealt_evenly() -> None:
    records = [
        _record(f"s/{label}{number}", label, image)
        for label in range(4)
        for number in range(10)
        for image in range(1 + number % 3)
    ]
    folds = make_folds(records, name="five", seed=3, held_out_sources=())
    assert sorted(folds.fold_of()) == sorted({record.group for record in records})
    for label in range(4):
        sizes = [
            sum(r.label == label for r in apply_folds(records, folds, k).test) for k in range(5)
        ]
        assert max(sizes) - min(sizes) <= 2
    assert make_folds(records, name="five", seed=3, held_out_sources=()) == folds
    assert make_folds(records, name="five", seed=4, held_out_sources=()) != folds


def test_a_fold_is_tested_on_its_groups_and_learns_from_the_others_but_not_from_twins() -> None:
    records = [_record("s/a", 0, 1), _record("s/b", 0, 2), _record("s/b", 0, 3)]
    folds = _folds(twins_of_held_out=(records[2].image_id,))
    parts = apply_folds(records, folds, 1)
    assert parts.training == (records[0],)
    assert parts.test == (records[1],)


def test_folds_that_do_not_fit_the_data_are_refused(tmp_path: Path) -> None:
    records = [_record("s/c", 0, 1)]
    with pytest.raises(SplitError, match=r"does not know a group.*s/c"):
        apply_folds(records, _folds(), 0)
    with pytest.raises(SplitError, match=r"no fold of that number.*0 to 1"):
        apply_folds(records, _folds(), 2)
    with pytest.raises(SplitError, match=r"two folds.*s/a"):
        apply_folds(records, _folds(folds=(("s/a",), ("s/a",))), 0)
    path = tmp_path / "folds.json"
    write_folds(_folds(), path)
    assert read_folds(path) == _folds()
    path.write_text('{"name": "half"', encoding="utf-8")
    with pytest.raises(SplitError, match=r"folds\.json.*does not hold folds"):
        read_folds(path)
    with pytest.raises(SplitError, match=r"none\.json.*cannot be read"):
        read_folds(tmp_path / "none.json")


def test_the_committed_folds_hold_out_the_sources_that_judge_a_final_model(
    checkout: Path,
) -> None:
    paths = sorted((checkout / "training" / "splits").glob("*.json"))
    assert paths
    for path in paths:
        folds = read_folds(path)
        assert set(folds.held_out_sources) == set(HELD_OUT)
        sources = {group.split("/")[0] for group in folds.fold_of()}
        assert not sources & set(HELD_OUT)
        assert len(folds.folds) == FOLD_COUNT
