"""Random changes of an image that must not change its label."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from tumorview.domain.arrays import Float32Array, UInt8Array


@dataclass(frozen=True, slots=True)
class AugmentOptions:
    """Largest changes; each image draws its own.

    The grey-value changes are strong on purpose: sources differ in contrast and brightness more
    than lesions do, and a model must not tell sources apart by them.
    """

    rotation_degrees: float = 15.0
    scale: float = 0.15
    shift: float = 0.07
    shear: float = 0.06
    gamma: float = 0.5
    curve_probability: float = 0.3
    curve: float = 0.12
    bias_field: float = 0.3
    noise: float = 0.05
    blur_sigma: float = 1.2
    equalise_probability: float = 0.1
    jpeg_probability: float = 0.2
    strip_probability: float = 0.15


def augment(
    image: UInt8Array, mask: UInt8Array, random: np.random.Generator, options: AugmentOptions
) -> tuple[Float32Array, Float32Array]:
    """Draw one variant of uint8[side, side] and its uint8[m, m] lesion shares.

    Returns float32[side, side] in [0, 1] and float32[m, m] in [0, 1], moved alike.
    """
    side = image.shape[0]
    matrix = _affine(side, random, options)
    moved = cv2.warpAffine(image, matrix, (side, side), flags=cv2.INTER_LINEAR)
    small = mask.shape[0]
    ratio = small / side
    # The same map in the mask's pixels: centres at integers, hence the half-pixel terms.
    to_mask = np.array([[ratio, 0, ratio / 2 - 0.5], [0, ratio, ratio / 2 - 0.5], [0, 0, 1]])
    full = np.vstack([matrix, [0, 0, 1]])
    mask_matrix = (to_mask @ full @ np.linalg.inv(to_mask))[:2]
    moved_mask = cv2.warpAffine(mask, mask_matrix, (small, small), flags=cv2.INTER_LINEAR)
    unit = _gray_values(np.asarray(moved, np.uint8), random, options)
    return unit, np.asarray(moved_mask, np.float32) / np.float32(255)


def _affine(
    side: int, random: np.random.Generator, options: AugmentOptions
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    angle = np.deg2rad(random.uniform(-options.rotation_degrees, options.rotation_degrees))
    scale = 1 + random.uniform(-options.scale, options.scale)
    shear = random.uniform(-options.shear, options.shear)
    mirror = -1.0 if random.random() < 0.5 else 1.0
    cos, sin = np.cos(angle) * scale, np.sin(angle) * scale
    linear = np.array([[cos, -sin], [sin, cos]]) @ np.array([[mirror, shear], [0.0, 1.0]])
    center = np.full(2, (side - 1) / 2)
    shift = random.uniform(-options.shift, options.shift, 2) * side
    offset = center + shift - linear @ center
    return np.column_stack([linear, offset])


def _bent(
    table: Float32Array, random: np.random.Generator, options: AugmentOptions
) -> Float32Array:
    """A grey-value table bent at three places, still rising: tissues change their distances."""
    places = np.linspace(0, 1, 5)
    values = places.copy()
    values[1:-1] += random.uniform(-options.curve, options.curve, 3)
    return np.interp(table, places, values).astype(np.float32)


def _gray_values(
    image: UInt8Array, random: np.random.Generator, options: AugmentOptions
) -> Float32Array:
    if random.random() < options.equalise_probability:
        image = np.asarray(cv2.createCLAHE(random.uniform(1, 3), (4, 4)).apply(image), np.uint8)
    if random.random() < options.jpeg_probability:
        quality = int(random.integers(40, 90))
        _, coded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
        image = np.asarray(cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE), np.uint8)
    table = np.linspace(0, 1, 256, dtype=np.float32) ** np.exp(
        random.uniform(-options.gamma, options.gamma)
    )
    if random.random() < options.curve_probability:
        table = _bent(table, random, options)
    low, high = random.uniform(0, 0.08), random.uniform(0.9, 1.15)
    unit = np.clip((table - low) / (high - low), 0, 1).astype(np.float32)[image]
    side = image.shape[0]
    coarse = random.uniform(-options.bias_field, options.bias_field, (3, 3)).astype(np.float32)
    unit = unit * (1 + cv2.resize(coarse, (side, side), interpolation=cv2.INTER_CUBIC))
    if random.random() < 0.3:
        unit = cv2.GaussianBlur(unit, (0, 0), random.uniform(0.3, options.blur_sigma))
    if random.random() < 0.4:
        sigma = random.uniform(0, options.noise)
        unit = unit + random.standard_normal((side, side), dtype=np.float32) * np.float32(sigma)
    return np.asarray(np.clip(unit, 0, 1), np.float32)
