"""``python -m tests.rendering [--data FOLDER] [--print]``: greys beside dcmtk's and the standard's.

Renders made-up images and, where they are there, the real series beside the checkout, and writes
the tables into docs/CONFORMANCE.md; with ``--print`` it only prints them. Needs dcmtk's programs.
Ends with 1 where a difference has no reason, 2 where dcmtk is missing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.conformance import DOCUMENT, between
from tests.pixel_truth import dcmtk
from tests.pixel_truth.__main__ import shared_dicom
from tests.rendering import tables
from tests.rendering.cases import all_cases
from tests.rendering.measure import WITHIN, measured, measured_series, series_files


def main(arguments: list[str] | None = None) -> int:
    """Measure, print or write."""
    parser = argparse.ArgumentParser(prog="python -m tests.rendering", description=__doc__)
    parser.add_argument("--data", type=Path, default=shared_dicom(), help="folder of real series")
    parser.add_argument("--print", action="store_true", help="leave the document as it is")
    options = parser.parse_args(arguments)
    if not dcmtk.version():
        sys.stderr.write("dcmtk is not installed: see CONTRIBUTING.md\n")
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cases = [measured(case, folder) for case in all_cases()]
        series = list(measured_series(series_files(options.data), folder))
    unexplained = [
        f"{one.case.group}, {one.case.name}: {one.dcmtk:g} greys from dcmtk"
        for one in cases
        if one.dcmtk is not None and one.dcmtk > WITHIN and one.case.dcmtk_deviates is None
    ]
    unexplained += [
        f"{one.path.name}, {one.window}: {one.dcmtk:g} greys from dcmtk"
        for one in series
        if one.dcmtk > WITHIN
    ]
    sys.stderr.writelines(f"{line}\n" for line in unexplained)
    parts = [tables.case_table(cases), tables.deviation_list()]
    if series:
        parts.append(tables.series_table(series, options.data))
    content = "\n\n".join([f"Measured with dcmtk {dcmtk.version()}.", *parts])
    if options.print:
        sys.stdout.write(content + "\n")
    else:
        text = between(DOCUMENT.read_text(encoding="utf-8"), "rendering", content)
        DOCUMENT.write_text(text, encoding="utf-8")
    return int(bool(unexplained))


if __name__ == "__main__":
    sys.exit(main())
