"""What the network is shown, and what it is told about it."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from training.errors import DataError

pytestmark = pytest.mark.tensorflow


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """(module, recipe, training records, their cache) of drawn data."""
    kit = importlib.import_module("tests.training.tiny_data")
    root = tmp_path_factory.mktemp("batches")
    recipe = kit.tiny_recipe()
    recipes = importlib.import_module("training.recipe")
    data = kit.write_data(root / "data")
    records = recipes.load_records(recipe, data, root / "split.json").training
    cache = importlib.import_module("training.data.cache").build_cache(
        records, recipe.input, root / "cache"
    )
    return importlib.import_module("training.batches"), recipe, records, cache


def _batches(parts: Any, **changes: Any) -> Any:
    module, recipe, records, cache = parts
    given = {
        "strata": recipe.strata,
        "grid": recipe.network.grid,
        "batch_size": recipe.batch_size,
        "seed": 3,
        "options": recipe.augment,
    }
    return module.TrainingBatches(records, cache, **(given | changes))


def test_a_batch_is_what_the_network_takes(parts: Any) -> None:
    batches = _batches(parts)
    assert len(batches) == 2
    images, targets = batches[0]
    assert images.shape == (16, 64, 64, 1)
    assert images.dtype == np.float32
    assert 0.0 <= images.min() <= images.max() <= 1.0
    assert targets["logits"].sum(axis=1).tolist() == [1.0] * 16
    assert targets["lesion"].shape == (16, 4, 4, 2)


def test_the_same_seed_and_epoch_give_the_same_batches(parts: Any) -> None:
    first, again, other = _batches(parts), _batches(parts), _batches(parts, seed=4)
    np.testing.assert_array_equal(first[1][0], again[1][0])
    assert not np.array_equal(first[1][0], other[1][0])
    first.on_epoch_end()
    assert not np.array_equal(first[1][0], again[1][0])


def test_a_resumed_run_sees_the_epoch_that_it_stopped_before(parts: Any) -> None:
    first = _batches(parts)
    first.on_epoch_end()
    np.testing.assert_array_equal(first[0][0], _batches(parts, first_epoch=1)[0][0])


def test_a_healed_head_is_no_tumour_without_a_lesion(parts: Any) -> None:
    module, _, _, _ = parts
    stratum = module.Stratum("cheng", "glioma", 16, module.Variant.HEALED)
    _, targets = _batches(parts, strata=(stratum,))[0]
    assert targets["logits"][:, 3].tolist() == [1.0] * 16
    assert targets["lesion"][..., 0].max() == 0.0
    assert targets["lesion"][..., 1].min() == 1.0


def test_a_doubled_head_keeps_its_label_and_has_a_lesion_in_both_halves(parts: Any) -> None:
    module, recipe, _, _ = parts
    still = replace(recipe.augment, rotation_degrees=0, shift=0, shear=0)
    stratum = module.Stratum("cheng", "meningioma", 16, module.Variant.DOUBLED)
    _, targets = _batches(parts, strata=(stratum,), options=still)[0]
    assert targets["logits"][:, 1].tolist() == [1.0] * 16
    share = targets["lesion"][..., 0]
    assert (share[:, :, :2].max(axis=(1, 2)) > 0.05).all()
    assert (share[:, :, 2:].max(axis=(1, 2)) > 0.05).all()


def test_a_stratum_without_a_picture_is_refused(parts: Any) -> None:
    module, _, _, _ = parts
    with pytest.raises(DataError, match=r"no training image.*lgg.*pituitary"):
        _batches(parts, strata=(module.Stratum("lgg", "pituitary", 4),))


def test_the_lesion_loss_ignores_cells_that_nothing_is_known_of() -> None:
    loss = importlib.import_module("training.fit").lesion_loss(4.0)
    target = np.zeros((1, 2, 2, 2), np.float32)
    target[0, 0, 0] = (1.0, 1.0)
    target[0, 1, 1] = (1.0, 0.0)
    right = np.zeros((1, 2, 2, 1), np.float32)
    right[0, 0, 0, 0] = 9.0
    elsewhere = right.copy()
    elsewhere[0, 1, 1, 0] = -50.0
    assert float(loss(target, right)) < 1e-3
    assert float(loss(target, elsewhere)) == pytest.approx(float(loss(target, right)))
    assert float(loss(target, -right)) > 5.0


@pytest.mark.slow
@pytest.mark.shared_data
def test_the_committed_split_fits_the_real_data(shared_data: Path) -> None:
    recipe = importlib.import_module("training.recipes.tumorview_mobilenetv2").RECIPE
    parts = importlib.import_module("training.recipe").load_records(recipe, shared_data)
    groups = [
        {record.group for record in part} for part in (parts.training, parts.validation, parts.test)
    ]
    assert sum(len(one) for one in groups) == len(set().union(*groups))
    total = sum(len(part) for part in (parts.training, parts.validation, parts.test))
    assert len(parts.training) / total == pytest.approx(0.65, abs=0.02)
    assert len(parts.test) / total == pytest.approx(0.20, abs=0.02)
