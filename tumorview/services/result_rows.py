"""One result of a scan as a window shows it, and how the journal keeps it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from tumorview.domain.prediction import Caution
from tumorview.reporting.cautions import refusal, refusal_title
from tumorview.reporting.csv_columns import RowFacts, RowStatus
from tumorview.reporting.csv_report import restore
from tumorview.reporting.words import decision_title, set_names


class RowState(StrEnum):
    """What became of a frame."""

    DONE = "done"
    REFUSED = "refused"
    """The model does not answer for this image."""
    FAILED = "failed"


class SortColumn(StrEnum):
    """What results can be sorted by; each value is the name of a column that has an index."""

    NAME = "name"
    MODALITY = "modality"
    DECISION = "decision"
    PREDICTED = "predicted"
    PROBABILITY = "probability"
    CAUTIONS = "cautions"
    STATE = "state"
    REASON = "reason"


STORED_COLUMNS = (
    "name",
    "frame",
    "modality",
    "decision",
    "predicted",
    "probability",
    "left_open",
    "evidence",
    "cautions",
    "state",
    "reason",
)
"""The columns of `ResultRow.stored`, in order."""

SOMETIMES_EMPTY = ("decision", "left_open", "evidence")
"""Those that most models leave empty."""

_NO_PROBABILITY = -1.0


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One line.

    Attributes
    ----------
    file
        Path below the scanned folder, as text for people; bytes that are no UTF-8 are replaced.
    frame
        Frame number, counted from 1.
    reason
        Why there is no answer; empty where there is one.
    predicted, left_open
        Names of classes; `left_open` where more than one is not ruled out.
    probability
        Of the predicted class, calibrated, 0 to 1; None where there is none.
    cautions
        Values of `Caution`.
    path
        Path below the scanned folder as the operating system's bytes.
    id
        Of the row in its journal; 0 before it is there.
    """

    file: str
    frame: int
    modality: str
    state: RowState
    reason: str = ""
    decision: str = ""
    predicted: str = ""
    probability: float | None = None
    left_open: str = ""
    evidence: str = ""
    cautions: tuple[str, ...] = ()
    path: bytes = b""
    id: int = 0

    def __repr__(self) -> str:
        # A folder is named after a patient as often as not.
        return f"ResultRow(id={self.id}, state={self.state})"

    def stored(self) -> tuple[object, ...]:
        """The values of `STORED_COLUMNS`."""
        return (
            self.file.casefold(),
            self.frame,
            self.modality,
            self.decision,
            self.predicted,
            _NO_PROBABILITY if self.probability is None else self.probability,
            self.left_open,
            self.evidence,
            "".join(f";{caution};" for caution in self.cautions),
            str(self.state),
            self.reason,
        )


def restored(identity: int, path: bytes, values: Sequence[Any]) -> ResultRow:
    """The row of that id and path whose `stored` gave these values."""
    (_, frame, modality, decision, predicted, probability, left_open, evidence, cautions) = values[
        :9
    ]
    return ResultRow(
        file=_text(path),
        frame=frame,
        modality=modality,
        state=RowState(values[9]),
        reason=values[10],
        decision=decision,
        predicted=predicted,
        probability=None if probability == _NO_PROBABILITY else probability,
        left_open=left_open,
        evidence=evidence,
        cautions=tuple(part for part in cautions.split(";") if part),
        path=path,
        id=identity,
    )


def placed(row: ResultRow, path: bytes) -> ResultRow:
    """The same row of the file that the journal calls `path`."""
    return replace(row, path=path, file=_text(path))


def result_row(facts: RowFacts) -> ResultRow | None:
    """What a window shows of a row; None for a file that holds no image by its nature."""
    if facts.status is RowStatus.SKIPPED:
        return None
    item = facts.item
    path = os.fsencode(facts.relative_path.as_posix())
    file, frame = _text(path), item.source.frame_number
    if facts.error is not None:
        sentence = facts.error.sentence(with_path=False)
        reason = sentence[:1].upper() + sentence[1:]
        return ResultRow(file, frame, item.modality, RowState.FAILED, reason, path=path)
    answer = facts.prediction
    assert answer is not None
    cautions = tuple(str(caution) for caution in answer.cautions)
    if answer.gate_refused:
        reason = refusal(answer, item.modality).title
        return ResultRow(
            file, frame, item.modality, RowState.REFUSED, reason, cautions=cautions, path=path
        )
    best = answer.probabilities
    return ResultRow(
        file,
        frame,
        item.modality,
        RowState.DONE,
        decision="" if answer.decision is None else decision_title(answer.decision),
        predicted=best.predicted.name,
        probability=best.top,
        left_open=set_names(answer) if len(answer.prediction_set) > 1 else "",
        evidence=answer.evidence,
        cautions=cautions,
        path=path,
    )


def result_of_cells(cells: Mapping[str, str], names: Mapping[str, str]) -> ResultRow | None:
    """The same of a row that another machine has made, from its cells by heading.

    The path is the table's; `names` are those of the classes by their ids.
    """
    if cells["status"] == RowStatus.SKIPPED:
        return None
    known = {str(caution) for caution in Caution}
    cautions = tuple(one for one in cells["cautions"].split(";") if one in known)
    row = ResultRow(
        restore(cells["path"]),
        int(cells["frame"]),
        restore(cells["modality"]),
        RowState.DONE,
        cautions=cautions,
        path=restore(cells["path"]).encode(),
    )
    if cells["status"] == RowStatus.FAILED:
        text = restore(cells["error_text"])
        return replace(row, state=RowState.FAILED, reason=text[:1].upper() + text[1:])
    if cells["gate_refused"] == "yes":
        modality = row.modality or restore(cells["judged_modality"])
        title, _ = refusal_title([Caution(one) for one in cautions], modality)
        return replace(row, state=RowState.REFUSED, reason=title)
    predicted, decision = cells["predicted"], cells["decision"]
    probabilities = [float(text) for name, text in cells.items() if name.startswith("p_") and text]
    untold = cells["tumor_probability"] if predicted not in names else ""
    left_open = [names.get(one, one) for one in cells["prediction_set"].split(";") if one]
    return replace(
        row,
        decision=decision[:1].upper() + decision[1:],
        predicted=names.get(predicted, predicted),
        probability=float(untold) if untold else max(probabilities, default=None),
        left_open=" or ".join(left_open) if len(left_open) > 1 else "",
        evidence=restore(cells["evidence"]),
    )


def _text(path: bytes) -> str:
    return path.decode("utf-8", "replace")
