"""Batches that only the seed decides, and the curve behind the ROC picture."""

from __future__ import annotations

import errno
import importlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from training.errors import RunError
from training.published.files import replaced, write_bytes
from training.published.plots import plot_diagram, roc_points
from training.published.recipe import ImageSet
from training.published.state import Epoch, RunState


def _images() -> ImageSet:
    pixels = np.random.default_rng(1).integers(0, 255, (10, 16, 16), dtype=np.uint8)
    return ImageSet(pixels, np.arange(10) % 2, tuple("abcdefghij"))


@pytest.fixture(scope="module")
def flow() -> Any:
    """Imported late because Keras comes with it."""
    return importlib.import_module("training.published.flow")


def _flow(module: Any, activation: str = "sigmoid") -> Any:
    return module.DirectoryFlow(
        _images(),
        activation=activation,
        classes=2,
        batch_size=4,
        seed=3,
        augmentation=module.Augmentation(15.0, 0.1, horizontal_flip=True),
    )


@pytest.mark.tensorflow
def test_an_epoch_shows_every_image_once_and_a_resumed_flow_goes_on_alike(flow: Any) -> None:
    begun, resumed = _flow(flow), _flow(flow)
    first = np.concatenate([begun[index][0] for index in range(len(begun))])
    begun.begin(1)
    resumed.begin(1)
    second = np.concatenate([begun[index][0] for index in range(len(begun))])
    again = np.concatenate([resumed[index][0] for index in range(len(resumed))])
    assert [len(begun[index][1]) for index in range(3)] == [4, 4, 2]
    np.testing.assert_array_equal(second, again)
    assert not np.array_equal(first, second)
    assert sorted(flow.epoch_order(10, seed=3, epoch=0)) == list(range(10))


@pytest.mark.tensorflow
def test_grey_is_in_all_three_channels_and_targets_fit_the_activation(flow: Any) -> None:
    batch, one_column = _flow(flow)[0]
    assert batch.shape == (4, 16, 16, 3)
    assert batch.dtype == np.float32
    assert batch.max() <= 1.0
    np.testing.assert_array_equal(batch[..., 0], batch[..., 2])
    assert one_column.shape == (4, 1)
    _, one_hot = _flow(flow, activation="softmax")[0]
    np.testing.assert_array_equal(one_hot.argmax(axis=1), one_column[:, 0])


@pytest.mark.tensorflow
def test_without_augmentation_the_image_is_as_it_was_read(flow: Any) -> None:
    pixels = _images().pixels[0]
    random = np.random.default_rng(1)
    np.testing.assert_array_equal(flow.augmented(pixels, flow.Augmentation(), random), pixels)
    shifted = flow.augmented(pixels, flow.Augmentation(shift=0.3), random)
    assert not np.array_equal(shifted, pixels)


def test_a_roc_curve_counts_equal_scores_together() -> None:
    scores = np.array([0.9, 0.8, 0.8, 0.1])
    false_share, true_share = roc_points(scores, np.array([True, False, True, False]))
    np.testing.assert_allclose(false_share, [0.0, 0.0, 0.5, 1.0])
    np.testing.assert_allclose(true_share, [0.0, 0.5, 1.0, 1.0])


def test_a_diagram_is_drawn_and_replaces_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "network.png"
    path.write_bytes(b"old")
    plot_diagram((("input (InputLayer)", "32 x 32 x 3"), ("logits (Dense)", "1")), "Tiny", path)
    assert path.read_bytes()[:4] == b"\x89PNG"
    assert [entry.name for entry in tmp_path.iterdir()] == ["network.png"]


def test_a_full_disk_keeps_what_was_there_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    write_bytes(path, b"whole")

    def fill() -> None:
        with replaced(path) as partial:
            partial.write_bytes(b"ha")
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(RunError, match=r"state\.json: .*No space left on device.*Make room"):
        fill()
    assert path.read_bytes() == b"whole"
    assert [entry.name for entry in tmp_path.iterdir()] == ["state.json"]


def test_the_best_epoch_has_the_highest_accuracy_and_then_the_lowest_loss() -> None:
    figures = ((0.8, 0.5), (0.9, 0.7), (0.9, 0.6), (0.9, 0.6))
    state = RunState()
    for number, (accuracy, loss) in enumerate(figures, start=1):
        state = state.with_epoch(Epoch("all", number, 1.0, 0.5, loss, accuracy))
    assert state.best is not None
    assert (state.best.epoch, state.done) == (3, 4)
