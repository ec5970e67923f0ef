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
    records = recipes.load_records(recipe, data, 0, root / "split.json").training
    cache = importlib.import_module("training.data.cache").build_cache(
        records, recipe.input, root / "cache"
    )
    return importlib.import_module("training.batches"), recipe, records, cache


def _plain(images: Any) -> dict[str, Any]:
    """In the stem's place: the images themselves."""
    return {"images": images}


def _batches(parts: Any, **changes: Any) -> Any:
    module, recipe, records, cache = parts
    given = {
        "stem": _plain,
        "strata": recipe.strata,
        "targets": module.TargetOptions(16, ("CT", "T1", "T1c", "T2", "FLAIR")),
        "batch_size": recipe.batch_size,
        "seed": 3,
        "options": recipe.augment,
    }
    return module.TrainingBatches(records, cache, **(given | changes))


def test_a_batch_is_what_the_network_takes(parts: Any) -> None:
    batches = _batches(parts)
    assert len(batches) == 2
    features, targets = batches[0]
    images = features["images"]
    assert images.shape == (16, 64, 64, 1)
    assert images.dtype == np.float32
    assert 0.0 <= images.min() <= images.max() <= 1.0
    assert {name: array.shape for name, array in targets.items()} == {
        "tumor": (16, 1),
        "type": (16, 3),
        "lesion": (16, 16, 16, 2),
        "acquisition_logits": (16, 5),
    }
    assert np.isclose(targets["tumor"], 0.975).sum() + np.isclose(targets["tumor"], 0.025).sum()
    typed = targets["type"].sum(axis=1)
    assert np.all(np.isclose(typed, 1) | (typed == 0))


def test_the_same_seed_and_epoch_give_the_same_batches(parts: Any) -> None:
    first, again, other = _batches(parts), _batches(parts), _batches(parts, seed=4)
    np.testing.assert_array_equal(first[1][0]["images"], again[1][0]["images"])
    assert not np.array_equal(first[1][0]["images"], other[1][0]["images"])
    first.start_epoch(1)
    assert not np.array_equal(first[1][0]["images"], again[1][0]["images"])


def test_workers_share_the_batch_of_one_process(parts: Any) -> None:
    module, _, _, _ = parts
    whole, targets = _batches(parts)[1]
    shares = [_batches(parts, share=module.Share(index, 4))[1] for index in range(4)]
    joined = np.concatenate([features["images"] for features, _ in shares])
    np.testing.assert_array_equal(joined, whole["images"])
    for name, values in targets.items():
        np.testing.assert_array_equal(np.concatenate([own[name] for _, own in shares]), values)


def test_an_epoch_has_the_same_batches_whatever_was_shown_before(parts: Any) -> None:
    first, later = _batches(parts), _batches(parts)
    first.start_epoch(1)
    first.start_epoch(2)
    later.start_epoch(2)
    np.testing.assert_array_equal(first[0][0]["images"], later[0][0]["images"])


def test_a_healed_head_is_no_tumour_without_a_lesion(parts: Any) -> None:
    module, _, _, _ = parts
    stratum = module.Stratum("cheng", "glioma", 16, module.Variant.HEALED)
    _, targets = _batches(parts, strata=(stratum,))[0]
    np.testing.assert_allclose(targets["tumor"], 0.025, atol=1e-6)
    assert not targets["type"].any()
    assert targets["lesion"][..., 0].max() == 0.0
    assert targets["lesion"][..., 1].min() == 1.0


def test_a_doubled_head_keeps_its_label_and_has_a_lesion_in_both_halves(parts: Any) -> None:
    module, recipe, _, _ = parts
    still = replace(recipe.augment, rotation_degrees=0, shift=0, shear=0, strip_probability=0)
    stratum = module.Stratum("cheng", "meningioma", 16, module.Variant.DOUBLED)
    _, targets = _batches(parts, strata=(stratum,), options=still)[0]
    assert targets["type"].argmax(axis=1).tolist() == [1] * 16
    share = targets["lesion"][..., 0]
    assert (share[:, :, :8].max(axis=(1, 2)) > 0.05).all()
    assert (share[:, :, 8:].max(axis=(1, 2)) > 0.05).all()


def test_a_pasted_lesion_is_a_tumour_of_unknown_type_with_a_mask(parts: Any) -> None:
    module, _, _, _ = parts
    stratum = module.Stratum("nickparvar", "no_tumor", 16, module.Variant.PASTED, donors="cheng")
    _, targets = _batches(parts, strata=(stratum,))[0]
    suspected = targets["tumor"][:, 0] > 0.5
    assert suspected.sum() >= 8
    assert not targets["type"].any()
    shown = targets["lesion"][..., 0].max(axis=(1, 2)) > 0.05
    assert (shown <= suspected).all()
    assert shown.sum() >= 6


def test_a_decoy_stays_without_a_tumour(parts: Any) -> None:
    module, _, _, _ = parts
    plain = module.Stratum("nickparvar", "no_tumor", 16)
    decoy = module.Stratum("nickparvar", "no_tumor", 16, module.Variant.DECOY, donors="cheng")
    changed, targets = _batches(parts, strata=(decoy,))[0]
    unchanged, _ = _batches(parts, strata=(plain,))[0]
    assert not np.array_equal(changed["images"], unchanged["images"])
    np.testing.assert_allclose(targets["tumor"], 0.025, atol=1e-6)
    assert targets["lesion"][..., 0].max() == 0.0


def test_lesions_come_only_from_a_source_with_masks(parts: Any) -> None:
    module, _, _, _ = parts
    stratum = module.Stratum("cheng", "glioma", 4, module.Variant.PASTED, donors="nickparvar")
    with pytest.raises(DataError, match=r"no picture with a mask.*nickparvar"):
        _batches(parts, strata=(stratum,))


def test_a_stratum_without_a_picture_is_refused(parts: Any) -> None:
    module, _, _, _ = parts
    with pytest.raises(DataError, match=r"no training image.*lgg.*pituitary"):
        _batches(parts, strata=(module.Stratum("lgg", "pituitary", 4),))


def test_pictures_of_unknown_type_do_not_change_the_type_loss() -> None:
    loss = importlib.import_module("training.losses").known_cross_entropy
    target = np.array([[0, 1, 0], [0, 0, 0]], np.float32)

    def of(second: list[float], strength: float = 2.0) -> float:
        return float(loss(target, np.array([[0, strength, 0], second], np.float32)))

    assert of([9, -9, 4]) == pytest.approx(of([0, 0, 0]))
    assert of([0, 0, 0], 4.0) < of([0, 0, 0])


def test_the_lesion_loss_ignores_cells_that_nothing_is_known_of() -> None:
    loss = importlib.import_module("training.losses").lesion_loss(4.0)
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
def test_the_committed_folds_fit_the_real_data(shared_data: Path) -> None:
    recipe = importlib.import_module("training.recipes.tumorview_mobilenetv2").RECIPE
    load = importlib.import_module("training.recipe").load_records
    folds = [load(recipe, shared_data, fold) for fold in range(5)]
    tested = [{record.image_id for record in fold.test} for fold in folds]
    everything = {record.image_id for fold in folds for record in fold.training}
    assert sum(map(len, tested)) == len(everything) == len(set().union(*tested))
    for fold in folds:
        assert not {r.group for r in fold.training} & {r.group for r in fold.test}
        assert len(fold.test) / len(everything) == pytest.approx(0.20, abs=0.02)
        for label in range(4):
            assert sum(record.label == label for record in fold.test) >= 100
