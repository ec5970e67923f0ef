"""A whole run on drawn images: train, resume, package, evaluate."""

from __future__ import annotations

import importlib
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from training.errors import DataError, RunError
from tumorview.inference.engines.select import open_engine
from tumorview.inference.probabilities import softmax_probabilities
from tumorview.inference.registry import load_bundle, verify_all

pytestmark = [
    pytest.mark.tensorflow,
    pytest.mark.slow,
    pytest.mark.timeout(300),
    # Keras 3.15 saves models through a numpy protocol that numpy 2 deprecates.
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]


@pytest.fixture(scope="module")
def kit() -> Any:
    """The module `tests.training.tiny_data`; imported late because TensorFlow comes with it."""
    return importlib.import_module("tests.training.tiny_data")


@pytest.fixture(scope="module")
def data(kit: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Drawn data sets."""

    written: Path = kit.write_data(tmp_path_factory.mktemp("data"))
    return written


@pytest.fixture(scope="module")
def packaged(kit: Any, tmp_path_factory: pytest.TempPathFactory, data: Path) -> tuple[Path, Path]:
    """(run folder, model folder) of a finished run."""

    root = tmp_path_factory.mktemp("run")
    run, split = root / "run", root / "tiny_split.json"
    kit.train(kit.tiny_recipe(), kit.RunOptions(data, run, weights=None, split=split))
    return run, kit.package_run(kit.tiny_recipe(), run, data, root / "models")


def test_a_packaged_run_loads_with_every_file_as_its_manifest_states(
    packaged: tuple[Path, Path],
) -> None:

    bundle = load_bundle(search=[packaged[1]])
    verify_all(bundle)
    assert bundle.manifest.id == "tiny-recipe"
    assert {file.role for file in bundle.manifest.files} == {"keras", "onnx", "golden", "card"}
    assert [source.images for source in bundle.manifest.data_sources] == [36, 72, 12]


def test_both_engines_give_the_golden_answers(packaged: tuple[Path, Path]) -> None:

    bundle = load_bundle(search=[packaged[1]])
    golden = np.load(bundle.verified_path("golden"))
    for choice in ("onnx", "keras"):
        engine = open_engine(bundle, choice, threads=1)
        output = engine.infer(golden["inputs"])
        engine.close()
        probabilities = softmax_probabilities(
            output.logits, bundle.manifest.calibration_temperature
        )
        np.testing.assert_allclose(probabilities, golden["probabilities"], atol=1e-4)
        assert output.class_maps is not None
        np.testing.assert_allclose(output.class_maps, golden["class_maps"], atol=1e-3)


def test_the_mean_of_the_class_maps_and_the_bias_are_the_logits(
    packaged: tuple[Path, Path],
) -> None:
    golden = np.load(packaged[1] / "golden.npz")
    bias = golden["logits"] - golden["class_maps"].mean(axis=(1, 2))
    np.testing.assert_allclose(bias, np.broadcast_to(bias[0], bias.shape), atol=1e-4)


def test_the_card_states_the_figures_of_the_manifest(packaged: tuple[Path, Path]) -> None:
    manifest = json.loads((packaged[1] / "manifest.json").read_text(encoding="utf-8"))
    card = (packaged[1] / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert manifest["metrics"]
    for metric in manifest["metrics"]:
        assert f"| {metric['name']} |" in card
        assert f" {metric['value']:.3f} " in card


def test_the_evaluation_of_the_folder_repeats_the_figures_of_its_manifest(
    kit: Any, packaged: tuple[Path, Path], data: Path, tmp_path: Path
) -> None:

    run, folder = packaged
    split = run.parent / "tiny_split.json"
    raw = kit.evaluate_model(
        kit.tiny_recipe(), folder, data, "test", tmp_path / "out.json", split=split
    )
    evaluation = json.loads(raw)
    assert json.loads((tmp_path / "out.json").read_bytes()) == evaluation
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    stated = {m["value"] for m in manifest["metrics"] if m["name"] == "accuracy"}
    measured = {f["value"] for f in evaluation["figures"] if f["name"] == "accuracy"}
    assert any(abs(next(iter(measured)) - value) < 1e-3 for value in stated)
    assert sum(map(sum, evaluation["confusion_matrix"])) == evaluation["images"]


def test_a_run_goes_on_where_it_stopped(
    kit: Any, packaged: tuple[Path, Path], data: Path, tmp_path: Path
) -> None:

    run = tmp_path / "run"
    shutil.copytree(packaged[0], run)
    split = packaged[0].parent / "tiny_split.json"
    with pytest.raises(DataError, match="already holds a run"):
        kit.train(kit.tiny_recipe(), kit.RunOptions(data, run, weights=None, split=split))
    before = (run / "epochs.jsonl").read_bytes().splitlines()
    kit.train(
        kit.tiny_recipe(), kit.RunOptions(data, run, None, resume=True, epochs=2, split=split)
    )
    after = (run / "epochs.jsonl").read_bytes().splitlines()
    assert after[: len(before)] == before
    assert [json.loads(line)["epoch"] for line in after[len(before) :]] == [2]
    assert json.loads((run / "state.json").read_bytes())["epochs_done"] == 2


def test_a_run_folder_of_another_recipe_is_refused(
    kit: Any, packaged: tuple[Path, Path], data: Path
) -> None:

    other = replace(kit.tiny_recipe(), id="another_recipe")
    run, _ = packaged
    split = run.parent / "tiny_split.json"
    with pytest.raises(RunError, match="another recipe"):
        kit.train(other, kit.RunOptions(data, run, None, resume=True, split=split))
