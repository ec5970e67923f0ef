"""A film as a file, by the encoders that come with OpenCV."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from cv2 import videoio_registry

from tumorview.domain.arrays import UInt8Array
from tumorview.domain.export_formats import MovieFormat
from tumorview.reporting.errors import OutputError
from tumorview.reporting.whole_file import whole_file

_WHAT = "the film"
_ENCODERS = {
    # MPEG-4 Part 2 by FFmpeg's own encoder; OpenCV builds FFmpeg without its GPL parts.
    MovieFormat.MP4: (cv2.CAP_FFMPEG, "mp4v"),
    MovieFormat.AVI: (cv2.CAP_OPENCV_MJPEG, "MJPG"),
}
LARGEST_SIDE = 8192
"""Beyond what players show; the standard of MPEG-4 Part 2 ends there."""


def movie_formats() -> tuple[MovieFormat, ...]:
    """The formats that this machine's OpenCV can write, the best first."""
    backends = set(videoio_registry.getWriterBackends())
    return tuple(form for form, (backend, _) in _ENCODERS.items() if backend in backends)


class MovieFile:
    """A film that is being written; made by `movie_file`."""

    def __init__(self, writer: cv2.VideoWriter, size: tuple[int, int]) -> None:
        self._writer = writer
        self._size = size
        self.count = 0

    def add(self, frame: UInt8Array) -> None:
        """Append uint8[rows, columns] grey or uint8[rows, columns, 3] RGB.

        It lies in the middle of the film's picture, black around it, cut where it is larger.
        """
        self._writer.write(_fitted(frame, self._size))
        self.count += 1


@contextlib.contextmanager
def movie_file(
    path: Path, form: MovieFormat, frames_per_second: float, size: tuple[int, int]
) -> Iterator[MovieFile]:
    """Write a film, whole or not at all.

    Parameters
    ----------
    frames_per_second
        Written into the file, for players.
    size
        (rows, columns) of its picture, brought up to even numbers, as MPEG-4 wants them.

    Raises
    ------
    OutputError
        There is no such encoder here, the picture is too large, or the file cannot be written; an
        earlier file is unharmed.
    """
    rows, columns = (side + side % 2 for side in size)
    if max(rows, columns) > LARGEST_SIDE:
        raise OutputError(
            f"a film of {columns} x {rows} pixels is larger than players can show",
            path=path,
            remedy="Choose the size of the screen.",
        )
    backend, code = _ENCODERS[form]
    with whole_file(path, _WHAT) as temporary:
        # OpenCV tells nobody when it cannot write, so the system is asked first.
        temporary.touch(exist_ok=False)
        fourcc = cv2.VideoWriter.fourcc(*code)
        writer = cv2.VideoWriter(
            str(temporary), backend, fourcc, frames_per_second, (columns, rows)
        )
        try:
            if not writer.isOpened():
                raise OutputError(
                    f"{_WHAT} cannot be written: its encoder does not start here",
                    path=path,
                    remedy="Choose the other format of films, or another folder.",
                )
            film = MovieFile(writer, (rows, columns))
            yield film
        finally:
            writer.release()
        _check(temporary, path, film.count)


def _check(temporary: Path, path: Path, count: int) -> None:
    """Refuse a file that does not hold `count` frames: a full disk is not reported otherwise."""
    reader = cv2.VideoCapture(str(temporary))
    try:
        found = 0
        while reader.grab():
            found += 1
    finally:
        reader.release()
    if found != count:
        raise OutputError(
            f"{_WHAT} could not be written to its end ({found} of {count} images)",
            path=path,
            remedy="Free some space, or choose another disk.",
        )


def _fitted(frame: UInt8Array, size: tuple[int, int]) -> UInt8Array:
    """BGR of `size`: `frame` in its middle, black around it."""
    colors = cv2.COLOR_GRAY2BGR if frame.ndim == 2 else cv2.COLOR_RGB2BGR
    ordered = np.asarray(cv2.cvtColor(frame, colors), np.uint8)
    if ordered.shape[:2] == size:
        return ordered
    fitted = np.zeros((*size, 3), np.uint8)
    rows, columns = (min(a, b) for a, b in zip(ordered.shape[:2], size, strict=True))
    top, left = (ordered.shape[0] - rows) // 2, (ordered.shape[1] - columns) // 2
    down, right = (size[0] - rows) // 2, (size[1] - columns) // 2
    fitted[down : down + rows, right : right + columns] = ordered[
        top : top + rows, left : left + columns
    ]
    return fitted
