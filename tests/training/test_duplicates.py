"""Near-duplicates are found also where a picture was mirrored or its contrast changed."""

from __future__ import annotations

import cv2
import numpy as np

from training.data.duplicates import descriptor_maps, near_duplicate_clusters, twin_clusters
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


def test_a_rotated_copy_is_a_twin_and_strangers_are_not() -> None:
    originals = [_picture(seed) for seed in range(5)]
    copy = _changed_contrast(np.ascontiguousarray(np.rot90(originals[1])))
    clusters = twin_clusters(descriptor_maps([*originals, copy]))
    assert clusters.tolist() == [0, 1, 2, 3, 4, 1]


def test_two_copies_alone_are_twins() -> None:
    # With what they share taken away, nothing would be left to compare.
    picture = _picture(7)
    maps = descriptor_maps([picture, _changed_contrast(picture)])
    assert twin_clusters(maps).tolist() == [0, 0]


def test_no_pictures_make_no_clusters() -> None:
    assert twin_clusters(descriptor_maps([])).tolist() == []
