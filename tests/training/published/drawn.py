"""Drawn class folders, and recipes small enough for a test; imports no TensorFlow by itself."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from tumorview.domain.arrays import UInt8Array


def picture(seed: int, *, tumor: bool) -> UInt8Array:
    """A noisy ellipse, uint8[72, 64], with a bright spot where there is a tumour."""
    random = np.random.default_rng(seed)
    image = np.zeros((72, 64), np.uint8)
    cv2.ellipse(image, (32, 36), (24, 30), 0, 0, 360, 90, -1)
    for _ in range(12):
        place = (int(random.integers(14, 50)), int(random.integers(12, 60)))
        cv2.circle(image, place, int(random.integers(2, 6)), int(random.integers(40, 150)), -1)
    if tumor:
        cv2.circle(image, (int(random.integers(20, 44)), 36), 8, 255, -1)
    noise = random.normal(0, 4, image.shape)
    return np.clip(image + noise, 0, 255).astype(np.uint8)


def write_yes_no(root: Path, count: int = 12) -> Path:
    """Write ``yes`` and ``no`` with `count` pictures each and return `root`."""
    for place, (name, tumor) in enumerate((("no", False), ("yes", True))):
        (root / name).mkdir(parents=True)
        for number in range(count):
            path = root / name / f"{name} {number:02d}.png"
            cv2.imwrite(str(path), picture(1000 * place + number, tumor=tumor))
    return root
