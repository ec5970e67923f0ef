"""Groups are dealt whole, and a split is what its file says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from training.data.records import CLASS_IDS, ImageRecord
from training.data.sources import HELD_OUT
from training.data.splits import (
    FOLD_COUNT,
    PARTS,
    Folds,
    Split,
    apply_folds,
    apply_split,
    make_folds,
    make_split,
    read_folds,
    read_split,
    write_folds,
    write_split,
)
from training.errors import SplitError


def _records() -> list[ImageRecord]:
    """Twelve groups a class, of unequal sizes."""
    return [
        ImageRecord(
            image_id=f"s/{label}-{group}-{number}",
            path=Path("none.jpg"),
            label=label,
            group=f"s/{label}-{group}",
            source="s",
        )
        for label in range(len(CLASS_IDS))
        for group in range(12)
        for number in range(1 + group % 5)
    ]


def _record(group: str, label: int, number: int) -> ImageRecord:
    return ImageRecord(f"{group}-{number}", Path("none.jpg"), label, group, "s")


def _split(records: list[ImageRecord], seed: int = 1) -> Split:
    return make_split(
        records, name="t", seed=seed, fractions=(0.6, 0.2, 0.2), held_out_sources=("far",)
    )


def test_no_group_is_in_two_parts_and_none_is_lost() -> None:
    records = _records()
    split = _split(records)
    dealt = [group for part in PARTS for group in split.groups[part]]
    assert len(dealt) == len(set(dealt))
    assert set(dealt) == {record.group for record in records}
    parts = apply_split(records, split)
    groups = [
        {record.group for record in part} for part in (parts.training, parts.validation, parts.test)
    ]
    assert not groups[0] & groups[1]
    assert not groups[0] & groups[2]
    assert not groups[1] & groups[2]


def test_each_part_has_about_its_share_of_each_class() -> None:
    records = _records()
    parts = apply_split(records, _split(records))
    for label in range(len(CLASS_IDS)):
        total = sum(record.label == label for record in records)
        share = sum(record.label == label for record in parts.training) / total
        assert share == pytest.approx(0.6, abs=0.1)


def test_the_same_seed_deals_the_same_and_another_seed_otherwise() -> None:
    records = _records()
    assert _split(records) == _split(records[::-1])
    assert _split(records).groups != _split(records, seed=2).groups


def test_a_split_survives_its_file(tmp_path: Path) -> None:
    split = _split(_records())
    write_split(split, tmp_path / "deep" / "split.json")
    assert read_split(tmp_path / "deep" / "split.json") == split
    assert [p.name for p in (tmp_path / "deep").iterdir()] == ["split.json"]


def test_a_group_in_two_parts_is_refused() -> None:
    split = _split(_records())
    twice = (*split.groups["test"], split.groups["training"][0])
    broken = msgspec.structs.replace(split, groups={**split.groups, "test": twice})
    with pytest.raises(SplitError, match="two parts"):
        apply_split(_records(), broken)


def test_data_that_the_split_does_not_know_are_refused() -> None:
    records = _records()
    stranger = ImageRecord("s/new", Path("none.jpg"), 0, "s/new-group", "s")
    with pytest.raises(SplitError, match="does not know"):
        apply_split([*records, stranger], _split(records))


def test_a_part_without_a_class_is_refused() -> None:
    records = [record for record in _records() if record.label != 2]
    with pytest.raises(SplitError, match=r"no image of a class.*pituitary"):
        apply_split(records, _split(records))


def test_a_file_that_is_no_split_is_refused_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "split.json"
    path.write_text('{"name": "half"', encoding="utf-8")
    with pytest.raises(SplitError, match=r"split\.json"):
        read_split(path)


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
    with pytest.raises(SplitError, match=r"folds\.json"):
        read_split(path)


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
