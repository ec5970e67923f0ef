"""Run by `tests.decoder_choice`: one decoder reads cases, in a process that it may bring down.

Standard input has one path of a DICOM file a line, with `path.npy` beside it where its values are
known; standard output gets "right", "wrong" or "refused" for each, and the seconds of the fastest
of several decodings.
"""

from __future__ import annotations

import faulthandler
import signal
import sys
import time
from pathlib import Path
from unittest import mock

import numpy as np

from tests.decoder_choice.candidates import AnyArray, Candidate, candidates
from tumorview.imaging import dicom_file
from tumorview.imaging.decode_jobs import Job, encoded_frame
from tumorview.imaging.decode_pool import RefusedByDecoderError
from tumorview.imaging.errors import ImagingError
from tumorview.imaging.image_file import open_image

CPU_SECONDS = 3.0
"""What one decoding may take, as in the application for a small frame; then the process ends."""

WALL_SECONDS = 300.0
"""The same by the clock, for systems without a limit on CPU time."""


class Here:
    """Stands for the pool of processes: decodes with one candidate, in this very process."""

    def __init__(self, candidate: Candidate, repeats: int) -> None:
        self.seconds = 0.0
        self._candidate = candidate
        self._repeats = repeats

    def prepare(self) -> None:
        """Nothing has to be started."""

    def decode(self, job: Job, data: bytes, path: Path) -> AnyArray:
        """What `DecodePool.decode` does; keeps how long the fastest decoding took."""
        frame = encoded_frame(job, data)
        taken = []
        try:
            for _ in range(self._repeats):
                started = time.perf_counter()
                values = self._candidate.decode(frame)
                taken.append(time.perf_counter() - started)
        except Exception as error:
            raise RefusedByDecoderError(type(error).__name__) from error
        self.seconds = min(taken)
        return values


def answer(path: Path, tolerance: int, here: Here) -> str:
    """One word on the values of `path`."""
    try:
        values = np.asarray(open_image(path).read_frame().stored_values)
    except ImagingError:
        return "refused"
    truth = np.load(path.with_suffix(".npy")) if path.with_suffix(".npy").exists() else values
    same = values.shape == truth.shape
    apart = np.abs(values.astype(np.int64) - truth.astype(np.int64)) if same else np.array([])
    return "right" if same and apart.max() <= tolerance else "wrong"


def main(name: str, repeats: int) -> None:
    """Answer every line of standard input."""
    candidate = next(one for one in candidates() if one.name == name)
    for line in sys.stdin.read().splitlines():
        tolerance, _, path = line.partition("\t")
        here = Here(candidate, repeats)
        faulthandler.dump_traceback_later(WALL_SECONDS, exit=True)
        if sys.platform != "win32":  # ends the process even where C++ never returns
            signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS * repeats)
        with mock.patch.object(dicom_file, "POOL", here):
            word = answer(Path(path), int(tolerance), here)
        faulthandler.cancel_dump_traceback_later()
        sys.stdout.write(f"{word} {here.seconds}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
