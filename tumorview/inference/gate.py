"""The input gate: how strange an image is to the model, from its penultimate features.

Higher is stranger. Training fits the numbers, chooses method and threshold by measuring with these
same functions, and writes `gate_content` as the model's file of role "gate".
"""

from __future__ import annotations

import dataclasses
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from numpy.lib.npyio import NpzFile

from tumorview.domain.arrays import Float32Array, freeze_field
from tumorview.inference.errors import GateFileError
from tumorview.inference.probabilities import Float64Array

_Arrays = Mapping[str, npt.NDArray[np.generic]]

_SMALLEST_NORM = 1e-12
_ORTHONORMAL = 1e-3
"""By how much a basis that was stored as float32 may differ from an orthonormal one."""


@dataclass(frozen=True, slots=True)
class MahalanobisGate:
    """Squared Mahalanobis distance to the nearest class mean, one precision for all classes.

    Lee, Lee, Lee and Shin, "A Simple Unified Framework for Detecting Out-of-Distribution Samples
    and Adversarial Attacks", NeurIPS 2018; after centring and a PCA projection.

    Attributes
    ----------
    center
        float32[features], subtracted first.
    projection
        float32[features, components].
    means
        float32[classes, components] of the projected features.
    precision
        float32[components, components], symmetric and positive semi-definite.
    """

    method: ClassVar[Literal["mahalanobis"]] = "mahalanobis"
    center: Float32Array
    projection: Float32Array
    means: Float32Array
    precision: Float32Array

    def __post_init__(self) -> None:
        _freeze(self)
        features, components = _sides(self.projection, "projection")
        _need(self.center, (features,), "center")
        _need(self.means, (_sides(self.means, "means")[0], components), "means")
        _need(self.precision, (components, components), "precision")
        if not np.allclose(self.precision, self.precision.T, rtol=1e-3, atol=1e-6):
            raise ValueError("precision is not symmetric")
        values = np.linalg.eigvalsh(self.precision.astype(np.float64))
        if values[0] < -1e-4 * max(values[-1], 0.0):
            raise ValueError("precision is not positive semi-definite")

    @property
    def features(self) -> int:
        """Length of the feature vector."""
        return int(self.center.shape[0])

    def score(self, features: Float32Array, _logits: Float32Array) -> Float64Array:
        """float64[batch] of float32[batch, features]."""
        projected = (features - self.center) @ self.projection
        away = projected[:, np.newaxis, :] - self.means
        squared = ((away @ self.precision) * away).sum(axis=2)
        return np.asarray(squared.min(axis=1), np.float64)


@dataclass(frozen=True, slots=True)
class KnnGate:
    """Distance to the k-th nearest of the stored training features, all L2-normalised.

    Sun, Ming, Zhu and Li, "Out-of-Distribution Detection with Deep Nearest Neighbors", ICML 2022.

    Attributes
    ----------
    stored
        float32[count, features], each row of length 1.
    k
        Which neighbour, 1..count.
    """

    method: ClassVar[Literal["knn"]] = "knn"
    stored: Float32Array
    k: int

    def __post_init__(self) -> None:
        _freeze(self)
        count, _ = _sides(self.stored, "stored")
        if not 1 <= self.k <= count:
            raise ValueError(f"k must be in 1..{count}, not {self.k}")
        if np.abs(np.linalg.norm(self.stored, axis=1) - 1.0).max() > _ORTHONORMAL:
            raise ValueError("the rows of stored are not of length 1")

    @property
    def features(self) -> int:
        """Length of the feature vector."""
        return int(self.stored.shape[1])

    def score(self, features: Float32Array, _logits: Float32Array) -> Float64Array:
        """float64[batch] in [0, 2] of float32[batch, features]."""
        norms = np.maximum(np.linalg.norm(features, axis=1, keepdims=True), _SMALLEST_NORM)
        cosines = (features / norms) @ self.stored.T
        place = cosines.shape[1] - self.k
        nearest = np.partition(cosines, place, axis=1)[:, place].astype(np.float64)
        return np.asarray(np.sqrt(np.maximum(2.0 - 2.0 * nearest, 0.0)))


