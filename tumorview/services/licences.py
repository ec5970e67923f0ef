"""Under which licences the parts of TumorView come, as their own metadata and files say it.

Nothing here is typed by hand: the names of the packages come from the lock file
(``resources/packages.json``), all else from what is installed, in a stand-alone application from
what was installed when it was built.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path, PurePosixPath

import msgspec

from tumorview import __version__
from tumorview.paths import application_root, resources_dir

_TEXT_NAME = re.compile(r"licen[cs]e|copying|notice|third.?party", re.IGNORECASE)
_NO_TEXT_SUFFIXES = frozenset({".py", ".pyc", ".pyi", ".json", ".so", ".pyd"})
_LONGEST_NAME = 80
"""Some packages put a whole licence where its name belongs."""

NO_TEXT = "The package comes without the text of its licence."
NOT_SAID = "not said"


@dataclass(frozen=True, slots=True)
class PackageLicence:
    """One part: its name, version, the name of its licence, and what its licence files say."""

    name: str
    version: str
    licence: str
    text: str


def package_names() -> tuple[str, ...]:
    """Packages that TumorView runs with, by the lock file; some are for other systems."""
    raw = (resources_dir() / "packages.json").read_bytes()
    return msgspec.json.decode(raw, type=tuple[str, ...])


def read_licences() -> tuple[PackageLicence, ...]:
    """TumorView, Python, and every package that is installed here, by name."""
    own = "\n\n".join(_text(application_root() / name) for name in ("NOTICE", "LICENSE"))
    first = (
        PackageLicence("TumorView", __version__, "Apache-2.0", own),
        PackageLicence("Python", sys.version.split()[0], "PSF-2.0", sys.copyright),
    )
    found = [_licence_of(metadata.distribution(name)) for name in installed_names()]
    return (*first, *sorted(found, key=lambda one: one.name.lower()))


def installed_names() -> tuple[str, ...]:
    """Those of `package_names` that are installed."""
    found = []
    for name in package_names():
        try:
            metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        found.append(name)
    return tuple(found)


def licence_files(distribution: metadata.Distribution) -> list[PurePosixPath]:
    """Files of a package that hold licences, relative to where it is installed."""
    return [
        PurePosixPath(file.as_posix())
        for file in distribution.files or ()
        if _TEXT_NAME.search(file.as_posix().rpartition("/")[2] or "")
        and file.suffix not in _NO_TEXT_SUFFIXES
        and Path(str(file.locate())).is_file()
    ]


def files_to_bundle() -> list[tuple[str, str]]:
    """(file, folder in the application) of every licence, for the recipe of the application."""
    return [
        (str(distribution.locate_file(str(file))), str(file.parent))
        for distribution in map(metadata.distribution, installed_names())
        for file in licence_files(distribution)
    ]


def _licence_of(distribution: metadata.Distribution) -> PackageLicence:
    # One text often lies in several places of a package.
    texts = {
        _text(Path(str(distribution.locate_file(str(file))))): file.name
        for file in reversed(licence_files(distribution))
    }
    parts = [f"{name}\n\n{text}" for text, name in reversed(texts.items()) if text]
    return PackageLicence(
        distribution.metadata["Name"],
        distribution.version,
        _licence_name(distribution),
        "\n\n\n".join(parts) or NO_TEXT,
    )


def _licence_name(distribution: metadata.Distribution) -> str:
    """The SPDX expression, else what older metadata say."""
    fields = distribution.metadata
    for field in ("License-Expression", "License"):
        said = " ".join(fields.get_all(field) or ()).strip()
        if said and len(said) <= _LONGEST_NAME and "\n" not in said:
            return said
    kinds = [
        kind.rpartition(" :: ")[2]
        for kind in fields.get_all("Classifier") or ()
        if kind.startswith("License ::")
    ]
    return ", ".join(kinds) or NOT_SAID


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace").strip()
    except OSError:
        return ""
