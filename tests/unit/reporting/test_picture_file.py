"""Pictures and films as files: lossless where it is promised, whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import cv2
import numpy as np
import pytest

from tumorview.domain.arrays import UInt8Array
from tumorview.domain.export_formats import MovieFormat, PictureFormat, written_rate
from tumorview.reporting.errors import OutputError
from tumorview.reporting.movie_file import LARGEST_SIDE, movie_file, movie_formats
from tumorview.reporting.picture_file import write_picture
from tumorview.reporting.whole_file import write_whole

GREY = np.random.default_rng(5).integers(0, 256, (41, 63), dtype=np.uint8)
COLORED = np.random.default_rng(6).integers(0, 256, (40, 64, 3), dtype=np.uint8)

every_movie = pytest.mark.parametrize("form", list(MovieFormat))


def read_back(path: Path) -> UInt8Array:
    """As in the file: [rows, columns] grey or [rows, columns, 3] RGB."""
    raw = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_UNCHANGED)
    assert raw is not None
    return np.asarray(raw if raw.ndim == 2 else raw[:, :, ::-1], np.uint8)


def shaded(number: int) -> UInt8Array:
    """A smooth picture whose brightness tells which one it is."""
    ramp = np.linspace(0, 40, 64)[np.newaxis, :] + np.linspace(0, 40, 48)[:, np.newaxis]
    return np.asarray(ramp + 30 * number, np.uint8)


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """As on a disk that is full after so many bytes."""
    resource = pytest.importorskip("resource", reason="only POSIX limits the size of a file")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("pixels", [GREY, COLORED], ids=["grey", "colour"])
@pytest.mark.parametrize("form", [PictureFormat.PNG, PictureFormat.TIFF])
def test_png_and_tiff_give_every_pixel_back(
    tmp_path: Path, form: PictureFormat, pixels: UInt8Array
) -> None:
    path = tmp_path / f"Schädel 头.{form}"
    write_picture(path, pixels, form)
    np.testing.assert_array_equal(read_back(path), pixels)


def test_jpeg_keeps_edges_of_colour_where_they_are(tmp_path: Path) -> None:
    pixels = np.zeros((32, 32, 3), np.uint8)
    pixels[:, 15:] = (250, 10, 10)  # an edge within a block, which halved colours would smear
    write_picture(tmp_path / "a.jpg", pixels, PictureFormat.JPEG)
    found = read_back(tmp_path / "a.jpg")
    assert np.abs(found.astype(int) - pixels).max() < 40
    assert found.shape == pixels.shape


def test_a_picture_too_large_for_its_format_is_refused_with_a_way_out(tmp_path: Path) -> None:
    wide = np.zeros((1, 70_000), np.uint8)
    with pytest.raises(OutputError, match="70000 x 1 pixels cannot be encoded as JPEG"):
        write_picture(tmp_path / "a.jpg", wide, PictureFormat.JPEG)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "Free some space"),
        (errno.EROFS, "can only be read"),
        (errno.EACCES, "you may write to"),
        (errno.ENAMETOOLONG, "shorter name"),
    ],
)
def test_what_keeps_a_file_from_being_written_is_said_with_a_remedy_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, advice: str
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"earlier")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match=advice) as caught:
        write_whole(path, b"new", "the report")
    assert f"a.pdf: the report cannot be written ({os.strerror(number)})" in str(caught.value)
    assert path.read_bytes() == b"earlier"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.pdf"]


def test_a_disk_that_fills_up_leaves_the_earlier_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"earlier")
    with largest_file(100), pytest.raises(OutputError, match="the picture cannot be written"):
        write_picture(path, COLORED, PictureFormat.PNG)
    assert path.read_bytes() == b"earlier"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.png"]


@every_movie
def test_a_film_has_its_images_in_order_and_its_rate(tmp_path: Path, form: MovieFormat) -> None:
    path = tmp_path / f"film.{form}"
    assert form in movie_formats()
    rate = written_rate(form, 7.4)
    with movie_file(path, form, rate, (48, 64)) as film:
        for number in range(5):
            film.add(shaded(number))
    reader = cv2.VideoCapture(str(path))
    assert reader.get(cv2.CAP_PROP_FPS) == pytest.approx(rate, abs=0.01)
    for number in range(5):
        there, frame = reader.read()
        assert there
        assert np.abs(frame[:, :, 1].astype(int) - shaded(number)).mean() < 4
    assert not reader.read()[0]
    reader.release()
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_rate_is_changed_only_where_the_format_cannot_state_it() -> None:
    assert written_rate(MovieFormat.MP4, 7.4) == 7.4
    assert written_rate(MovieFormat.AVI, 7.4) == 7.0
    assert written_rate(MovieFormat.AVI, 0.2) == 1.0


@every_movie
def test_odd_and_mixed_sizes_lie_in_the_middle_of_the_film(
    tmp_path: Path, form: MovieFormat
) -> None:
    path = tmp_path / f"film.{form}"
    with movie_file(path, form, 5.0, (47, 63)) as film:
        film.add(np.full((47, 63), 200, np.uint8))
        film.add(np.full((16, 16, 3), 200, np.uint8))
        film.add(np.full((100, 100), 200, np.uint8))
    reader = cv2.VideoCapture(str(path))
    frames = [reader.read()[1][:, :, 1].astype(int) for _ in range(3)]
    reader.release()
    assert frames[0].shape == (48, 64)
    assert abs(frames[0][:40, :56].mean() - 200) < 4
    assert frames[1][20:28, 28:36].mean() > 150
    assert frames[1][:8].mean() < 20
    assert abs(frames[2].mean() - 200) < 4


@every_movie
def test_a_film_that_does_not_fit_on_the_disk_is_not_half_written(
    tmp_path: Path, form: MovieFormat, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"film.{form}"
    path.write_bytes(b"earlier")
    noise = np.random.default_rng(1)

    def write() -> None:
        with movie_file(path, form, 5.0, (256, 256)) as film:
            for _ in range(12):
                film.add(noise.integers(0, 256, (256, 256), dtype=np.uint8))

    with largest_file(40_000), pytest.raises(OutputError, match=r"Free some space|takes no file"):
        write()
    assert path.read_bytes() == b"earlier"
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@every_movie
@pytest.mark.parametrize(
    ("folder", "size", "words"),
    [
        ("missing", (16, 16), "the film cannot be written"),
        ("", (16, LARGEST_SIDE + 2), "larger than players can show"),
    ],
    ids=["no folder", "too large"],
)
def test_a_film_that_cannot_be_begun_is_refused(
    tmp_path: Path, form: MovieFormat, folder: str, size: tuple[int, int], words: str
) -> None:
    with (
        pytest.raises(OutputError, match=words),
        movie_file(tmp_path / folder / f"a.{form}", form, 5.0, size) as film,
    ):
        film.add(np.zeros(size, np.uint8))
    assert not list(tmp_path.iterdir())


def test_a_film_that_was_given_up_leaves_nothing(tmp_path: Path) -> None:
    def give_up() -> None:
        with movie_file(tmp_path / "a.avi", MovieFormat.AVI, 5.0, (16, 16)) as film:
            film.add(np.zeros((16, 16), np.uint8))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert not list(tmp_path.iterdir())
