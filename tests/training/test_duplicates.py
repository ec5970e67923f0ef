"""Near-duplicates are found also where a picture was mirrored or its contrast changed."""

from __future__ import annotations

import cv2
import numpy as np

from training.data.duplicates import near_duplicate_clusters, similarity
from tumorview.domain.arrays import UInt8Array


def _picture(seed: int) -> UInt8Array:
    """A head with random structures, not symmetric."""
    random = np.random.default_rng(seed)
    image = np.zeros((160, 160), np.uint8)
    cv2.ellipse(image, (80, 80), (60, 72), 0, 0, 360, 180, -1)
    cv2.ellipse(image, (80, 80), (54, 66), 0, 0, 360, 80, -1)
    for _ in range(25):
        x, y = (int(v) for v in random.integers(35, 125, 2))
        axes = tuple(int(v) for v in random.integers(3, 14, 2))
        angle, grey = float(random.uniform(0, 180)), int(random.integers(30, 200))
        cv2.ellipse(image, (x, y), axes, angle, 0, 360, grey, -1)
    return np.asarray(cv2.GaussianBlur(image, (0, 0), 1.0), np.uint8)


def _changed_contrast(image: UInt8Array) -> UInt8Array:
    return np.asarray(np.rint(255 * (image / 255.0) ** 0.6 * 0.8 + 10), np.uint8)


def test_a_mirrored_copy_with_changed_contrast_is_found() -> None:
    originals = [_picture(seed) for seed in range(6)]
    copy = _changed_contrast(np.ascontiguousarray(originals[2][:, ::-1]))
    clusters = near_duplicate_clusters([*originals, copy])
    assert clusters[6] == clusters[2]
    assert len(set(clusters[:6].tolist())) == 6


def test_a_smaller_recompressed_copy_is_found() -> None:
    original = _picture(3)
    small = cv2.resize(original, (112, 112), interpolation=cv2.INTER_AREA)
    _, packed = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 60])
    copy = np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)
    clusters = near_duplicate_clusters([original, _picture(4), copy])
    assert clusters.tolist() == [0, 1, 0]


def test_copies_of_copies_form_one_cluster() -> None:
    first = _picture(5)
    shifted = np.asarray(np.roll(first, 4, axis=1), np.uint8)
    clusters = near_duplicate_clusters([first, shifted, _changed_contrast(shifted)])
    assert clusters.tolist() == [0, 0, 0]


def test_similarity_does_not_depend_on_the_order() -> None:
    matrix = similarity([_picture(seed) for seed in range(4)])
    np.testing.assert_allclose(matrix, matrix.T, atol=1e-4)
    np.testing.assert_allclose(np.diag(matrix), 1.0, atol=1e-5)
