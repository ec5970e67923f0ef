"""The sanity check of heatmaps."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.model_factory import TinyModel, make_model
from training.errors import RunError
from training.evaluation.intervals import FloatArray
from training.evaluation.sanity import (
    chosen_images,
    rank_correlation,
    sanity_check,
    spoil_in_turn,
    structural_similarity,
)
from tumorview.domain.prediction import HeatmapKind
from tumorview.inference.manifest import HeatmapSpec
from tumorview.inference.registry import load_bundle


class _Layer:
    """A layer that adds its weights to the picture, as Keras' layers hand weights in and out."""

    def __init__(self, name: str, weights: np.ndarray | None) -> None:
        self.name = name
        self._weights = [] if weights is None else [weights]

    def get_weights(self) -> list[np.ndarray]:
        return [one.copy() for one in self._weights]

    def set_weights(self, weights: list[np.ndarray]) -> None:
        self._weights = weights


class _Block:
    """Layers inside a layer."""

    def __init__(self, layers: list[_Layer]) -> None:
        self.layers = layers


class _Network:
    def __init__(self, count: int) -> None:
        random = np.random.default_rng(1)
        inner = [_Layer(f"inner{i}", random.normal(size=(16, 16))) for i in range(count)]
        self._weighty = [*inner, _Layer("last", random.normal(size=(16, 16)))]
        self.layers = [_Layer("input", None), _Block(inner), self._weighty[-1]]

    def maps(self) -> FloatArray:
        total = np.sum([layer.get_weights()[0] for layer in self._weighty], axis=0)
        return np.asarray(total[np.newaxis])


def test_a_map_that_comes_from_the_weights_loses_its_likeness() -> None:
    network = _Network(19)
    steps = spoil_in_turn(network, network.maps)
    assert [step.layers_spoilt for step in steps] == [1, 2, 5, 10, 15, 20]
    assert steps[0].layer == "last"
    assert steps[-1].layer == "inner0"
    assert steps[0].rank_correlation > 0.8
    assert steps[-1].rank_correlation < 0.3
    assert steps[-1].similarity < 0.5


def test_a_map_that_only_shows_the_picture_stays_alike() -> None:
    picture = np.random.default_rng(2).random((2, 16, 16))
    steps = spoil_in_turn(_Network(5), lambda: picture)
    assert all(step.rank_correlation == pytest.approx(1.0) for step in steps)
    assert all(step.similarity == pytest.approx(1.0) for step in steps)


def test_likeness_knows_rank_and_structure() -> None:
    one = np.random.default_rng(3).random((16, 16))
    assert rank_correlation(one, -(one**3)) == pytest.approx(1.0)
    assert rank_correlation(one, np.ones((16, 16))) == 0.0
    assert structural_similarity(one, 5 * one + 2) == pytest.approx(1.0)
    other = np.random.default_rng(4).random((16, 16))
    assert structural_similarity(one, other) < 0.5


def test_images_are_chosen_from_the_whole() -> None:
    assert chosen_images(100, 3) == [0, 49, 99]
    assert chosen_images(2, 24) == [0, 1]


@pytest.mark.tensorflow
@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_file_that_keras_cannot_load_is_told(tmp_path: Path) -> None:
    path = tmp_path / "model.keras"
    path.write_bytes(b"nothing")
    spec = HeatmapSpec(HeatmapKind.LESION_EVIDENCE, "lesion_map", 1.0)
    with pytest.raises(RunError, match="--no-sanity"):
        sanity_check(path, spec, np.zeros((1, 32, 32, 1), np.float32))


@pytest.mark.tensorflow
@pytest.mark.slow
@pytest.mark.timeout(300)
# Keras 3.15 saves models through a numpy protocol that numpy 2 deprecates.
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
@pytest.mark.parametrize("trust", [False, True])
def test_the_keras_file_of_a_model_folder_is_spoilt_in_memory_alone(
    tmp_path: Path, trust: bool
) -> None:
    bundle = load_bundle(search=[make_model(tmp_path, TinyModel(trust=trust), keras=True)])
    spec = bundle.manifest.heatmap
    assert spec is not None
    images = np.random.default_rng(6).random((3, 32, 32, 1), dtype=np.float32)
    path = bundle.verified_path("keras")
    before = path.read_bytes()
    steps = sanity_check(path, spec, images)
    assert steps
    assert steps[-1].rank_correlation < 0.9
    assert path.read_bytes() == before
