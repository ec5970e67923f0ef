"""A whole cross-validation on drawn images: train two folds, pool, package, evaluate."""

from __future__ import annotations

import importlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import cv2
import numpy as np
import pytest

from training.errors import DataError, RunError
from tumorview.inference.engines.select import open_engine
from tumorview.inference.probabilities import softmax_probabilities
from tumorview.inference.registry import load_bundle, verify_all

pytestmark = [
    pytest.mark.tensorflow,
    pytest.mark.slow,
    pytest.mark.timeout(600),
    # Keras 3.15 saves models through a numpy protocol that numpy 2 deprecates.
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]


class Made(NamedTuple):
    """What the fixtures made: drawn data, the runs of two folds, their report, a model folder."""

    data: Path
    split: Path
    runs: tuple[Path, Path]
    trust: Path
    model: Path


@pytest.fixture(scope="module")
def kit() -> Any:
    """The module `tests.training.tiny_data`; imported late because TensorFlow comes with it."""
    return importlib.import_module("tests.training.tiny_data")


@pytest.fixture(scope="module")
def made(kit: Any, tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("crossval")
    recipe, data, split = kit.tiny_recipe(), kit.write_data(root / "data"), root / "folds.json"
    for number in range(6):
        path = data / "non_brain" / ("photos" if number % 2 else "mednist") / f"{number}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        noise = np.random.default_rng(number).integers(0, 255, (64, 64))
        cv2.imwrite(str(path), noise.astype(np.uint8))
    runs = (root / "fold0", root / "fold1")
    for fold, run in enumerate(runs):
        kit.train(recipe, kit.RunOptions(data, run, weights=None, split=split, fold=fold))
    crossval = importlib.import_module("training.evaluation.crossval")
    crossval.crossval(
        crossval.CrossvalOptions(runs=runs, data=data, out=root / "report", draws=20),
        lambda _: recipe.input,
    )
    release = importlib.import_module("training.release")
    model = release.package_run(
        recipe, release.ReleaseOptions(runs[0], data, root / "models", root / "report")
    )
    return Made(data, split, runs, root / "report", model)


def test_a_packaged_run_loads_with_every_file_as_its_manifest_states(made: Made) -> None:
    bundle = load_bundle(search=[made.model])
    verify_all(bundle)
    manifest = bundle.manifest
    assert manifest.id == "tiny-recipe"
    assert {file.role for file in manifest.files} == {"keras", "onnx", "golden", "card", "gate"}
    assert [source.images for source in manifest.data_sources] == [36, 72, 12]
    assert manifest.decision is not None
    assert manifest.prediction_sets is None  # three patients a class are too few
    assert manifest.gate is not None
    assert manifest.acquisition is not None


def test_both_engines_give_the_golden_answers(made: Made) -> None:
    bundle = load_bundle(search=[made.model])
    golden = np.load(bundle.verified_path("golden"))
    for choice in ("onnx", "keras"):
        engine = open_engine(bundle, choice, threads=1)
        output = engine.infer(golden["inputs"])
        engine.close()
        probabilities = softmax_probabilities(
            output.logits, bundle.manifest.calibration_temperature
        )
        np.testing.assert_allclose(probabilities, golden["probabilities"], atol=1e-4)


def test_the_card_states_the_cross_validated_figures_of_the_manifest(made: Made) -> None:
    manifest = json.loads((made.model / "manifest.json").read_text(encoding="utf-8"))
    card = (made.model / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert manifest["metrics"]
    for metric in manifest["metrics"]:
        assert f"| {metric['name']} |" in card
        # The gate belongs to one fold's features, so it is measured on halves of that fold.
        gate = metric["name"].startswith("gate_")
        assert ("second halves" if gate else "out of fold") in metric["split"]
        assert not metric["leaked"]


def test_a_run_folder_tells_what_it_was_made_with(made: Made) -> None:
    environment = json.loads((made.runs[0] / "environment.json").read_text(encoding="utf-8"))
    assert environment["options"]["fold"] == "0"
    assert {one["source"] for one in environment["data"]} == {"cheng", "lgg", "nickparvar"}
    assert all(len(one["sha256"]) == 64 for one in environment["data"])
    assert "tensorflow" in environment["packages"]
    rows = [json.loads(line) for line in (made.runs[0] / "epochs.jsonl").read_bytes().splitlines()]
    assert [(row["stage"], row["epoch"]) for row in rows] == [(0, 1), (1, 1), (1, 2)]
    assert list((made.runs[0] / "tensorboard").rglob("events*"))


def test_a_finished_run_is_not_trained_over(kit: Any, made: Made) -> None:
    options = kit.RunOptions(made.data, made.runs[0], weights=None, split=made.split)
    with pytest.raises(DataError, match="already holds a run"):
        kit.train(kit.tiny_recipe(), options)
    with pytest.raises(RunError, match="another recipe"):
        kit.train(replace(kit.tiny_recipe(), id="another"), replace(options, resume=True))
    with pytest.raises(RunError, match="another recipe"):
        kit.train(kit.tiny_recipe(), replace(options, resume=True, fold=1))


def test_a_run_that_is_not_finished_is_not_packaged(kit: Any, made: Made, tmp_path: Path) -> None:
    release = importlib.import_module("training.release")
    run = tmp_path / "run"
    run.mkdir()
    (run / "run.json").write_bytes((made.runs[0] / "run.json").read_bytes())
    options = release.ReleaseOptions(run, made.data, tmp_path / "models", made.trust)
    with pytest.raises(RunError, match="no trained model"):
        release.package_run(kit.tiny_recipe(), options)
    assert not (tmp_path / "models").exists()
