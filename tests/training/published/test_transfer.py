"""Trunks: where their weights come from, what is frozen, and the maps of a linear head."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.training.published.drawn import write_yes_no
from training.errors import DataError
from tumorview.inference.registry import load_bundle

pytestmark = [
    pytest.mark.tensorflow,
    pytest.mark.timeout(300),
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]


@pytest.fixture(scope="module")
def kit() -> Any:
    """The module `tiny`; imported late because TensorFlow comes with it."""
    return importlib.import_module("tests.training.published.tiny")


@pytest.fixture(scope="module")
def trunks() -> Any:
    return importlib.import_module("training.networks.trunks")


@pytest.fixture(scope="module")
def transfer() -> Any:
    return importlib.import_module("training.networks.transfer")


@pytest.fixture(scope="module")
def file(kit: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A drawn trunk of four layers."""
    written: Path = kit.network_file(tmp_path_factory.mktemp("weights"))
    return written


@pytest.fixture
def network(kit: Any, trunks: Any, transfer: Any, file: Path) -> Any:
    trunk = trunks.build_trunk("mobilenet_v2", 32, kit.Weights("file", file))
    head = transfer.linear_head(3, dropout=0.5)
    return transfer.transfer_network(
        trunk, "mobilenet_v2", scaling="unit", head=head, pretrained=True
    )


def test_a_trunk_from_a_file_takes_another_size_and_keeps_its_weights(
    kit: Any, trunks: Any, file: Path
) -> None:
    one, other = (
        trunks.build_trunk("mobilenet_v2", s, kit.Weights("file", file)) for s in (32, 64)
    )
    assert other.input_shape == (None, 64, 64, 3)
    for mine, its in zip(one.get_weights(), other.get_weights(), strict=True):
        np.testing.assert_array_equal(mine, its)


def test_the_class_maps_average_to_the_logits_that_were_trained(
    network: Any, transfer: Any
) -> None:
    batch = np.random.default_rng(1).random((2, 32, 32, 3), dtype=np.float32)
    network.get_layer("logits").bias.assign([1.0, -2.0, 0.5])
    shown = transfer.with_class_maps(network)(batch, training=False)
    logits, maps = np.asarray(shown["logits"]), np.asarray(shown["class_maps"])
    np.testing.assert_allclose(logits, network(batch, training=False), atol=1e-5)
    bias = np.array([1.0, -2.0, 0.5])
    np.testing.assert_allclose(maps.mean(axis=(1, 2)) + bias, logits, atol=1e-5)


@pytest.mark.parametrize(("share", "trained"), [(1.0, 2), (0.5, 6), (0.0, 8)])
def test_the_share_of_frozen_layers_counts_from_the_input(
    network: Any, transfer: Any, share: float, trained: int
) -> None:
    # Input, convolution, batch normalisation, convolution: half of them is the first convolution.
    transfer.freeze_share(network, share)
    assert len(network.trainable_variables) == trained


def test_a_head_of_several_dense_layers_has_no_class_maps(
    kit: Any, trunks: Any, transfer: Any, file: Path, network: Any
) -> None:
    trunk = trunks.build_trunk("mobilenet_v2", 32, kit.Weights("file", file))
    deep = transfer.transfer_network(
        trunk,
        "mobilenet_v2",
        scaling="unit",
        head=transfer.deep_head(2, units=8, dropout=0.3),
        pretrained=True,
    )
    assert transfer.is_linear(network)
    assert not transfer.is_linear(deep)


def test_a_download_that_fails_says_the_three_ways_out_and_no_address(
    kit: Any, trunks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    keras = importlib.import_module("keras")

    def unreachable(**_: object) -> None:
        raise Exception("URL fetch failure on ht" + "tps://example.org/x.h5")  # noqa: TRY002

    monkeypatch.setattr(keras.applications, "Xception", unreachable)
    with pytest.raises(DataError, match=r"Xception could not be fetched.*FILE.*none") as caught:
        trunks.build_trunk("xception", 96, kit.Weights("imagenet"))
    assert "example.org" not in caught.value.sentence()


def test_weights_that_are_missing_or_foreign_are_refused(
    kit: Any, trunks: Any, file: Path, tmp_path: Path
) -> None:
    with pytest.raises(DataError, match=r"gone\.json: the ImageNet weights are not there"):
        trunks.build_trunk("mobilenet_v2", 32, kit.Weights("file", tmp_path / "gone.json"))
    with pytest.raises(DataError, match=r"is read from a file.*--weights FILE"):
        trunks.build_trunk("mobilenet_v2", 32, kit.Weights("none"))
    foreign = tmp_path / "foreign.json"
    foreign.write_text("{}")
    with pytest.raises(DataError, match=r"foreign\.json: the weights are not those"):
        trunks.build_trunk("mobilenet_v2", 32, kit.Weights("file", foreign))


def test_a_run_on_another_trunk_is_labelled_so_everywhere_and_shows_its_heatmap(
    kit: Any, file: Path, tmp_path: Path
) -> None:
    recipe = kit.transfer()
    options = kit.options(
        write_yes_no(tmp_path / "data"),
        tmp_path / "run",
        trunk="mobilenet_v2",
        weights=kit.Weights("file", file),
    )
    result = kit.train_published(recipe, options)
    assert "trunk mobilenet_v2 in place of xception" in result.label
    assert "--trunk mobilenet_v2 --weights WEIGHTS/tiny_trunk.json" in result.run.command
    trained = recipe.learner.trained(options.out)
    folder = kit.write_model_folder(recipe, trained, result, tmp_path / "models")
    manifest = load_bundle(search=[folder]).manifest
    assert folder.name == "xception-mobilenet-v2-published"
    assert "mobilenet_v2" in manifest.title
    assert any("mobilenet_v2 in place of xception" in limit for limit in manifest.limits)
    assert manifest.heatmap is not None
    assert manifest.heatmap.output == "class_maps"


@pytest.mark.slow
def test_the_published_base_has_the_layers_that_the_recipe_freezes() -> None:
    keras = importlib.import_module("keras")
    recipe = importlib.import_module("training.recipes.inception_resnet_v2")
    base = keras.applications.InceptionResNetV2(
        include_top=False, weights=None, input_shape=(96, 96, 3)
    )
    assert len(base.layers) == recipe.PUBLISHED_DEPTH == recipe.FROZEN_LAYERS
