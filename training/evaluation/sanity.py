"""Whether the heatmap depends on what the model has learned.

Adebayo et al., "Sanity Checks for Saliency Maps" (NeurIPS 2018): weights are spoilt layer by layer,
from the output towards the input, and the heatmaps of the same images are compared with those of
the intact model. A map that stays alike shows the picture's edges and not what the model knows.
Weights are spoilt by shuffling each array, which keeps their size and sign (and the variances of
batch normalisations above zero).
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from scipy import ndimage, stats

from training.errors import RunError
from training.evaluation.heatmap_metrics import on_mask_cells
from training.evaluation.intervals import FloatArray
from tumorview.domain.arrays import Float32Array
from tumorview.domain.prediction import HeatmapKind
from tumorview.inference.manifest import HeatmapSpec

SHARES = (0.0, 0.05, 0.1, 0.25, 0.5, 0.75, 1.0)
"""Shares of the layers with weights that are spoilt, from the output on; 0 spoils the last one."""

_SIDE = 64
_SEED = 17
# Wang et al., "Image Quality Assessment" (IEEE Trans. Image Process. 2004), for values in [0, 1].
_C1, _C2 = 0.01**2, 0.03**2
_SIGMA = 1.5


class SanityStep(msgspec.Struct, frozen=True):
    """How alike heatmaps still are after the layers down to `layer` were spoilt.

    `rank_correlation` is Spearman's, of absolute value; `similarity` the structural similarity;
    both are means over the images, 1 for the same map.
    """

    layer: str
    layers_spoilt: int
    rank_correlation: float
    similarity: float


def sanity_check(path: Path, spec: HeatmapSpec, images: Float32Array) -> tuple[SanityStep, ...]:
    """Spoil the Keras file's layers one after the other; float32[n, h, w, channels] images.

    Raises
    ------
    RunError
        When Keras cannot load the file, or it lacks the heatmap's output.
    """
    import keras  # noqa: PLC0415 - it imports TensorFlow, which takes ten seconds

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = keras.models.load_model(path, compile=False, safe_mode=True)
    except (OSError, ValueError, TypeError) as error:
        raise RunError(
            f"Keras cannot load the model for the sanity check ({type(error).__name__})",
            path=path,
            remedy="Leave the check out with --no-sanity.",
        ) from error
    return spoil_in_turn(model, lambda: _maps(model, spec, images, path))


def spoil_in_turn(model: Any, maps_of: Callable[[], FloatArray]) -> tuple[SanityStep, ...]:
    """Spoil the layers of a Keras model (changing it) and compare float[n, h, w] maps."""
    layers = _layers_with_weights(model)[::-1]
    random = np.random.default_rng(_SEED)
    intact = maps_of()
    steps: list[SanityStep] = []
    done = 0
    for share in SHARES:
        wanted = max(1, round(share * len(layers)))
        if wanted <= done:
            continue
        for layer in layers[done:wanted]:
            layer.set_weights([_shuffled(array, random) for array in layer.get_weights()])
        done = wanted
        spoilt = maps_of()
        pairs = list(zip(intact, spoilt, strict=True))
        steps.append(
            SanityStep(
                layer=str(layers[done - 1].name),
                layers_spoilt=done,
                rank_correlation=float(np.mean([rank_correlation(a, b) for a, b in pairs])),
                similarity=float(np.mean([structural_similarity(a, b) for a, b in pairs])),
            )
        )
    return tuple(steps)


def rank_correlation(one: FloatArray, other: FloatArray) -> float:
    """Absolute Spearman correlation of two maps; 0 when one is the same everywhere."""
    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return 0.0
    return abs(float(stats.spearmanr(one.ravel(), other.ravel()).statistic))


def structural_similarity(one: FloatArray, other: FloatArray) -> float:
    """Mean structural similarity of two float[h, w] maps, each brought to 0..1 first."""
    first, second = _unit(one), _unit(other)

    def blurred(values: FloatArray) -> FloatArray:
        return np.asarray(ndimage.gaussian_filter(values, _SIGMA, truncate=3.5))

    mean_one, mean_two = blurred(first), blurred(second)
    variance_one = blurred(first * first) - mean_one**2
    variance_two = blurred(second * second) - mean_two**2
    covariance = blurred(first * second) - mean_one * mean_two
    top = (2 * mean_one * mean_two + _C1) * (2 * covariance + _C2)
    bottom = (mean_one**2 + mean_two**2 + _C1) * (variance_one + variance_two + _C2)
    return float(np.mean(top / bottom))


def _unit(values: FloatArray) -> FloatArray:
    low, high = float(values.min()), float(values.max())
    if high <= low:
        return np.zeros_like(values, dtype=np.float64)
    return np.asarray((values.astype(np.float64) - low) / (high - low))


def _shuffled(array: FloatArray, random: np.random.Generator) -> FloatArray:
    return np.asarray(random.permutation(array.ravel()).reshape(array.shape))


def _layers_with_weights(model: Any) -> list[Any]:
    """The innermost layers with weights, from the input on."""
    found: list[Any] = []
    for layer in model.layers:
        if getattr(layer, "layers", None):
            found += _layers_with_weights(layer)
        elif layer.get_weights():
            found.append(layer)
    return found


def _maps(model: Any, spec: HeatmapSpec, images: Float32Array, path: Path) -> FloatArray:
    """float16[n, side, side]: lesion map, or the largest class map of each image's intact look."""
    answer = model.predict_on_batch(images)
    named = (
        answer if isinstance(answer, dict) else dict(zip(model.output_names, answer, strict=True))
    )
    if spec.output not in named:
        raise RunError(
            "the Keras file lacks the output of the heatmap", path=path, received=spec.output
        )
    maps = np.asarray(named[spec.output], np.float32)
    if spec.kind is HeatmapKind.LESION_EVIDENCE or maps.shape[3] == 1:
        return on_mask_cells(maps[..., 0], _SIDE)
    return on_mask_cells(maps.max(axis=3), _SIDE)


def chosen_images(count: int, most: int) -> Sequence[int]:
    """`most` of `count` rows, evenly spread."""
    return [int(i) for i in np.unique(np.linspace(0, count - 1, min(most, count)).astype(int))]
