"""What every engine does: a batch of tensors in, the named outputs out, in one forward pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tumorview.domain.arrays import Float32Array, freeze_field


@dataclass(frozen=True, slots=True)
class EngineOutput:
    """The answer of one forward pass.

    Attributes
    ----------
    logits
        float32[batch, classes]; [batch, 1] for a sigmoid model.
    class_maps
        float32[batch, h, w, classes], the class activation maps of the same pass, or
        float32[batch, h, w, 1], the lesion evidence map; None where the manifest has no heatmap.
    features
        float32[batch, k], what the input gate judges; None where the manifest has no gate.
    acquisition_logits
        float32[batch, labels] of the acquisition head; None where the manifest has none.
    """

    logits: Float32Array
    class_maps: Float32Array | None = None
    features: Float32Array | None = None
    acquisition_logits: Float32Array | None = None

    def __post_init__(self) -> None:
        for name in ("logits", "class_maps", "features", "acquisition_logits"):
            if getattr(self, name) is not None:
                freeze_field(self, name)


class InferenceEngine(Protocol):
    """A loaded model. Calls may come from several threads at once."""

    @property
    def name(self) -> str:
        """Name and version, for example ``ONNX Runtime 1.31.1``."""
        ...

    @property
    def device(self) -> str:
        """What the model runs on, for people: "CPU, 2 threads", "GPU 0 (...)"."""
        ...

    def infer(self, batch: Float32Array) -> EngineOutput:
        """Run float32[batch, height, width, channels].

        Raises InferenceError, and nothing else.
        """
        ...

    def close(self) -> None:
        """Free what the model holds; further calls raise InferenceError."""
        ...
