"""What a run measured of itself, and how it is labelled everywhere."""

from __future__ import annotations

import platform
from importlib.metadata import version
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from training.errors import RunError
from training.evaluation.metrics import Answers, confusion_matrix, figures
from training.published.protocols import Leak, Protocol
from training.published.recipe import Activation, Answered, ImageSet
from training.trust.calibration import certainty_threshold, fit_temperature, heatmap_full_scale
from tumorview.domain.arrays import Float32Array
from tumorview.inference.probabilities import sigmoid_probabilities, softmax_probabilities

RESULT_NAME = "metrics.json"


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure; the 95 % interval is a percentile bootstrap over groups where there is one."""

    name: str
    value: float
    class_id: str | None = None
    interval95: tuple[float, float] | None = None


class PartResult(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One part's figures; `confusion_matrix` counts [true class][predicted class]."""

    leak: Leak
    values: tuple[Value, ...]
    confusion_matrix: list[list[int]]

    def value(self, name: str, class_id: str | None = None) -> float:
        """One figure by its name; raises KeyError when there is none."""
        for one in self.values:
            if (one.name, one.class_id) == (name, class_id):
                return one.value
        raise KeyError(name)


class Calibration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Fitted on validation; it never changes which class is on top."""

    temperature: float
    certainty_threshold: float
    full_scale: float | None


class RunRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a run is: two runs with the same record learn the same.

    `data_sha256` is of names, labels and pixels of all images; `weights` names a file without its
    folder.
    """

    recipe: str
    version: str
    protocol: Protocol
    trunk: str | None
    published_trunk: str | None
    weights: str
    seed: int
    data: str
    data_sha256: str
    epochs: int | None
    limit: int | None

    @property
    def remark(self) -> str:
        """How the run differs from what was published; empty when it does not."""
        remarks = []
        if self.trunk != self.published_trunk:
            remarks.append(f"trunk {self.trunk} in place of {self.published_trunk}")
        if self.trunk is not None and self.weights == "none":
            remarks.append("trunk from random weights")
        if self.limit is not None:
            remarks.append(f"at most {self.limit} images a part")
        return "; ".join(remarks)

    @property
    def command(self) -> str:
        """The command that makes the run, with DATA, WEIGHTS and RUN for this machine's places."""
        parts = [f"python -m training train {self.recipe} --data DATA/{self.data} --out RUN"]
        parts.append(f"--protocol {self.protocol}")
        if self.trunk is not None:
            weights = (
                self.weights if self.weights in ("imagenet", "none") else f"WEIGHTS/{self.weights}"
            )
            parts.append(f"--trunk {self.trunk} --weights {weights}")
        parts += [
            f"--{name} {number}"
            for name, number in (("epochs", self.epochs), ("limit", self.limit))
            if number is not None
        ]
        return " ".join(parts)


class RunResult(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is written as metrics.json."""

    run: RunRecord
    title: str
    claim: str
    classes: tuple[str, ...]
    epochs: int
    planned_epochs: int
    best_epoch: int
    groups: int
    training_images: int
    calibration: Calibration
    validation: PartResult
    test: PartResult
    environment: dict[str, str]

    @property
    def remark(self) -> str:
        """How the run differs from what was published; empty when it does not."""
        parts = [self.run.remark]
        if self.epochs < self.planned_epochs:
            parts.append(f"stopped after {self.epochs} of {self.planned_epochs} epochs")
        elif self.run.epochs is not None:
            parts.append(f"{self.epochs} epochs")
        return "; ".join(part for part in parts if part)

    @property
    def label(self) -> str:
        """The line under every plot and above every table."""
        parts = [f"{self.run.protocol} protocol", self.test.leak.words, self.remark]
        return "; ".join(part for part in parts if part)


def calibrate(answered: Answered, images: ImageSet, activation: Activation) -> Calibration:
    """Temperature, certainty threshold and heatmap scale from the validation part."""
    temperature = round(fit_temperature(_two_columns(answered.logits), images.labels), 4)
    probabilities = probabilities_of(answered.logits, activation, temperature)
    full_scale = None
    if answered.class_maps is not None:
        maps, labels = answered.class_maps, images.labels
        if activation == "sigmoid":  # the one map speaks for the positive class
            maps, labels = maps[labels == 1], np.zeros(int(labels.sum()), np.int64)
        classes = range(maps.shape[3])
        full_scale = round(heatmap_full_scale(maps, labels, tuple(classes)), 4)
    return Calibration(temperature, certainty_threshold(probabilities, images.labels), full_scale)


def measure_part(
    answered: Answered,
    images: ImageSet,
    shared: Leak,
    *,
    activation: Activation,
    class_ids: tuple[str, ...],
    temperature: float,
) -> PartResult:
    """All figures of one part. Probabilities are calibrated, save for the cross-entropy."""
    probabilities = probabilities_of(answered.logits, activation, temperature)
    answers = Answers(probabilities, images.labels, images.groups)
    values = [
        Value(figure.name, round(figure.value, 4), figure.class_id, _rounded(figure.interval95))
        for figure in figures(answers, class_ids)
    ]
    raw = probabilities_of(answered.logits, activation, 1.0)
    right = np.maximum(raw[np.arange(len(raw)), images.labels], 1e-12)
    values.append(Value("cross_entropy", round(float(-np.log(right).mean()), 4)))
    return PartResult(shared, tuple(values), confusion_matrix(answers).tolist())


def probabilities_of(
    logits: Float32Array, activation: Activation, temperature: float
) -> npt.NDArray[np.float64]:
    """float64[n, classes] of the logits, as the application makes them."""
    to_probabilities = sigmoid_probabilities if activation == "sigmoid" else softmax_probabilities
    return to_probabilities(logits, temperature)


def environment() -> dict[str, str]:
    """Versions of what a run's numbers depend on."""
    names = ("tensorflow", "keras", "numpy", "opencv-python-headless")
    return {"python": platform.python_version(), **{name: version(name) for name in names}}


def read_result(run: Path) -> RunResult:
    """The result of a run; raises RunError when it has none yet."""
    path = run / RESULT_NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=RunResult)
    except FileNotFoundError as error:
        raise RunError(
            "the run is not finished", path=run, remedy="Go on with it: train ... --resume."
        ) from error
    except (OSError, msgspec.DecodeError) as error:
        raise RunError("the result of the run cannot be read", path=path) from error


def result_table(result: RunResult) -> str:
    """The result for a terminal."""
    lines = [result.title, f"  {result.label}", f"  published: {result.claim}"]
    lines.append(f"  best of {result.epochs} epochs: {result.best_epoch}")
    lines.append(f"  {'':<34}{'validation':>12}{'test':>12}")
    for one in result.test.values:
        name = one.name if one.class_id is None else f"{one.name} {one.class_id}"
        other = next(
            (
                f"{v.value:.4f}"
                for v in result.validation.values
                if (v.name, v.class_id) == (one.name, one.class_id)
            ),
            "",
        )
        lines.append(f"  {name:<34}{other:>12}{one.value:>12.4f}")
    return "\n".join(lines)


def _two_columns(logits: Float32Array) -> Float32Array:
    """Logits with the negative class's zero where a sigmoid gives one column."""
    if logits.shape[1] > 1:
        return logits
    return np.concatenate([np.zeros_like(logits), logits], axis=1)


def _rounded(interval: tuple[float, float]) -> tuple[float, float]:
    return round(interval[0], 4), round(interval[1], 4)
