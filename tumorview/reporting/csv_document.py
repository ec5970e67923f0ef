"""docs/CSV.md, made from the table's definition."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Protocol

from tumorview.reporting.csv_columns import COLUMNS, CSV_SCHEMA, CellKind
from tumorview.reporting.level_columns import SERIES_COLUMNS
from tumorview.reporting.map_words import MAP_WORDS
from tumorview.reporting.study_columns import STUDY_COLUMNS

_HEAD = """\
# The tables of a folder scan

Made by `python -m tumorview.reporting.csv_report > docs/CSV.md`; do not edit by hand.

A scan writes three tables: `OUT.csv` with one row a frame, `OUT.series.csv` with one row a series,
and `OUT.studies.csv` with one row a study. All have the same dialect: UTF-8 with byte order mark,
commas, CRLF, quotes as in RFC 4180.

A text cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return is written with an
apostrophe before it, so that no spreadsheet runs it as a formula; a text that begins with
apostrophes and then one of these gets one more. To get the text back, take one apostrophe off
such a cell (`tumorview.reporting.csv_report.restore`). Cells of numbers are numbers and stay as
they are, also with a minus sign.

New columns come at the end; those that are there keep name, order and meaning.

**Why three tables, and no column that names a level.** The rows differ in what they say: a frame
has a path and a status, a series has counts and a score that is not calibrated, a study names
the series that it rests on. In one table most cells of each row would be empty, a program that
adds up a column or draws its histogram would mix probabilities of frames with scores that are
none, and every program that reads the table of frames would have to learn to leave rows out. As
it is, the table of frames is what it was. The tables are joined by `study_instance_uid` and
`series_instance_uid`.

## One row a frame

`OUT.csv`, in the order of the folder's listing. A file that could not be read has one row with the
status `failed`.

| column | kind | meaning |
|---|---|---|
"""

_SERIES = """\

## One row a series

`OUT.series.csv`: the series of the table of frames, each study's together, in the order of the
listing. Images are put into series and into their order as the window does it: by Study and Series
Instance UID and patient, then by position. Where one UID holds several stacks (two acquisitions,
echoes, points of time in one place), each has a row. PNG and JPEG files, and DICOM files without
UIDs, make a series a folder; nothing says that their images are of one patient.

The score is that of the window (`pool_series`): the highest mean probability of a tumour over 3
neighbouring images. Not the highest of single images, since the chance of one false alarm grows
with their number; not the mean of all, which says how long a series is, since most images of a
series with a tumour do not show it. An image that was refused or failed ends a run of neighbours.

**It is not calibrated and no decision is made from it**: neither the score nor a threshold on it
was measured on series with known answers. `score_is_calibrated` says so in every row.

A copy of an image (an export that was made twice) takes no part and is counted in `duplicates`; the
window shows both, and its score may differ there. A series of more than 20,000 images is counted
and has no score: `too_many_images`.

| column | kind | meaning |
|---|---|---|
"""

_STUDIES = """\

## One row a study

`OUT.studies.csv`. The score of a study is the highest score of a series that *speaks*; it is never
a mean over series, since those of a study show one head in different ways, and a mean would say
which sequences were acquired. A series speaks unless one of these holds; the first that does stands
in its `silent_because`:

| `silent_because` | what it means |
|---|---|
| `too_many_images` | more than 20,000 images: counted only |
| `no_answer` | no image has a probability of a tumour |
| `no_series_uid` | the files name no series |
| `no_neighbours` | no 3 neighbouring images have an answer |
| `order_unknown` | no positions: neighbours in the list need not be neighbours in the head |
| `mostly_refused` | the model refused more images than it answered |
| `not_validated` | an image of the score has one of the cautions `modality_unknown`, \
`modality_contradicted`, `mosaic`, or one with which the model refuses an answer |

