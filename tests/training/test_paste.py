"""Pasted lesions, decoys and heads without their skull."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from training.paste import Donor, paste, strip_skull

SIDE = 128
CELLS = 32


def _head(grey: int = 90) -> np.ndarray:
    image = np.zeros((SIDE, SIDE), np.uint8)
    cv2.ellipse(image, (64, 64), (50, 58), 0, 0, 360, 220, -1)
    cv2.ellipse(image, (64, 64), (44, 52), 0, 0, 360, grey, -1)
    return image


def _donor(grey: int = 230) -> Donor:
    image, mask = _head(), np.zeros((SIDE, SIDE), np.uint8)
    cv2.circle(mask, (44, 60), 12, 255, -1)
    image[mask > 0] = grey
    small = cv2.resize(mask, (CELLS, CELLS), interpolation=cv2.INTER_AREA)
    return Donor(image, np.asarray(small, np.uint8))


def test_a_pasted_lesion_is_seen_where_its_mask_says_and_nowhere_else() -> None:
    target = _head(60)
    pasted = paste(target, _donor(), np.random.default_rng(1), contrast=True)
    assert pasted is not None
    image, mask = pasted
    assert image.dtype == mask.dtype == np.dtype(np.uint8)
    full = cv2.resize(mask, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
    changed = np.abs(image.astype(int) - target)
    assert changed[full > 200].mean() > 17
    assert changed[cv2.dilate(full, np.ones((13, 13))) == 0].max() == 0


@pytest.mark.parametrize("seed", range(6))
def test_a_lesion_is_pasted_into_the_head_and_not_into_the_air(seed: int) -> None:
    target = _head()
    pasted = paste(target, _donor(), np.random.default_rng(seed), contrast=True)
    assert pasted is not None
    assert np.array_equal(pasted[0][target == 0], target[target == 0])


def test_a_decoy_takes_on_the_grey_values_of_its_place() -> None:
    target = _head(60)
    pasted = paste(target, _donor(), np.random.default_rng(1), contrast=False)
    assert pasted is not None
    inside = cv2.resize(pasted[1], (SIDE, SIDE)) > 200
    assert abs(float(pasted[0][inside].mean()) - float(target[inside].mean())) < 12


def test_a_lesion_that_cannot_be_seen_is_not_pasted() -> None:
    assert paste(_head(), _donor(grey=92), np.random.default_rng(1), contrast=True) is None


def test_nothing_is_pasted_into_an_empty_picture_or_from_an_empty_mask() -> None:
    empty = np.zeros((SIDE, SIDE), np.uint8)
    nothing = Donor(_head(), np.zeros((CELLS, CELLS), np.uint8))
    assert paste(empty, _donor(), np.random.default_rng(1), contrast=True) is None
    assert paste(_head(), nothing, np.random.default_rng(1), contrast=True) is None


def test_a_stripped_head_loses_its_skull_and_keeps_its_lesion() -> None:
    donor = _donor()
    stripped = strip_skull(donor.image, donor.mask, np.random.default_rng(3))
    assert stripped is not None
    image, mask = stripped
    assert (donor.image == 220).mean() > 0.05
    assert ((image > 200) & (image < 226)).mean() < 0.01
    lesion = cv2.resize(mask, (SIDE, SIDE)) > 200
    assert image[lesion].mean() > 200
    assert mask.sum() > 0.95 * donor.mask.sum()


def test_a_lesion_at_the_skull_forbids_the_stripping() -> None:
    mask = np.zeros((CELLS, CELLS), np.uint8)
    mask[14:18, 3:6] = 255
    assert strip_skull(_head(), mask, np.random.default_rng(3)) is None
    assert strip_skull(np.zeros((SIDE, SIDE), np.uint8), mask, np.random.default_rng(3)) is None
