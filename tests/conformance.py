"""Make the tables of docs/CONFORMANCE.md: ``python -m tests.conformance``.

Reads the test files that come with pydicom, opens each as the application would, and writes what
came out between the markers of the document. Prose outside the markers is kept. Nothing is
downloaded.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pydicom

from tumorview.imaging.decoders import decoders
from tumorview.imaging.errors import ImagingError
from tumorview.imaging.image_file import ImageFile, open_image

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "CONFORMANCE.md"
TEST_FILES = Path(pydicom.__file__).resolve().parent / "data" / "test_files"


def decoder_table() -> str:
    """Transfer syntaxes and the decoder that serves each."""
    rows = [f"| {info.name} | {info.transfer_syntax_uid} | {info.decoder} |" for info in decoders()]
    return "\n".join(["| Transfer syntax | UID | Decoder |", "|---|---|---|", *rows])


def test_file_table() -> str:
    """One row a file: what it holds, and whether every frame was read or why it was not."""
    rows = [_row(path) for path in sorted(TEST_FILES.glob("*.dcm"))]
    head = ["| File | Modality | Transfer syntax | Photometric | Bits | Size | Result |"]
    return "\n".join([*head, "|---|---|---|---|---|---|---|", *rows])


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


def filled(text: str) -> str:
    """`text` with both tables made anew between their markers."""
    for name, table in (("decoders", decoder_table()), ("files", test_file_table())):
        begin, end = f"<!-- {name}: made by python -m tests.conformance -->", f"<!-- {name} end -->"
        before, _, rest = text.partition(begin)
        _, _, after = rest.partition(end)
        text = f"{before}{begin}\n{table}\n{end}{after}"
    return text


def main() -> int:
    """Write the document; 1 when it lacks a marker."""
    text = DOCUMENT.read_text(encoding="utf-8")
    if text.count("made by python -m tests.conformance -->") != 2:
        sys.stderr.write(f"{DOCUMENT.name} lacks its markers\n")
        return 1
    DOCUMENT.write_text(filled(text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
