"""What the recipe of a published system states; nothing here imports TensorFlow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

import numpy as np
import numpy.typing as npt

from tumorview.domain.arrays import Float32Array, UInt8Array
from tumorview.inference.manifest import CropSpec

Activation = Literal["softmax", "sigmoid"]


@dataclass(frozen=True, slots=True)
class ClassFolder:
    """A class and the names, in lower case, that its folder may have."""

    id: str
    name: str
    folders: tuple[str, ...]


NO_TUMOR = ClassFolder(
    "no_tumor", "No tumour", ("no", "no_tumor", "notumor", "no_tumour", "healthy", "normal")
)
TUMOR = ClassFolder("tumor", "Tumour", ("yes", "tumor", "tumour"))
BINARY = (NO_TUMOR, TUMOR)
FOUR_CLASSES = (
    ClassFolder("glioma", "Glioma", ("glioma", "glioma_tumor")),
    ClassFolder("meningioma", "Meningioma", ("meningioma", "meningioma_tumor")),
    ClassFolder("pituitary", "Pituitary tumour", ("pituitary", "pituitary_tumor")),
    NO_TUMOR,
)


@dataclass(frozen=True, slots=True)
class PublishedInput:
    """Side of the square input in pixels, and how it is cut out of the image."""

    side: int
    crop: CropSpec


@dataclass(frozen=True, slots=True)
class ImageSet:
    """Preprocessed images of one part.

    Attributes
    ----------
    pixels
        uint8[n, side, side], the model's grey input times 255.
    labels
        int64[n], index of the class.
    groups
        Patient or near-duplicate cluster of each image.
    """

    pixels: UInt8Array
    labels: npt.NDArray[np.int64]
    groups: tuple[str, ...]

    def chosen(self, rows: Sequence[int]) -> ImageSet:
        """The images of those rows, in that order."""
        index = np.asarray(rows, np.int64)
        return ImageSet(self.pixels[index], self.labels[index], tuple(self.groups[i] for i in rows))


@dataclass(frozen=True, slots=True)
class Weights:
    """Where a trunk's weights come from: Keras' own download, a file, or chance."""

    kind: Literal["imagenet", "file", "none"]
    path: Path | None = None

    @property
    def words(self) -> str:
        """For figures and model cards; a file is named without its folder."""
        return self.path.name if self.path is not None else self.kind


@dataclass(frozen=True, slots=True)
class Job:
    """One training run as a learner sees it.

    `epochs` replaces the epochs of the last stage; `trunk` is None for a network without one.
    """

    run: Path
    training: ImageSet
    validation: ImageSet
    activation: Activation
    classes: int
    trunk: str | None
    weights: Weights
    seed: int
    epochs: int | None = None
    replicas: int = 1

    def batch_of(self, wanted: int) -> int:
        """The batch size, smaller where there are fewer images."""
        return min(wanted, len(self.training.labels))


@dataclass(frozen=True, slots=True)
class Answered:
    """Logits float32[n, outputs] and class maps float32[n, h, w, outputs], or None."""

    logits: Float32Array
    class_maps: Float32Array | None


class TrainedModel(Protocol):
    """The best model of a run, ready to answer and to be written."""

    def answer(self, pixels: UInt8Array) -> Answered:
        """Answer uint8[n, side, side]."""
        ...

    def write(self, folder: Path) -> None:
        """Write ``model.onnx``, and ``model.keras`` where the network is a Keras model."""
        ...

    def layers(self) -> tuple[tuple[str, str], ...]:
        """(name, what it gives) of each block, from input to output, for the diagram."""
        ...


class Learner(Protocol):
    """Network and training loop of a recipe."""

    @property
    def trunk(self) -> str | None:
        """The published trunk, None for a network that has none."""
        ...

    @property
    def can_mirror(self) -> bool:
        """Whether it trains on several devices at once."""
        ...

    def planned_epochs(self, epochs: int | None) -> int:
        """Epochs of a whole run; `epochs` replaces those of the last stage."""
        ...

    def prepare(self, job: Job) -> Any:
        """Build the network; raises DataError when its weights cannot be had."""
        ...

    def train(self, job: Job, network: Any) -> None:
        """Train from where ``job.run`` stopped; raises TrainingError on NaN."""
        ...

    def trained(self, run: Path) -> TrainedModel:
        """The best model of a run; raises RunError when there is none yet."""
        ...


@dataclass(frozen=True, slots=True)
class PublishedRecipe:
    """Everything that decides what a run does, apart from where its data lie.

    `fractions` are training, validation and test; `claim` is what was published, in words;
    `description` is the training paragraph of the model card.
    """

    id: str
    version: str
    title: str
    claim: str
    description: str
    classes: tuple[ClassFolder, ...]
    activation: Activation
    input: PublishedInput
    fractions: tuple[float, float, float]
    learner: Learner
    seed: int = 20261121

    @property
    def class_ids(self) -> tuple[str, ...]:
        """Class ids in the order of the model's outputs."""
        return tuple(one.id for one in self.classes)
