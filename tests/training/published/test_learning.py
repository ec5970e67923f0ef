"""Whole runs of drawn systems: trained, resumed, measured, packaged and opened."""

from __future__ import annotations

import errno
import importlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.training.published.drawn import write_yes_no
from tests.unit.inference.make_frame import make_frame
from training.errors import DataError, RunError, TrainingError
from tumorview.inference.engines.select import open_engine
from tumorview.inference.predictor import Predictor
from tumorview.inference.registry import load_bundle, verify_all

pytestmark = [
    pytest.mark.tensorflow,
    pytest.mark.timeout(300),
    # Keras 3.15 saves models through a numpy protocol that numpy 2 deprecates.
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]


@pytest.fixture(scope="module")
def kit() -> Any:
    """The module `tiny`; imported late because TensorFlow comes with it."""
    return importlib.import_module("tests.training.published.tiny")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_yes_no(tmp_path_factory.mktemp("navoneel"))


@pytest.fixture(scope="module")
def run(kit: Any, data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An unbroken run of three epochs."""
    out: Path = tmp_path_factory.mktemp("runs") / "small"
    kit.train_published(kit.small(), kit.options(data, out))
    return out


@pytest.fixture(scope="module")
def folder(kit: Any, run: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its model folder."""
    recipe, result = kit.small(), kit.read_result(run)
    out = tmp_path_factory.mktemp("models")
    written: Path = kit.write_model_folder(recipe, recipe.learner.trained(run), result, out)
    return written


def _predict(folder: Path, engine: str) -> Any:
    bundle = load_bundle(search=[folder])
    verify_all(bundle)
    predictor = Predictor(bundle, open_engine(bundle, engine))
    values = np.zeros((72, 64), np.float32)
    values[10:60, 8:50] = 90.0
    values[20:30, 20:30] = 200.0
    try:
        return predictor.predict(make_frame(values))
    finally:
        predictor.close()


def test_a_run_leaves_its_log_metrics_and_pictures_and_nothing_partial(run: Path) -> None:
    names = {path.name for path in run.iterdir()}
    assert {"metrics.json", "split.json", "published.json", "best.keras"} <= names
    assert {"curves.png", "confusion_matrix.png", "roc.png", "network.png"} <= names
    assert not [name for name in names if name.startswith("partial")]
    lines = [json.loads(line) for line in (run / "epochs.jsonl").read_text().splitlines()]
    assert [(line["stage"], line["epoch"]) for line in lines] == [
        ("first", 1),
        ("second", 2),
        ("second", 3),
    ]
    assert all((run / name).read_bytes()[:4] == b"\x89PNG" for name in names if "png" in name)


def test_the_metrics_are_those_of_the_answers(kit: Any, run: Path) -> None:
    result = kit.read_result(run)
    for part in (result.validation, result.test):
        matrix = np.array(part.confusion_matrix)
        assert matrix.sum() == part.leak.images
        assert part.value("accuracy") == pytest.approx(np.trace(matrix) / matrix.sum(), abs=1e-4)
        hits, wrong = matrix[1, 1], matrix[0, 1] + matrix[1, 0]
        assert part.value("f1", "tumor") == pytest.approx(2 * hits / (2 * hits + wrong), abs=1e-4)
    log = json.loads((run / "epochs.jsonl").read_text().splitlines()[result.best_epoch - 1])
    assert result.validation.value("accuracy") == pytest.approx(
        log["validation_accuracy"], abs=1e-4
    )
    assert result.validation.value("cross_entropy") == pytest.approx(
        log["validation_loss"], abs=1e-3
    )
    assert "published protocol" in result.label


def test_a_packaged_model_opens_in_the_application_and_both_engines_agree(folder: Path) -> None:
    assert folder.name == "small-cnn-published"
    onnx, keras = _predict(folder, "onnx"), _predict(folder, "keras")
    assert [label.id for label in onnx.probabilities.labels] == ["no_tumor", "tumor"]
    assert sum(onnx.probabilities.values) == pytest.approx(1.0)
    np.testing.assert_allclose(onnx.probabilities.values, keras.probabilities.values, atol=1e-4)
    assert onnx.heatmaps == ()  # a flattened map's weights differ from place to place


def test_the_model_card_and_the_manifest_say_what_the_model_is(kit: Any, folder: Path) -> None:
    card = (folder / "MODEL_CARD.md").read_text(encoding="utf-8")
    manifest = load_bundle(search=[folder]).manifest
    assert "re-creation" in card
    assert "0.8889" in card
    accuracy = next(m for m in manifest.metrics if m.name == "accuracy" and "test" in m.split)
    assert f"{accuracy.value:.3f}" in card
    assert manifest.crop.kind == "brain_contour"
    assert (manifest.input.channels, manifest.activation) == (3, "sigmoid")


def test_packaging_on_a_full_disk_leaves_nothing_behind(
    kit: Any, run: Path, tmp_path: Path
) -> None:
    class Full:
        def write(self, folder: Path) -> None:
            (folder / "model.keras").write_bytes(b"half")
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(RunError, match=r"small-cnn-published: .*No space left.*Make room"):
        kit.write_model_folder(kit.small(), Full(), kit.read_result(run), tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_a_resumed_run_ends_where_an_unbroken_one_does(
    kit: Any, data: Path, run: Path, tmp_path: Path
) -> None:
    keras = importlib.import_module("keras")

    class Killed(keras.callbacks.Callback):  # type: ignore[misc, name-defined]  # untyped
        def on_epoch_end(self, epoch: int, logs: object = None) -> None:
            if epoch == 1:
                raise KeyboardInterrupt

    def killing() -> Sequence[Any]:
        return (Killed(),)

    out = tmp_path / "run"
    with pytest.raises(KeyboardInterrupt):
        kit.train_published(kit.small(killing), kit.options(data, out))
    assert not (out / "metrics.json").exists()
    stopped = kit.train_published(kit.small(), kit.options(data, out, measure_only=True))
    assert "stopped after 2 of 3 epochs" in stopped.label
    kit.train_published(kit.small(), kit.options(data, out, resume=True))
    for mine, other in zip(
        kit.last_epoch(out).get_weights(), kit.last_epoch(run).get_weights(), strict=True
    ):
        np.testing.assert_allclose(mine, other, rtol=1e-4, atol=1e-5)


def test_a_finished_run_is_not_begun_again_and_not_resumed_as_another(
    kit: Any, data: Path, run: Path
) -> None:
    with pytest.raises(DataError, match=r"already holds a run.*--resume"):
        kit.train_published(kit.small(), kit.options(data, run))
    with pytest.raises(RunError, match=r"begun with something else.*'epochs'"):
        kit.train_published(kit.small(), kit.options(data, run, resume=True, epochs=9))


def test_training_stops_when_the_loss_is_not_a_number(kit: Any, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    with pytest.raises(TrainingError, match=r"loss is not a number.*--resume"):
        kit.train_published(kit.small(rate=1e30), kit.options(data, out))
    assert not (out / "state.json").exists()
    assert not (out / "metrics.json").exists()


def test_bad_data_leave_no_run_folder(kit: Any, tmp_path: Path) -> None:
    root = write_yes_no(tmp_path / "data", count=2)
    (root / "yes" / "broken.png").write_bytes(b"no picture")
    with pytest.raises(DataError, match=r"broken\.png"):
        kit.train_published(kit.small(), kit.options(root, tmp_path / "run"))
    assert not (tmp_path / "run").exists()


def test_a_split_file_is_made_once_and_then_followed(kit: Any, data: Path, tmp_path: Path) -> None:
    split = tmp_path / "split.json"
    first = kit.options(data, tmp_path / "a", split=split, epochs=1, protocol="grouped")
    kit.train_published(kit.small(), first)
    assert split.read_bytes() == (tmp_path / "a" / "split.json").read_bytes()
    assert not kit.read_result(tmp_path / "a").test.leak.leaked
    with pytest.raises(DataError, match="made for the other protocol"):
        kit.train_published(kit.small(), kit.options(data, tmp_path / "b", split=split))
