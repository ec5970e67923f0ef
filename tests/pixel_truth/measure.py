"""Reading a set of files with TumorView and with every independent decoder that is here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pydicom

from tests.pixel_truth import compare, dcmtk, sitk
from tests.pixel_truth.decoded import Decoded
from tests.pixel_truth.verdict import Verdict, verdict

PYDICOM_DATA = Path(pydicom.__file__).resolve().parent / "data"
NAMES = (dcmtk.NAME, sitk.NAME)


def dicom_files(root: Path) -> list[Path]:
    """Every file below `root` that is DICOM by its signature or by its name."""
    found = []
    for path in sorted(root.rglob("*")):
        if path.is_file():
            with path.open("rb") as stream:
                head = stream.read(132)
            if head[128:] == b"DICM" or path.suffix == ".dcm":
                found.append(path)
    return found


def present() -> dict[str, str]:
    """The independent decoders that are installed, with their versions."""
    versions = {dcmtk.NAME: dcmtk.version(), sitk.NAME: sitk.version()}
    return {name: version for name, version in versions.items() if version}


def measured(paths: Sequence[Path], folder: Path) -> dict[Path, dict[str, Verdict]]:
    """{file: {decoder: verdict}} for the decoders that are here; `folder` is for their files."""
    readings = {path: compare.read(path) for path in paths}
    answers: dict[str, Mapping[Path, Decoded]] = {}
    if dcmtk.version():
        answers[dcmtk.NAME] = {path: dcmtk.decode(path, folder / "dcmtk") for path in paths}
    if sitk.version():
        answers[sitk.NAME] = sitk.decode_all(paths, folder / "sitk")
    return {
        path: {name: verdict(readings[path], found[path]) for name, found in answers.items()}
        for path in paths
    }
