"""The tables of a scan's journal.

`files` and `rows` are what a scan goes on from and what its table is made of. `results` holds the
same rows as a window shows them, each value in a column of its own, with an index for whatever they
are sorted by: a page of a million rows is read without reading the others.
"""

from __future__ import annotations

from tumorview.services.result_rows import STORED_COLUMNS, SortColumn

FORMAT = 4
READABLE_FORMATS = frozenset({0, 2, FORMAT})
"""Format 2 had neither slices nor results; its files are done again, as their recipe is another."""

_INDICES = "\n".join(
    f"CREATE INDEX IF NOT EXISTS results_by_{column} ON results (visible, {column});"
    for column in SortColumn
)

SCHEMA = f"""
CREATE TABLE IF NOT EXISTS files (
    path BLOB PRIMARY KEY,      -- relative to the folder, as the operating system's bytes
    position INTEGER,           -- in the latest listing; NULL when it is no longer there
    sha256 TEXT,                -- of the content that the rows were made from
    recipe TEXT,                -- what made them: model, options, columns
    frames INTEGER,
    failed INTEGER,
    passing INTEGER,            -- 1 when a failure was of the moment and not of the content
    size INTEGER,               -- of the file when it was read, in bytes
    modified_ns INTEGER         -- likewise, nanoseconds since 1970
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rows (
    path BLOB,
    number INTEGER,
    cells BLOB,                 -- JSON array of the CSV's cells
    PRIMARY KEY (path, number)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS slices (
    path BLOB,
    number INTEGER,
    study BLOB,                 -- equal for images that belong together, and likewise
    series BLOB,
    facts BLOB,                 -- see services.slice_facts
    PRIMARY KEY (path, number)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS files_by_position ON files (position);
CREATE INDEX IF NOT EXISTS slices_by_series ON slices (study, series);
CREATE TABLE IF NOT EXISTS results (
    id INTEGER PRIMARY KEY,     -- in the order in which they first came
    path BLOB,
    number INTEGER,             -- of the row in its file
    stamp INTEGER,              -- grows with everything that is written
    visible INTEGER DEFAULT 1,  -- 0 when the file is not listed or another recipe made the row
    name TEXT,                  -- the path as text, without regard to case
    frame INTEGER,
    modality TEXT,
    state TEXT,
    reason TEXT,
    decision TEXT,
    predicted TEXT,
    probability REAL,           -- -1 when there is none
    left_open TEXT,
    evidence TEXT,
    cautions TEXT,              -- their names, each with a semicolon before and after it
    UNIQUE (path, number)
);
CREATE INDEX IF NOT EXISTS results_by_stamp ON results (stamp);
{_INDICES}
"""

EMPTY = "DELETE FROM results; DELETE FROM slices; DELETE FROM rows; DELETE FROM files;"

_PLACES = ", ".join("?" * (3 + len(STORED_COLUMNS)))
_ANEW = ", ".join(f"{column} = excluded.{column}" for column in STORED_COLUMNS)
# The names of columns are ours, which S608 cannot know.
KEEP_RESULT = (
    f"INSERT INTO results (path, number, stamp, {', '.join(STORED_COLUMNS)}) VALUES ({_PLACES})"  # noqa: S608
    f" ON CONFLICT (path, number) DO UPDATE SET stamp = excluded.stamp, visible = 1, {_ANEW}"
)

_OTHERS = "path IN (SELECT path FROM files WHERE position IS NULL OR recipe IS NOT ?)"
_OURS = "path IN (SELECT path FROM files WHERE position IS NOT NULL AND recipe = ?)"
HIDE_RESULTS = f"UPDATE results SET visible = 0 WHERE visible = 1 AND {_OTHERS}"  # noqa: S608
SHOW_RESULTS = f"UPDATE results SET visible = 1 WHERE visible = 0 AND {_OURS}"  # noqa: S608
