"""What it costs to decode in a process apart.

Every image is decoded once in this process and once by `DecodePool`, turn and turn about; stated is
the difference of the two medians in milliseconds an image, and both as a ratio in the details. One
thread asks, as it is with one image after the other; in a scan several do, each with a process.

    python -m benchmarks.bench_decode [--images 60] [--rounds 5]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import imagecodecs
import numpy as np

from benchmarks.common import Result, head_image, median
from tumorview.imaging.decode_jobs import Job
from tumorview.imaging.decode_jobs import run as decode_here
from tumorview.imaging.decode_pool import DecodePool

_TARGET_MS = 1.0
_J2K = "1.2.840.10008.1.2.4.90"
_JPEG_LS = "1.2.840.10008.1.2.4.80"


def _dicom(syntax: str, side: int) -> Job:
    return Job("dicom", side * side, syntax, rows=side, columns=side, bits_allocated=16)


def _kinds(images: int) -> dict[str, tuple[Job, list[bytes]]]:
    heads = [head_image(seed) for seed in range(images)]
    side = heads[0].shape[0]
    eight = [np.asarray(head >> 4, np.uint8) for head in heads]
    return {
        "JPEG-LS, 512 x 512 of 16 bits": (
            _dicom(_JPEG_LS, side),
            [bytes(imagecodecs.jpegls_encode(head)) for head in heads],
        ),
        "JPEG 2000, 512 x 512 of 16 bits": (
            _dicom(_J2K, side),
            [bytes(imagecodecs.jpeg2k_encode(h, codecformat="j2k", level=0)) for h in heads],
        ),
        "JPEG, 512 x 512 of 8 bits": (
            Job("jpeg", side * side),
            [bytes(imagecodecs.jpeg8_encode(head)) for head in eight],
        ),
    }


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def run(images: int = 60, rounds: int = 5) -> list[Result]:
    """One result a codec."""
    found = []
    pool = DecodePool()
    nowhere = Path("benchmark")
    for name, (job, streams) in _kinds(images).items():
        pool.decode(job, streams[0], nowhere)
        decode_here(job, streams[0])
        here, apart = [], []
        for _ in range(rounds):
            for stream in streams:
                here.append(_timed(partial(decode_here, job, stream)))
                apart.append(_timed(partial(pool.decode, job, stream, nowhere)))
        found.append(
            Result(
                f"decoding apart, {name}",
                median(apart) - median(here),
                _TARGET_MS,
                at_least=False,
                unit="ms more an image",
                details={
                    "here_ms": median(here),
                    "apart_ms": median(apart),
                    "ratio": median(apart) / median(here),
                },
            )
        )
    pool.close()
    return found


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    for result in run(options.images, options.rounds):
        print(result.as_json())


if __name__ == "__main__":
    main()
