"""Whether a loaded network has the inputs and outputs that its manifest states.

Both engines describe their network as names and shapes; None in a shape is a free dimension.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from tumorview.domain.arrays import Float32Array
from tumorview.inference.errors import InferenceError, ModelShapeError
from tumorview.inference.manifest import Manifest

Shape = tuple[int | None, ...]

_REMEDY = "Manifest and weights do not belong together; install the model folder again."


def class_count(manifest: Manifest) -> int:
    """Number of logits: one a label, or a single one for a sigmoid model."""
    return 1 if manifest.activation == "sigmoid" else len(manifest.labels)


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
    expected: dict[str, Shape] = {manifest.logits_output: (None, class_count(manifest))}
    if manifest.heatmap is not None:
        expected[manifest.heatmap.output] = (None, None, None, class_count(manifest))
    for name, shape in expected.items():
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
