"""``python -m tests.pixel_truth [--data FOLDER]``: compare, and write docs/CONFORMANCE.md.

Needs dcmtk's programs and SimpleITK (CONTRIBUTING.md says how to get them). Reads the files that
pydicom installs and, where it is there, the folder of real series beside the checkout; nothing is
downloaded. Prints every file about which the decoders disagree; ends with 1 when one of these has
no reason, 2 when a decoder is missing.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests import conformance
from tests.pixel_truth import tables
from tests.pixel_truth.measure import NAMES, PYDICOM_DATA, dicom_files, measured, present
from tests.pixel_truth.reasons import reason_for


def shared_dicom() -> Path:
    """The folder of real series: TUMORVIEW_SHARED_DATA or the one beside the checkout."""
    chosen = os.environ.get("TUMORVIEW_SHARED_DATA")
    beside = Path(__file__).resolve().parents[3] / "shared" / "data"
    return (Path(chosen) if chosen else beside) / "dicom"


def groups(data: Path) -> Iterator[tuple[str, list[Path]]]:
    """(label, files) of each folder but pydicom's main one, which has a table of its own."""
    for label, root in (("pydicom", PYDICOM_DATA), ("real series", data)):
        folders: dict[Path, list[Path]] = {}
        for path in dicom_files(root) if root.is_dir() else ():
            if path.parent != conformance.TEST_FILES:
                # Not deeper than two folders: below are patients and studies.
                parts = path.parent.relative_to(root).parts[:2]
                folders.setdefault(Path(*parts), []).append(path)
        for folder, paths in folders.items():
            yield f"{label}: {folder.as_posix()}", paths


def main(arguments: list[str] | None = None) -> int:
    """Measure everything and write the document."""
    parser = argparse.ArgumentParser(prog="python -m tests.pixel_truth", description=__doc__)
    parser.add_argument("--data", type=Path, default=shared_dicom(), help="folder of real series")
    data: Path = parser.parse_args(arguments).data
    versions = present()
    missing = [name for name in NAMES if name not in versions]
    if missing:
        sys.stderr.write(f"{' and '.join(missing)} not installed: see CONTRIBUTING.md\n")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        places = list(groups(data))
        main_files = sorted(conformance.TEST_FILES.glob("*.dcm"))
        everything = [*main_files, *(path for _, paths in places for path in paths)]
        found = measured(everything, Path(folder))
    unexplained = 0
    for path, by_decoder in found.items():
        for name, verdict in by_decoder.items():
            if not verdict.agrees:
                reason = reason_for(name, path.name)
                unexplained += reason is None
                why = "unexplained" if reason is None else reason.text
                sys.stdout.write(f"{path.name}, {name}: {verdict.phrase}: {why}\n")
    folders = tables.folder_table(
        (label, {path: found[path] for path in paths}) for label, paths in places
    )
    conformance.write(
        cells=tables.cells({path: found[path] for path in main_files}),
        reasons=tables.reasons_list(versions),
        folders=folders,
    )
    return int(unexplained > 0)


if __name__ == "__main__":
    sys.exit(main())