**It was not validated for studies.** The chance that one of several series scores high without a
tumour grows with their number, so studies with different numbers of series are not to be compared
by it. No series that speaks is no answer; it is never one of *no tumour*.

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

The tables of series and studies have versions of their own, `series_schema` and `study_schema`:

| version | what changed |
|---|---|
| 1 | The first one |

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

The tables of series and studies hold the same pseudonyms; `folder` is one of the column `folder`
and the folder below the scanned one.

An empty id stays empty. `sha256` stays: it tells nothing to whoever does not have the file, and
finds the file again for whoever does. The pixels are not looked at: a name that is burnt into
an image is in its heatmap picture too.

The key is the file's content without white space at either end, at least 32 bytes; `--make-key`
makes one of 32 random bytes, written as 64 hexadecimal digits, which only its owner may read.
Keep it: with the same key the same patient gets the same pseudonym in the next table, and
without it nobody finds the way back. Another key is another recipe: `--resume` then does every
file again, and one table never holds pseudonyms of two keys. The journal holds the true paths;
do not hand it on.

## Heatmaps

With `--heatmaps DIR` each frame with a heatmap has a picture there, at its path below the scanned
folder: `NAME.f0001.png` for frame 1. With `--parametric-maps` the heatmap lies beside it as a DICOM
Parametric Map too (PS3.3 A.75), `NAME.f0001.dcm`, with the values themselves: 32-bit floats from 0
to 1 without a unit, on the grid and in the place of the source image, which it refers to. The maps
of one series make one series of the same study, and the same heatmap of the same image has the same
UIDs when it is made again. Content Description, Series Description and Image Comments say that it
is no lesion outline and no probability; Content Qualification is RESEARCH. A map carries the
patient's name as its source does; with `--pseudonyms` it carries the pseudonyms of the tables, and
names, dates and texts are left out.

Each file is written whole or not at all, before its row is kept, so that every row that is there
has its files. What cannot be a map keeps its picture. How many became what stands in the report on
the run; `parametric_maps` in the table of series counts those that were written:

| outcome | what it means |
|---|---|
@MAPS@
## Files beside the CSV

`OUT.csv` is always whole: it is replaced in one step when a scan ends or is cancelled, and left
alone when it fails. While it is written it is called `OUT.csv.new`. While a scan runs, its rows
so far are in `OUT.csv.partial`.

The tables of series and studies are written when the table of frames is, from the same journal, and
replaced likewise, one after the other; a scan that was killed between them brings them up to date
with `--resume`. They are then byte for byte those of an unbroken scan. A file of that name that is
no such table is never replaced: the scan is refused. With `--parquet OUT.parquet` all three are
written as Parquet too, `OUT.series.parquet` and `OUT.studies.parquet`.

`OUT.csv.report.json` and `OUT.csv.report.html` say how the run went: versions, device,
settings, counts of frames, series and studies, failures by kind, speed over time, and histograms
of the probabilities. They are written at every end of a scan, also of one that was cancelled or
failed, and count what the journal then holds. They name no file and no patient.

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


class _Row(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> CellKind: ...
    @property
    def meaning(self) -> str: ...


def columns_markdown() -> str:
    """The whole document."""
    lines = io.StringIO()
    tables: tuple[tuple[str, Sequence[_Row]], ...] = (
        (_HEAD, COLUMNS),
        (_SERIES, SERIES_COLUMNS),
        (_STUDIES, STUDY_COLUMNS),
    )
    for text, columns in tables:
        lines.write(text)
        for column in columns:
            lines.write(f"| `{column.name}` | {column.kind} | {column.meaning} |\n")
    outcomes = "".join(f"| `{outcome}` | {words} |\n" for outcome, words in MAP_WORDS.items())
    lines.write(_TAIL.replace("@MAPS@\n", f"{outcomes}\n"))
    assert f"\n| {CSV_SCHEMA} |" in _TAIL, "the history of the table lacks its version"
    return lines.getvalue()
