"""Held-out sources as parts of an evaluation."""

from __future__ import annotations

import importlib
from pathlib import Path

import cv2
import pytest

from tests.model_factory import TinyModel, make_model
from tests.training.evaluation.drawn import record
from training.data.records import NO_TUMOR
from training.data.sources import SOURCES
from training.evaluation.selection import Wanted, held_out_part, recipe_selection
from training.trust.groups import first_half
from tumorview.inference.manifest import Manifest
from tumorview.inference.registry import load_bundle


@pytest.fixture
def manifest(tmp_path: Path) -> Manifest:
    """Of a model that has learned from cheng."""
    source = {"name": SOURCES["cheng"].name, "licence": "x", "used_for": ["training"], "images": 1}
    folder = make_model(tmp_path, TinyModel(manifest_changes={"data_sources": [source]}))
    return load_bundle(search=[folder]).manifest


def test_pictures_that_chose_the_input_gate_do_not_judge_it(manifest: Manifest) -> None:
    strangers = [record(i, None, brain=False, group=f"g{i}") for i in range(10)]
    part = held_out_part("non_brain", strangers, manifest)
    chose = first_half([one.group for one in strangers])
    expected = tuple(one for one, used in zip(strangers, chose, strict=True) if not used)
    assert part.records == expected
    assert len(expected) == 5
    assert "did not choose the input gate" in part.note


def test_brains_of_a_held_out_source_all_count(manifest: Manifest) -> None:
    brains = [record(i, NO_TUMOR) for i in range(5)]
    part = held_out_part("navoneel", brains, manifest)
    assert part.records == tuple(brains)
    assert not part.leaked


def test_a_held_out_source_that_the_manifest_names_leaks_all_the_same(manifest: Manifest) -> None:
    assert held_out_part("cheng", [record(0, 0)], manifest).leaked


@pytest.mark.tensorflow
def test_held_out_sources_are_measured_only_where_they_are_asked_for(
    manifest: Manifest, tmp_path: Path
) -> None:
    kit = importlib.import_module("tests.training.tiny_data")
    data = kit.write_data(tmp_path)
    for folder in ("navoneel/no", "navoneel/yes", "non_brain/mednist", "non_brain/photos"):
        (data / folder).mkdir(parents=True)
        cv2.imwrite(str(data / folder / "a.jpg"), kit.head(7)[0])
    split = tmp_path / "folds.json"

    def names(*, held_out: bool) -> list[str]:
        wanted = Wanted(split=split, held_out=held_out)
        chosen = recipe_selection(kit.tiny_recipe(), data, manifest, wanted)
        return [part.name for part in chosen.parts]

    assert names(held_out=False) == ["test part of fold 0", "held out: non_brain"]
    assert set(names(held_out=True)) > {"held out: navoneel", "held out: non_brain"}
