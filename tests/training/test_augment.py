"""Random changes and made pairs keep image and mask together and the label true."""

from __future__ import annotations

import cv2
import numpy as np

from training.augment import AugmentOptions, augment
from training.counterfactual import lesion_half, mirror_onto
from tumorview.domain.arrays import UInt8Array

STILL = AugmentOptions(
    rotation_degrees=20,
    scale=0.1,
    shift=0.05,
    shear=0.05,
    gamma=0,
    bias_field=0,
    noise=0,
    blur_sigma=0.31,
    equalise_probability=0,
    jpeg_probability=0,
)


def _symmetric_head() -> UInt8Array:
    image = np.zeros((128, 128), np.uint8)
    cv2.ellipse(image, (64, 64), (50, 58), 0, 0, 360, 180, -1)
    cv2.ellipse(image, (64, 64), (44, 52), 0, 0, 360, 90, -1)
    random = np.random.default_rng(2)
    for _ in range(12):
        x, y = int(random.integers(4, 36)), int(random.integers(30, 100))
        size, grey = int(random.integers(3, 9)), int(random.integers(40, 160))
        cv2.circle(image, (64 + x, y), size, grey, -1)
        cv2.circle(image, (63 - x, y), size, grey, -1)
    return image


def _half_size(mask: UInt8Array) -> UInt8Array:
    return np.asarray(cv2.resize(mask, (64, 64), interpolation=cv2.INTER_AREA), np.uint8)


def _with_lesion(x: int) -> tuple[UInt8Array, UInt8Array]:
    image, mask = _symmetric_head(), np.zeros((128, 128), np.uint8)
    cv2.circle(mask, (x, 60), 9, 255, -1)
    image[mask > 0] = 250
    return image, _half_size(mask)


def test_the_mask_moves_with_the_image() -> None:
    image = np.zeros((128, 128), np.uint8)
    cv2.circle(image, (40, 70), 14, 255, -1)
    mask = _half_size(image)
    for seed in range(20):
        moved, moved_mask = augment(image, mask, np.random.default_rng(seed), STILL)
        small = cv2.resize(moved, (64, 64), interpolation=cv2.INTER_AREA)
        overlap = np.minimum(small, moved_mask).sum() / np.maximum(small, moved_mask).sum()
        assert overlap > 0.85


def test_the_same_seed_changes_alike_and_another_one_otherwise() -> None:
    image, mask = _with_lesion(40)
    first, _ = augment(image, mask, np.random.default_rng(1), AugmentOptions())
    again, _ = augment(image, mask, np.random.default_rng(1), AugmentOptions())
    other, _ = augment(image, mask, np.random.default_rng(2), AugmentOptions())
    np.testing.assert_array_equal(first, again)
    assert np.abs(first - other).mean() > 0.01


def test_every_variant_stays_in_the_range_of_the_model() -> None:
    image, mask = _with_lesion(40)
    for seed in range(20):
        moved, moved_mask = augment(image, mask, np.random.default_rng(seed), AugmentOptions())
        for array in (moved, moved_mask):
            assert array.dtype == np.float32
            assert 0.0 <= array.min() <= array.max() <= 1.0


def test_a_lesion_in_one_half_is_found_and_one_across_the_midline_is_not() -> None:
    assert lesion_half(*_with_lesion(38)) == "left"
    assert lesion_half(*_with_lesion(92)) == "right"
    assert lesion_half(*_with_lesion(64)) is None
    image, _ = _with_lesion(38)
    assert lesion_half(image, np.zeros((64, 64), np.uint8)) is None


def test_a_picture_without_left_right_symmetry_is_not_mirrored() -> None:
    image, mask = _with_lesion(38)
    sheared = cv2.warpAffine(image, np.array([[1.0, 0.5, -30.0], [0.0, 1.0, 0.0]]), (128, 128))
    cv2.rectangle(sheared, (70, 20), (110, 60), 255, 3)
    cv2.rectangle(sheared, (80, 70), (120, 110), 20, -1)
    assert lesion_half(np.asarray(sheared, np.uint8), mask) is None


def test_healing_removes_the_lesion_and_doubling_shows_it_twice() -> None:
    image, _ = _with_lesion(38)
    assert (image == 250).any()
    healed = mirror_onto(image, "left")
    assert not (healed == 250).any()
    doubled = mirror_onto(image, "right")
    assert (doubled[:, 64:] == 250).sum() == (doubled[:, :64] == 250).sum() > 0
