from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tumorview.inference.errors import GateFileError
from tumorview.inference.gate import (
    Gate,
    KnnGate,
    MahalanobisGate,
    VimGate,
    gate_content,
    parse_gate,
)

_PATH = Path("model") / "gate.npz"
_RNG = np.random.default_rng(5)
_LOGITS = _RNG.normal(size=(6, 4)).astype(np.float32)


def _features(count: int = 6, sides: int = 8) -> Any:
    return _RNG.normal(size=(count, sides)).astype(np.float32)


def _mahalanobis() -> MahalanobisGate:
    spread = _RNG.normal(size=(20, 3))
    return MahalanobisGate(
        center=_features(1)[0],
        projection=_features(8, 3),
        means=_features(4, 3),
        precision=np.linalg.inv(np.cov(spread.T)).astype(np.float32),
    )


def _knn(k: int = 3) -> KnnGate:
    stored = _features(40)
    return KnnGate(stored / np.linalg.norm(stored, axis=1, keepdims=True), k)


def _vim() -> VimGate:
    principal = np.linalg.qr(_RNG.normal(size=(8, 3)))[0].astype(np.float32)
    return VimGate(center=_features(1)[0], principal=principal, scale=1.5)


def test_mahalanobis_is_the_squared_distance_to_the_nearest_mean() -> None:
    gate = _mahalanobis()
    features = _features()
    projected = (features.astype(np.float64) - gate.center) @ gate.projection
    expected = [
        min((row - mean) @ gate.precision @ (row - mean) for mean in gate.means.astype(np.float64))
        for row in projected
    ]
    np.testing.assert_allclose(gate.score(features, _LOGITS), expected, rtol=1e-4)


def test_a_class_mean_itself_is_not_strange() -> None:
    gate = MahalanobisGate(
        center=np.zeros(3, np.float32),
        projection=np.eye(3, dtype=np.float32),
        means=np.array([[1, 2, 3], [4, 5, 6]], np.float32),
        precision=np.eye(3, dtype=np.float32),
    )
    scores = gate.score(np.array([[4, 5, 6], [4, 5, 8]], np.float32), _LOGITS)
    np.testing.assert_allclose(scores, [0.0, 4.0])


def test_knn_is_the_distance_to_the_kth_nearest_normalised_feature() -> None:
    gate = _knn(k=3)
    features = _features()
    unit = features / np.linalg.norm(features, axis=1, keepdims=True)
    distances = np.linalg.norm(unit[:, np.newaxis] - gate.stored, axis=2)
    expected = np.sort(distances, axis=1)[:, 2]
    np.testing.assert_allclose(gate.score(features, _LOGITS), expected, atol=1e-5)


def test_knn_does_not_see_the_length_of_a_feature_vector() -> None:
    gate = _knn()
    features = _features()
    np.testing.assert_allclose(
        gate.score(features * np.float32(7), _LOGITS), gate.score(features, _LOGITS), atol=1e-4
    )


def test_features_that_are_all_zero_still_have_a_score() -> None:
    scores = _knn().score(np.zeros((1, 8), np.float32), _LOGITS[:1])
    assert np.isfinite(scores).all()


def test_vim_is_the_scaled_residual_against_the_logits() -> None:
    gate = _vim()
    features = _features()
    away = features.astype(np.float64) - gate.center
    beside = np.linalg.svd(gate.principal.astype(np.float64))[0][:, 3:]
    residual = np.linalg.norm(away @ beside, axis=1)
    expected = 1.5 * residual - np.log(np.exp(_LOGITS.astype(np.float64)).sum(axis=1))
    np.testing.assert_allclose(gate.score(features, _LOGITS), expected, atol=1e-4)


def test_vim_orders_images_as_the_probability_of_the_virtual_class() -> None:
    gate = _vim()
    features = _features()
    scores = gate.score(features, _LOGITS)
    powers = np.exp(_LOGITS.astype(np.float64)).sum(axis=1)
    virtual = np.exp(scores + np.log(powers))
    np.testing.assert_array_equal(np.argsort(scores), np.argsort(virtual / (virtual + powers)))


@pytest.mark.parametrize("make", [_mahalanobis, _knn, _vim])
def test_one_image_scores_as_it_does_in_a_batch(make: Any) -> None:
    gate: Gate = make()
    features = _features()
    together = gate.score(features, _LOGITS)
    alone = [float(gate.score(features[i : i + 1], _LOGITS[i : i + 1])[0]) for i in range(6)]
    assert together.shape == (6,)
    assert together.dtype == np.float64
    np.testing.assert_allclose(together, alone, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("make", [_mahalanobis, _knn, _vim])
def test_a_gate_comes_back_from_its_file_as_it_was(make: Any) -> None:
    gate: Gate = make()
    again = parse_gate(gate_content(gate), gate.method, _PATH)
    features = _features()
    assert type(again) is type(gate)
    assert again.features == 8
    np.testing.assert_array_equal(again.score(features, _LOGITS), gate.score(features, _LOGITS))


def _npz(**arrays: Any) -> bytes:
    stream = io.BytesIO()
    np.savez(stream, **arrays)
    return stream.getvalue()


def _npy() -> bytes:
    stream = io.BytesIO()
    np.save(stream, np.zeros(3, np.float32))
    return stream.getvalue()


_UNIT = np.eye(8, dtype=np.float32)


@pytest.mark.parametrize(
    ("method", "content", "words"),
    [
        ("knn", b"", "zip"),
        ("knn", b"PK\x03\x04 cut", "zip"),
        ("knn", _npy(), "zip"),
        ("knn", gate_content(_vim()), "in place of"),
        ("knn", _npz(stored=_UNIT, k=np.array(9)), "k must be in 1..8"),
        ("knn", _npz(stored=_UNIT, k=np.array([1, 2])), "k must be"),
        ("knn", _npz(stored=_UNIT * 2, k=np.array(1)), "length 1"),
        ("knn", _npz(stored=_UNIT[0], k=np.array(1)), "matrix"),
        ("knn", _npz(stored=_UNIT * np.nan, k=np.array(1)), "not a number"),
        ("knn", _npz(stored=_UNIT.astype(np.float64) * 1e300, k=np.array(1)), "not a number"),
        ("knn", _npz(stored=np.array([[object()]]), k=np.array(1)), "allow_pickle"),
        ("knn", _npz(stored=np.array([["a"]]), k=np.array(1)), "in place of numbers"),
        ("vim", _npz(center=_UNIT[0], principal=_UNIT * 2, scale=1.0), "orthonormal"),
        ("vim", _npz(center=_UNIT[0, :3], principal=_UNIT, scale=1.0), "center must be"),
        (
            "mahalanobis",
            _npz(center=_UNIT[0], projection=_UNIT, means=_UNIT[:, :3], precision=_UNIT),
            "means must be",
        ),
        (
            "mahalanobis",
            _npz(center=_UNIT[0], projection=_UNIT, means=_UNIT, precision=-_UNIT),
            "semi-definite",
        ),
        (
            "mahalanobis",
            _npz(center=_UNIT[0], projection=_UNIT, means=_UNIT, precision=np.triu(_UNIT + 1)),
            "symmetric",
        ),
    ],
)
def test_a_file_that_is_not_that_of_the_method_is_refused_in_one_sentence(
    method: str, content: bytes, words: str
) -> None:
    with pytest.raises(GateFileError) as caught:
        parse_gate(content, method, _PATH)
    sentence = str(caught.value)
    assert words in sentence
    assert sentence.startswith("gate.npz: the numbers of the input gate cannot be used")
    assert "\n" not in sentence