@dataclass(frozen=True, slots=True)
class VimGate:
    """Virtual-logit matching: what the principal space leaves over, against the logits.

    Wang, Li, Feng and Zhang, "ViM: Out-Of-Distribution with Virtual-logit Matching", CVPR 2022:
    scale * |residual| - logsumexp(logits), which orders images as the paper's probability of the
    virtual class does. The logits are the network's own, without the calibration temperature.

    Attributes
    ----------
    center
        float32[features], the paper's origin o.
    principal
        float32[features, components], orthonormal columns.
    scale
        The paper's alpha: mean largest logit over mean residual norm in training.
    """

    method: ClassVar[Literal["vim"]] = "vim"
    center: Float32Array
    principal: Float32Array
    scale: float

    def __post_init__(self) -> None:
        _freeze(self)
        features, components = _sides(self.principal, "principal")
        _need(self.center, (features,), "center")
        off = self.principal.T @ self.principal - np.eye(components, dtype=np.float32)
        if np.abs(off).max() > _ORTHONORMAL:
            raise ValueError("the columns of principal are not orthonormal")

    @property
    def features(self) -> int:
        """Length of the feature vector."""
        return int(self.center.shape[0])

    def score(self, features: Float32Array, logits: Float32Array) -> Float64Array:
        """float64[batch] of float32[batch, features] and logits float32[batch, classes]."""
        away = features - self.center
        residual = away - (away @ self.principal) @ self.principal.T
        virtual = self.scale * np.linalg.norm(residual.astype(np.float64), axis=1)
        return np.asarray(virtual - np.logaddexp.reduce(logits.astype(np.float64), axis=1))


Gate = MahalanobisGate | KnnGate | VimGate

_GATES: dict[str, type[MahalanobisGate] | type[KnnGate] | type[VimGate]] = {
    gate.method: gate for gate in (MahalanobisGate, KnnGate, VimGate)
}


def gate_scores(gate: Gate, features: Float32Array, logits: Float32Array) -> Float64Array:
    """float64[batch] of float32[batch, features] and logits float32[batch, classes].

    Raises GateFileError when the gate was made for features of another length.
    """
    if features.shape[1] != gate.features:
        raise GateFileError(
            f"the input gate is made for {gate.features} features, not for those of this model",
            received=features.shape[1],
            remedy="Install the model folder again from where it came.",
        )
    return gate.score(features, logits)


def gate_content(gate: Gate) -> bytes:
    """The gate's numbers as the bytes of its npz file."""
    stream = io.BytesIO()
    np.savez(stream, **{one.name: getattr(gate, one.name) for one in dataclasses.fields(gate)})
    return stream.getvalue()


def parse_gate(content: bytes, method: str, path: Path) -> Gate:
    """Read what `gate_content` wrote; `path` is for the sentence of an error.

    Raises GateFileError when the content is no npz, or not that of this method.
    """
    try:
        with NpzFile(io.BytesIO(content), allow_pickle=False) as file:
            return _gate(method, {name: file[name] for name in file.files})
    except (ValueError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise GateFileError(
            f"the numbers of the input gate cannot be used for {method} ({error})",
            path=path,
            remedy="Install the model folder again from where it came.",
        ) from error


def _gate(method: str, arrays: _Arrays) -> Gate:
    """Raises ValueError for missing, superfluous, unfit or not finite arrays."""
    kind = _GATES[method]
    wanted = sorted(one.name for one in dataclasses.fields(kind))
    if sorted(arrays) != wanted:
        raise ValueError(f"it holds {sorted(arrays)} in place of {wanted}")
    given = {name: _finite(name, array) for name, array in arrays.items()}
    if kind is MahalanobisGate:
        return MahalanobisGate(
            given["center"], given["projection"], given["means"], given["precision"]
        )
    if kind is KnnGate:
        return KnnGate(given["stored"], int(_scalar(given["k"], "k")))
    return VimGate(given["center"], given["principal"], _scalar(given["scale"], "scale"))


def _finite(name: str, array: npt.NDArray[np.generic]) -> Float32Array:
    if array.dtype.kind not in "fiu":
        raise ValueError(f"{name} holds {array.dtype} in place of numbers")
    with np.errstate(over="ignore"):
        numbers = array.astype(np.float32)
    if not np.isfinite(numbers).all():
        raise ValueError(f"{name} has values that are not a number")
    return numbers


def _scalar(array: Float32Array, name: str) -> float:
    _need(array, (), name)
    return float(array)


def _freeze(gate: Gate) -> None:
    for one in dataclasses.fields(gate):
        if isinstance(getattr(gate, one.name), np.ndarray):
            freeze_field(gate, one.name)


def _sides(array: npt.NDArray[np.generic], name: str) -> tuple[int, int]:
    if array.ndim != 2 or 0 in array.shape:
        raise ValueError(f"{name} must be a matrix, not {list(array.shape)}")
    return int(array.shape[0]), int(array.shape[1])


def _need(array: npt.NDArray[np.generic], shape: tuple[int, ...], name: str) -> None:
    if array.shape != shape:
        raise ValueError(f"{name} must be {list(shape)}, not {list(array.shape)}")
