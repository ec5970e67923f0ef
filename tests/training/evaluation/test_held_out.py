"""Held-out sources as parts of an evaluation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.model_factory import TinyModel, make_model
from tests.training.evaluation.drawn import record
from training.data.records import NO_TUMOR
from training.data.sources import SOURCES
from training.evaluation.selection import held_out_part
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
