"""The columns of the table of results: heading, width, what a cell says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tumorview.domain.prediction import Caution
from tumorview.reporting.cautions import CAUTION_TEXTS
from tumorview.reporting.words import percent
from tumorview.services.result_rows import ResultRow, RowState, SortColumn
from tumorview.ui.language import local

STATE_TITLES = {
    RowState.DONE: "Done",
    RowState.REFUSED: "No answer",
    RowState.FAILED: "Failed",
}
STATE_INKS = {
    RowState.DONE: "text_muted",
    RowState.REFUSED: "warning",
    RowState.FAILED: "danger",
}


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: heading, width in px, what the cell says, what it is sorted by.

    `sort` is None where it cannot be sorted by. `empty` names the column that stays hidden until a
    row says something in it: most models do not fill it.
    """

    heading: str
    width: int
    text: Callable[[ResultRow], str]
    sort: SortColumn | None = None
    is_number: bool = False
    empty: str = ""


def caution_title(caution: str) -> str:
    """The name of a caution; what a later version wrote is shown as it is."""
    try:
        return local(CAUTION_TEXTS[Caution(caution)].title)
    except ValueError:
        return caution


COLUMNS: tuple[TableColumn, ...] = (
    TableColumn("File", 224, lambda r: r.file, SortColumn.NAME),
    TableColumn("Status", 88, lambda r: local(STATE_TITLES[r.state]), SortColumn.STATE),
    TableColumn("Frame", 56, lambda r: str(r.frame), is_number=True),
    TableColumn("Modality", 72, lambda r: r.modality, SortColumn.MODALITY),
    TableColumn(
        "Decision", 176, lambda r: local(r.decision), SortColumn.DECISION, empty="decision"
    ),
    TableColumn("Predicted", 128, lambda r: local(r.predicted), SortColumn.PREDICTED),
    TableColumn(
        "Probability",
        88,
        lambda r: "" if r.probability is None else percent(r.probability),
        SortColumn.PROBABILITY,
        is_number=True,
    ),
    TableColumn("Left open", 200, lambda r: local(r.left_open), empty="left_open"),
    TableColumn("Evidence", 160, lambda r: local(r.evidence), empty="evidence"),
    TableColumn(
        "Cautions",
        160,
        lambda r: ", ".join(caution_title(one) for one in r.cautions),
        SortColumn.CAUTIONS,
    ),
    TableColumn("Reason", 200, lambda r: local(r.reason), SortColumn.REASON),
)
FILE_COLUMN = 0
STATUS_COLUMN = next(i for i, c in enumerate(COLUMNS) if c.heading == "Status")
