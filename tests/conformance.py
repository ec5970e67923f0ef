"""Make the tables of docs/CONFORMANCE.md: ``python -m tests.conformance``.

Reads the test files that come with pydicom, opens each as the application would, and writes what
came out between the markers of the document. Prose outside the markers is kept, and so are the
columns of the independent decoders, which ``python -m tests.pixel_truth`` measures. Nothing is
downloaded.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pydicom

from tests.marked import with_content
from tumorview.imaging.decoders import decoders
from tumorview.imaging.errors import ImagingError
from tumorview.imaging.image_file import ImageFile, open_image

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "CONFORMANCE.md"
TEST_FILES = Path(pydicom.__file__).resolve().parent / "data" / "test_files"

OTHER_DECODERS = ("dcmtk", "SimpleITK")
"""Columns that `tests.pixel_truth` fills."""

Cells = Mapping[str, tuple[str, ...]]


def decoder_table() -> str:
    """Transfer syntaxes and the decoder that serves each."""
    rows = [f"| {info.name} | {info.transfer_syntax_uid} | {info.decoder} |" for info in decoders()]
    return "\n".join(["| Transfer syntax | UID | Decoder |", "|---|---|---|", *rows])


def test_file_table(cells: Cells) -> str:
    """One row a file: what it holds, whether every frame was read, and what others read.

    `cells` holds the columns of `OTHER_DECODERS` for each file name.
    """
    unknown = ("not measured",) * len(OTHER_DECODERS)
    rows = [
        f"{_row(path)} {' | '.join(cells.get(path.name, unknown))} |"
        for path in sorted(TEST_FILES.glob("*.dcm"))
    ]
    head = "| File | Modality | Transfer syntax | Photometric | Bits | Size | Result |"
    return "\n".join([f"{head} {' | '.join(OTHER_DECODERS)} |", "|---" * 9 + "|", *rows])


def measured_cells(text: str) -> Cells:
    """The columns of `OTHER_DECODERS` as the document `text` has them."""
    found = {}
    for line in section(text, "files").splitlines():
        parts = [part.strip() for part in line.strip("|").split("|")]
        if len(parts) == 7 + len(OTHER_DECODERS) and parts[0].endswith(".dcm"):
            found[parts[0]] = tuple(parts[7:])
    return found


def _row(path: Path) -> str:
    try:
        opened = open_image(path)
    except ImagingError as error:
        return f"| {path.name} | | | | | | {error.code} |"
    header = opened.header
    size = f"{header.rows} x {header.columns} x {header.frame_count}"
    return (
        f"| {path.name} | {header.modality} | {header.transfer_syntax_uid} "
        f"| {header.photometric_interpretation} | {header.bits_stored} of {header.bits_allocated} "
        f"| {size} | {_result(opened)} |"
    )


def _result(opened: ImageFile) -> str:
    try:
        for number in range(1, opened.frame_count + 1):
            opened.read_frame(number)
    except ImagingError as error:
        return error.code
    return "read"


def filled(text: str, cells: Cells | None = None) -> str:
    """`text` with both tables made anew between their markers; `cells` replace those of `text`."""
    known = measured_cells(text) if cells is None else cells
    text = between(text, "decoders", decoder_table())
    return between(text, "files", test_file_table(known))


def between(text: str, name: str, content: str) -> str:
    """`text` with `content` between the markers `name`.

    Raises ValueError when it lacks them.
    """
    return with_content(text, _begin(name), _end(name), content)


def section(text: str, name: str) -> str:
    """What stands between the markers `name` of `text`; "" when it lacks them."""
    _, _, rest = text.partition(_begin(name))
    return rest.partition(_end(name))[0]


COMMANDS = {
    "decoders": "tests.conformance",
    "files": "tests.conformance",
    "reasons": "tests.pixel_truth",
    "folders": "tests.pixel_truth",
    "choice": "tests.decoder_choice",
    "rendering": "tests.rendering",
}
"""Which command makes what stands between the markers of a name."""


def _begin(name: str) -> str:
    return f"<!-- {name}: made by python -m {COMMANDS[name]} -->"


def _end(name: str) -> str:
    return f"<!-- {name} end -->"


def write(cells: Cells, reasons: str, folders: str) -> None:
    """Write the document with what `tests.pixel_truth` has measured."""
    text = filled(DOCUMENT.read_text(encoding="utf-8"), cells)
    text = between(between(text, "reasons", reasons), "folders", folders)
    DOCUMENT.write_text(text, encoding="utf-8")


def main() -> int:
    """Write the document; 1 when it lacks a marker."""
    try:
        text = filled(DOCUMENT.read_text(encoding="utf-8"))
    except ValueError as error:
        sys.stderr.write(f"{DOCUMENT.name}: {error}\n")
        return 1
    DOCUMENT.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
