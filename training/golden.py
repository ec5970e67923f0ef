"""Made-up inputs with the reference model's answers, so that any engine can prove itself.

Everything is drawn by code from a fixed seed; no data set has a part in it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np

from tumorview.domain.arrays import Float32Array
from tumorview.inference.probabilities import softmax_probabilities

_SEED = 20250101


def golden_inputs(side: int) -> Float32Array:
    """float32[8, side, side, 1] in [0, 1].

    Head phantoms without a lesion, with a bright one, a dark one and one in the middle, then
    noise, a ramp, a checkerboard and an empty image.
    """
    random = np.random.default_rng(_SEED)
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32) / np.float32(side - 1)
    images = [
        _head(side, random),
        _head(side, random, lesion=(0.33, 0.42, 0.09, 0.45)),
        _head(side, random, lesion=(0.66, 0.60, 0.11, -0.30)),
        _head(side, random, lesion=(0.50, 0.58, 0.05, 0.50)),
        random.random((side, side), dtype=np.float32),
        (rows + columns) / 2,
        ((rows * 16).astype(np.int32) + (columns * 16).astype(np.int32)) % 2,
        np.zeros((side, side)),
    ]
    # Whole grey levels, as most files have them; the archive also packs better.
    return np.stack([np.rint(np.clip(i, 0, 1) * 255) / 255 for i in images])[..., None].astype(
        np.float32
    )


def write_golden(path: Path, model: Any, side: int, temperature: float) -> None:
    """Write inputs, every output by its name, and probabilities of a Keras model's own answers."""
    inputs = golden_inputs(side)
    arrays = {name: np.asarray(v) for name, v in model(inputs, training=False).items()}
    probabilities = softmax_probabilities(arrays["logits"], temperature)
    arrays |= {"inputs": inputs, "probabilities": probabilities.astype(np.float32)}
    np.savez_compressed(path, allow_pickle=False, **arrays)


def _head(
    side: int,
    random: np.random.Generator,
    lesion: tuple[float, float, float, float] | None = None,
) -> Float32Array:
    """Scalp, skull, brain and ventricles as ellipses; `lesion` is (x, y, radius, brightness)."""
    image = np.zeros((side, side), np.float32)
    for axes, value in (((0.40, 0.47), 0.75), ((0.37, 0.44), 0.08), ((0.35, 0.42), 0.42)):
        _ellipse(image, (0.5, 0.5), axes, value)
    brain = image > 0.3
    folds = cv2.GaussianBlur(
        random.normal(0, 1, (side, side)).astype(np.float32), (0, 0), side / 80
    )
    image[brain] += 0.10 * (folds / folds.std())[brain]
    for x in (0.45, 0.55):
        _ellipse(image, (x, 0.48), (0.03, 0.11), 0.12)
    if lesion is not None:
        x, y, radius, brightness = lesion
        spot = np.zeros_like(image)
        _ellipse(spot, (x, y), (radius, radius * 0.85), brightness)
        image += cv2.GaussianBlur(spot, (0, 0), side / 120)
    noise = random.normal(0, 0.02, image.shape).astype(np.float32)
    return np.asarray(cv2.GaussianBlur(image, (0, 0), side / 250) + noise, np.float32)


def _ellipse(
    image: Float32Array, center: tuple[float, float], axes: tuple[float, float], value: float
) -> None:
    side = image.shape[0]
    middle = (round(center[0] * side), round(center[1] * side))
    half = (round(axes[0] * side), round(axes[1] * side))
    cv2.ellipse(image, middle, half, 0, 0, 360, value, thickness=-1)
