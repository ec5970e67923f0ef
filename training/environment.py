"""What a run was made with: program versions, machine, and a hash of every file that it read."""

from __future__ import annotations

import hashlib
import importlib.metadata
import platform
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from training.data.records import ImageRecord
from training.errors import DataError
from training.evaluation.files import write_whole
from tumorview.machine import available_cores

ENVIRONMENT_NAME = "environment.json"

_PACKAGES = (
    "tensorflow",
    "jax",
    "keras",
    "numpy",
    "opencv-python-headless",
    "onnxruntime",
    "pydicom",
)


class SourceHash(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The files of one source; `sha256` is over their contents in the order of their names."""

    source: str
    files: int
    sha256: str


class Environment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a run was made with.

    `packages` are versions by name, `weights_sha256` the ImageNet weights' or None, and
    `options` what the user asked for, for people.
    """

    recipe: str
    version: str
    options: dict[str, str]
    python: str
    platform: str
    cores: int
    packages: dict[str, str]
    weights_sha256: str | None
    split_sha256: str
    data: tuple[SourceHash, ...]


def write_environment(environment: Environment, run: Path) -> None:
    """Write ``environment.json`` into a run folder; raises RunError when that fails."""
    write_whole(
        run / ENVIRONMENT_NAME, msgspec.json.format(msgspec.json.encode(environment), indent=1)
    )


def program_versions() -> dict[str, str]:
    """Versions of the packages that decide about numbers, as far as they are installed."""
    found = {}
    for name in _PACKAGES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def python_version() -> str:
    """Of the running interpreter."""
    return sys.version.split()[0]


def machine() -> tuple[str, int]:
    """The operating system and processor family, and the cores that may be used."""
    return f"{platform.system()} {platform.machine()}", available_cores()


def hash_file(path: Path) -> str:
    """SHA-256 of a file; raises DataError when it cannot be read."""
    return _hash_files((path,))


def hash_sources(records: Sequence[ImageRecord]) -> tuple[SourceHash, ...]:
    """One hash a source over all images and masks of `records`.

    Raises
    ------
    DataError
        When a file cannot be read.
    """
    files: dict[str, set[Path]] = {}
    for record in records:
        own = files.setdefault(record.source, set())
        own.add(record.path)
        if record.mask_path is not None:
            own.add(record.mask_path)
    return tuple(
        SourceHash(source, len(paths), _hash_files(sorted(paths)))
        for source, paths in sorted(files.items())
    )


def _hash_files(paths: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for path in paths:
        try:
            whole.update(hashlib.sha256(path.read_bytes()).digest())
        except OSError as error:
            raise DataError(
                f"the file cannot be read: {error.strerror}",
                path=path,
                remedy="Make it readable, or fetch the data set again.",
            ) from error
    return whole.hexdigest()
