"""Whether a network, and what it answers, has the inputs and outputs that its manifest states.

Both engines describe their network as names and shapes; None in a shape is a free dimension.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from tumorview.domain.arrays import Float32Array
from tumorview.domain.prediction import HeatmapKind
from tumorview.inference.engines.base import EngineOutput
from tumorview.inference.errors import InferenceError, ModelShapeError
from tumorview.inference.manifest import Manifest

Shape = tuple[int | None, ...]

_REMEDY = "Manifest and weights do not belong together; install the model folder again."


def class_count(manifest: Manifest) -> int:
    """Number of logits: one a label, or a single one for a sigmoid model."""
    return 1 if manifest.activation == "sigmoid" else len(manifest.labels)


def output_names(manifest: Manifest) -> dict[str, str]:
    """The network's outputs that the manifest names, by field of `EngineOutput`."""
    names = {"logits": manifest.logits_output}
    if manifest.heatmap is not None:
        names["class_maps"] = manifest.heatmap.output
    if manifest.gate is not None:
        names["features"] = manifest.gate.output
    if manifest.acquisition is not None:
        names["acquisition_logits"] = manifest.acquisition.output
    return names


def _output_shapes(manifest: Manifest) -> dict[str, Shape]:
    """The shapes of the same outputs."""
    classes = class_count(manifest)
    shapes: dict[str, Shape] = {"logits": (None, classes)}
    if manifest.heatmap is not None:
        of_classes = manifest.heatmap.kind is HeatmapKind.CLASS_ACTIVATION
        shapes["class_maps"] = (None, None, None, classes if of_classes else 1)
    if manifest.gate is not None:
        shapes["features"] = (None, None)
    if manifest.acquisition is not None:
        shapes["acquisition_logits"] = (None, len(manifest.acquisition.labels))
    return shapes


def check_network(
    manifest: Manifest, inputs: Mapping[str, Shape], outputs: Mapping[str, Shape], path: Path
) -> str:
    """Compare a network with its manifest and return the name of its input.

    Raises ModelShapeError.
    """
    if len(inputs) != 1:
        raise ModelShapeError(
            "the network must have exactly one input",
            path=path,
            received=sorted(inputs),
            remedy=_REMEDY,
        )
    ((input_name, input_shape),) = inputs.items()
    size = manifest.input
    _check_shape(
        f'the input "{input_name}"',
        input_shape,
        (None, size.height, size.width, size.channels),
        path,
    )
    names = output_names(manifest)
    for field, shape in _output_shapes(manifest).items():
        name = names[field]
        if name not in outputs:
            raise ModelShapeError(
                f'the network has no output "{name}"',
                path=path,
                received=sorted(outputs),
                remedy=_REMEDY,
            )
        _check_shape(f'the output "{name}"', outputs[name], shape, path)
    return input_name


def check_batch(manifest: Manifest, batch: Float32Array) -> None:
    """Refuse a batch that is not float32[batch >= 1, height, width, channels] (InferenceError)."""
    size = manifest.input
    expected = (size.height, size.width, size.channels)
    if (
        batch.dtype != np.float32
        or batch.ndim != 4
        or batch.shape[1:] != expected
        or not len(batch)
    ):
        raise InferenceError(
            f"the model takes float32 batches of {expected}",
            received=f"{batch.dtype}{list(batch.shape)}",
        )


def check_output(manifest: Manifest, output: EngineOutput, count: int) -> None:
    """Refuse an answer for `count` images that is not of the manifest's shapes, or not finite.

    Logits that are not finite are left to `probabilities`. Raises InferenceError.
    """
    arrays = {
        "logits": output.logits,
        "class_maps": output.class_maps,
        "features": output.features,
        "acquisition_logits": output.acquisition_logits,
    }
    for field, shape in _output_shapes(manifest).items():
        array, words = arrays[field], field.replace("_", " ")
        if array is None:
            raise InferenceError(f"the engine answered without {words}")
        wanted = (count, *shape[1:])
        fits = array.ndim == len(wanted) and all(
            want in (None, have) for have, want in zip(array.shape, wanted, strict=True)
        )
        if not fits:
            raise InferenceError(
                f"the engine answered with other {words} than {_words(wanted)}",
                received=list(array.shape),
            )
        if field != "logits" and not np.isfinite(array).all():
            raise InferenceError(
                f"the model gave {words} with values that are not a number",
                remedy="Check the model with: tumorview doctor",
            )


def _check_shape(what: str, shape: Shape, expected: Shape, path: Path) -> None:
    fits = len(shape) == len(expected) and shape[0] is None
    fits = fits and all(
        have is None or want is None or have == want
        for have, want in zip(shape, expected, strict=True)
    )
    if not fits:
        raise ModelShapeError(
            f"{what} does not have the shape {_words(expected)} of the manifest",
            path=path,
            received=_words(shape),
            remedy=_REMEDY,
        )


def _words(shape: Shape) -> str:
    return "[" + ", ".join("any" if side is None else str(side) for side in shape) + "]"
