from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

from resources.make_package_list import locked_names
from tumorview import __version__
from tumorview.services.licences import (
    NO_TEXT,
    NOT_SAID,
    files_to_bundle,
    installed_names,
    package_names,
    read_licences,
)


def test_the_list_of_packages_is_that_of_the_lock_file(checkout: Path) -> None:
    locked = locked_names((checkout / "requirements" / "run.txt").read_text("utf-8"))
    assert list(package_names()) == locked, "made by ./dev lock (resources/make_package_list.py)"
    assert "pyside6-essentials" in locked


def test_every_part_is_there_with_its_version_and_licence() -> None:
    found = {one.name.lower().replace("_", "-"): one for one in read_licences()}
    assert found["tumorview"].version == __version__
    assert "Apache License" in found["tumorview"].text
    assert "LGPL" in found["tumorview"].text  # the notice that Qt's licence asks for
    assert found["python"].version == ".".join(map(str, sys.version_info[:3]))
    assert set(found) == {"tumorview", "python", *installed_names()}
    for name in installed_names():
        assert found[name].version == metadata.version(name)
        assert found[name].licence != NOT_SAID, name
    assert "LGPL" in found["pyside6-essentials"].licence
    assert "MIT" in found["pydicom"].licence
    assert "Permission is hereby granted" in found["pydicom"].text


def test_what_is_bundled_besides_is_named_too() -> None:
    found = {one.name: one for one in read_licences()}
    # Libraries within packages: OpenCV's FFmpeg, the codecs of imagecodecs.
    assert "FFmpeg" in found["opencv-python-headless"].text
    assert "OpenJPEG" in found["imagecodecs"].text or "openjpeg" in found["imagecodecs"].text
    assert [one.name for one in found.values() if one.text == NO_TEXT] != list(found)


def test_the_stand_alone_application_is_given_every_text() -> None:
    files = files_to_bundle()
    assert all(Path(source).is_file() for source, _ in files)
    names = {Path(folder, Path(source).name).as_posix() for source, folder in files}
    assert any(name.startswith("cv2/LICENSE-3RD-PARTY") for name in names)
    assert any("dist-info" in name for name in names)
    assert not any(name.startswith(("/", "..")) for name in names)
