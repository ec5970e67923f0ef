"""docs/CSV.md, made from the table's definition."""

from __future__ import annotations

import io

from tumorview.reporting.csv_columns import COLUMNS, CSV_SCHEMA

_HEAD = """\
# The CSV of a folder scan

Made by `python -m tumorview.reporting.csv_report > docs/CSV.md`; do not edit by hand.

One row a frame, in the order of the folder's listing. A file that could not be read has one row
with the status `failed`. UTF-8 with byte order mark, commas, CRLF, quotes as in RFC 4180.

A text cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return is written with an
apostrophe before it, so that no spreadsheet runs it as a formula; a text that begins with
apostrophes and then one of these gets one more. To get the text back, take one apostrophe off
such a cell (`tumorview.reporting.csv_report.restore`). Cells of numbers are numbers and stay as
they are, also with a minus sign.

New columns come at the end; those that are there keep name, order and meaning.

| column | kind | meaning |
|---|---|---|
"""

_TAIL = """\

## Version

`csv_schema` stands in each row and not in a file beside the table: tables are renamed, cut,
joined and mailed, and what lies beside them stays behind. A program that reads the table checks
that it knows the number. It goes up with every change of the columns; a test holds the columns
to it.

| version | what changed |
|---|---|
| 1 | The table as it was before it had a version: no column `csv_schema` |
| 2 | `csv_schema`; ids and paths may be pseudonyms |

## Pseudonyms

With `--pseudonyms KEYFILE` nothing in the table says whose images they are:

| column | what stands there |
|---|---|
| `patient_id` | the first 32 hexadecimal digits of HMAC-SHA-256(key, `patient_id`, a null \
byte, the Patient ID) |
| `study_instance_uid`, `series_instance_uid`, `sop_instance_uid` | a UID `2.25.N` (PS3.5 \
B.2). N is the number of a UUID of version 8 (RFC 9562) out of the first 128 bits of \
HMAC-SHA-256(key, name of the column, a null byte, the UID) |
| `path` | likewise 32 digits, of the column `path` and the path below the scanned folder with\
 forward slashes: folders are named after patients as often as not. Files in one folder can no\
 longer be told to belong together; study and series still can |
| `series_description` | nothing: it is free text, and the confidentiality profile of PS3.15 \
E.1 removes it |
| `heatmap_path` | the folder as it was given, and the pseudonym of the path as the picture's \
name |

An empty id stays empty. `sha256` stays: it tells nothing to whoever does not have the file, and
finds the file again for whoever does. The pixels are not looked at: a name that is burnt into
an image is in its heatmap picture too.

The key is the file's content without white space at either end, at least 32 bytes; `--make-key`
makes one of 32 random bytes, written as 64 hexadecimal digits, which only its owner may read.
Keep it: with the same key the same patient gets the same pseudonym in the next table, and
without it nobody finds the way back. Another key is another recipe: `--resume` then does every
file again, and one table never holds pseudonyms of two keys. The journal holds the true paths;
do not hand it on.

## Files beside the CSV

`OUT.csv` is always whole: it is replaced in one step when a scan ends or is cancelled, and left
alone when it fails. While it is written it is called `OUT.csv.new`. While a scan runs, its rows
so far are in `OUT.csv.partial`.

`OUT.csv.report.json` and `OUT.csv.report.html` say how the run went: versions, device,
settings, counts, failures by kind, speed over time, and histograms of the probabilities. They
are written at every end of a scan, also of one that was cancelled or failed, and count what the
journal then holds. They name no file and no patient.

`OUT.csv.journal` (SQLite; with `-wal` beside it while a scan runs) is what `--resume` goes on
from; it holds the same rows, so it is as confidential as the CSV. A scan without `--resume`
begins with an empty journal. With it, a file is skipped when its content, the model with its
manifest, the choice of heatmaps and the key of the pseudonyms are what they were. Files that
failed are skipped too, unless `--retry-failed` is given; those that failed for a reason of the
moment (unreadable, changed while it was read, a drive that did not answer, too little memory,
something unforeseen) are always tried again. The journal is committed four times a second, so a
killed scan repeats at most its last quarter of a second. It is locked while a scan runs: a
second scan to the same CSV is refused.

When the scanned folder goes away (a drive is unplugged), the scan ends with `input_folder`;
what was finished is kept for `--resume`. An empty folder is refused by `--resume` where the
journal knows files: it is more likely a drive that is not connected.
"""


def columns_markdown() -> str:
    """The whole document."""
    lines = io.StringIO()
    lines.write(_HEAD)
    for column in COLUMNS:
        lines.write(f"| `{column.name}` | {column.kind} | {column.meaning} |\n")
    lines.write(_TAIL)
    assert f"\n| {CSV_SCHEMA} |" in _TAIL, "the history of the table lacks its version"
    return lines.getvalue()
