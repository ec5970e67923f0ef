"""The answers of a fold on disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from training.errors import RunError
from training.evaluation.answers import FoldAnswers, read_answers, write_answers


def _answers(count: int = 3) -> FoldAnswers:
    random = np.random.default_rng(1)
    return FoldAnswers(
        image_ids=tuple(f"cheng/{i}" for i in range(count)),
        logits=random.normal(size=(count, 4)).astype(np.float32),
        acquisition_logits=random.normal(size=(count, 5)).astype(np.float32),
        lesion_map=random.uniform(0.02, 1, (count, 8, 8)).astype(np.float16),
    )


def test_answers_read_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "run" / "answers.npz"
    write_answers(_answers(), path)
    found = read_answers(path)
    assert found.image_ids == _answers().image_ids
    for name in ("logits", "acquisition_logits", "lesion_map"):
        expected = getattr(_answers(), name)
        np.testing.assert_array_equal(getattr(found, name), expected)
        assert getattr(found, name).dtype == expected.dtype
    assert [entry.name for entry in path.parent.iterdir()] == ["answers.npz"]


def test_what_a_lesion_map_hardly_says_is_written_as_nothing(tmp_path: Path) -> None:
    maps = np.full((3, 8, 8), 0.004, np.float16)
    maps[:, 2, 2] = 0.02
    write_answers(replace(_answers(), lesion_map=maps), tmp_path / "answers.npz")
    found = read_answers(tmp_path / "answers.npz").lesion_map
    assert found is not None
    assert np.count_nonzero(found) == 3
    np.testing.assert_array_equal(found[:, 2, 2], maps[:, 2, 2])


def test_a_network_without_a_lesion_map_has_answers_too(tmp_path: Path) -> None:
    write_answers(replace(_answers(), lesion_map=None), tmp_path / "answers.npz")
    assert read_answers(tmp_path / "answers.npz").lesion_map is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"image_ids": ("a", "b")}, "One row"),
        ({"image_ids": ("a", "b", "a")}, "answered once"),
        ({"acquisition_logits": np.zeros((2, 5), np.float32)}, "One row"),
        ({"logits": np.full((3, 4), np.nan, np.float32)}, "finite"),
        ({"lesion_map": np.full((3, 8, 8), np.inf, np.float16)}, "finite"),
        ({"lesion_map": np.zeros((3, 8, 8, 1), np.float16)}, "One row"),
    ],
)
def test_answers_that_contradict_themselves_are_refused(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        replace(_answers(), **change)


def test_a_missing_file_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"answers\.npz: the answers cannot be read"):
        read_answers(tmp_path / "answers.npz")


def test_a_broken_or_foreign_file_is_told_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "answers.npz"
    write_answers(_answers(), path)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(RunError, match="the answers cannot be used"):
        read_answers(path)
    np.savez(path, image_id=np.array(["a"]))
    with pytest.raises(RunError, match=r"lack an array.*logits"):
        read_answers(path)
    path.write_bytes(b"")
    with pytest.raises(RunError, match="the answers cannot be"):
        read_answers(path)


def test_a_file_with_python_objects_inside_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "answers.npz"
    np.savez(path, image_id=np.array([{"a": 1}], dtype=object))
    with pytest.raises(RunError, match="the answers cannot be used"):
        read_answers(path)


def test_a_full_disk_leaves_the_earlier_answers_and_no_half_written_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "answers.npz"
    write_answers(_answers(), path)

    def no_space(*_arguments: object, **_arrays: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(np, "savez_compressed", no_space)
    with pytest.raises(RunError, match="No space left on device"):
        write_answers(_answers(2), path)
    assert len(read_answers(path).image_ids) == 3
    assert [entry.name for entry in tmp_path.iterdir()] == ["answers.npz"]
