"""The environment file names versions and gives hashes that tell data apart."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import pytest

from training.data.records import ImageRecord
from training.environment import (
    ENVIRONMENT_NAME,
    Environment,
    SourceHash,
    hash_file,
    hash_sources,
    machine,
    program_versions,
    python_version,
    write_environment,
)
from training.errors import DataError, RunError


def _record(path: Path, source: str = "here", mask: Path | None = None) -> ImageRecord:
    return ImageRecord(path.name, path, 0, f"{source}:g", source, mask_path=mask)


@pytest.fixture
def image(tmp_path: Path) -> Path:
    path = tmp_path / "a.png"
    path.write_bytes(b"pixels")
    return path


def test_a_file_has_one_hash_and_another_one_once_it_has_changed(image: Path) -> None:
    before = hash_file(image)
    assert before == hash_file(image)
    assert before == hashlib.sha256(hashlib.sha256(b"pixels").digest()).hexdigest()
    image.write_bytes(b"pixelz")
    assert hash_file(image) != before


def test_a_source_counts_each_file_once_and_its_masks_too(tmp_path: Path, image: Path) -> None:
    mask = tmp_path / "a_mask.png"
    mask.write_bytes(b"lesion")
    # Three panels of one picture are one file.
    records = [_record(image), _record(image), _record(image, mask=mask)]
    (found,) = hash_sources(records)
    assert (found.source, found.files) == ("here", 2)
    mask.write_bytes(b"other")
    assert hash_sources(records)[0].sha256 != found.sha256


def test_sources_are_told_apart_and_their_order_does_not_matter(image: Path) -> None:
    records = [_record(image, "b"), _record(image, "a")]
    found = hash_sources(records)
    assert [one.source for one in found] == ["a", "b"]
    assert found == hash_sources(records[::-1])


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"gone.png: the file cannot be read"):
        hash_sources([_record(tmp_path / "gone.png")])


def test_what_decides_about_pixels_is_among_the_versions() -> None:
    assert {"numpy", "opencv-python-headless", "onnxruntime"} <= set(program_versions())


def test_what_is_installed_is_named_with_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.environment._PACKAGES", ("numpy", "no-such-package"))
    found = program_versions()
    assert set(found) == {"numpy"}
    assert found["numpy"][0].isdigit()


def _environment() -> Environment:
    system, cores = machine()
    return Environment(
        recipe="r",
        version="1",
        options={"fold": "0"},
        python=python_version(),
        platform=system,
        cores=cores,
        packages={},
        weights_sha256=None,
        split_sha256="0" * 64,
        data=(SourceHash("here", 1, "1" * 64),),
    )


def test_the_file_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    write_environment(_environment(), tmp_path)
    raw = (tmp_path / ENVIRONMENT_NAME).read_bytes()
    assert msgspec.json.decode(raw, type=Environment) == _environment()
    assert _environment().cores >= 1


def test_a_full_disk_leaves_no_half_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> int:
        with path.open("wb") as stream:
            stream.write(content[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(RunError, match="cannot be written: No space left on device"):
        write_environment(_environment(), tmp_path)
    assert list(tmp_path.iterdir()) == []
