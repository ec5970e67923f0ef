"""The columns of the CSV table: one declaration that rows and docs/CSV.md are made from."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from tumorview.domain.events import ScanItem
from tumorview.domain.prediction import AcquisitionGuess, Prediction, TumorDecision
from tumorview.errors import TumorViewError
from tumorview.imaging.errors import IndexFileError
from tumorview.reporting.words import decision_title

CSV_SCHEMA = 2
"""Version of the table, in each of its rows; goes up with every change of the columns."""


class RowStatus(StrEnum):
    """What became of a frame or file."""

    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"
    """A known file that holds no image by its nature: the index of a DICOM medium."""


class CellKind(StrEnum):
    """How a cell is written."""

    TEXT = "text"
    """Anything; neutralised."""
    NUMBER = "number"
    """Decimal point, no thousands separator; empty when unknown."""
    FLAG = "flag"
    """yes or no; empty when unknown."""


@dataclass(frozen=True, slots=True)
class RowFacts:
    """Everything that one row says: one frame, or a file that failed before its frames were known.

    Attributes
    ----------
    item
        The frame and what its header says.
    relative_path
        The file as seen from the scanned folder.
    prediction, error
        The answer, or why there is none; exactly one of the two is set.
    heatmap_path
        The picture that was written for this frame, or None.
    model_id, model_sha256
        The model of the scan, also for rows without an answer.
    app_version
        The version of TumorView.
    timestamp
        When the row was made, ISO 8601 in UTC.
    """

    item: ScanItem
    relative_path: PurePath
    prediction: Prediction | None
    error: TumorViewError | None
    heatmap_path: Path | None
    model_id: str
    model_sha256: str
    app_version: str
    timestamp: str

    def __post_init__(self) -> None:
        if (self.prediction is None) == (self.error is None):
            raise ValueError("A row has either a prediction or an error.")

    @property
    def status(self) -> RowStatus:
        """What became of the frame or file."""
        if self.error is None:
            return RowStatus.DONE
        return RowStatus.SKIPPED if isinstance(self.error, IndexFileError) else RowStatus.FAILED


CellValue = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, how it is written, what it means, where its value comes from."""

    name: str
    kind: CellKind
    meaning: str
    value: Callable[[RowFacts], CellValue]


def _from_prediction(read: Callable[[Prediction], CellValue]) -> Callable[[RowFacts], CellValue]:
    return lambda row: None if row.prediction is None else read(row.prediction)


def _from_decision(read: Callable[[TumorDecision], CellValue]) -> Callable[[RowFacts], CellValue]:
    return _from_prediction(lambda p: None if p.decision is None else read(p.decision))


def _from_acquisition(
    read: Callable[[AcquisitionGuess], CellValue],
) -> Callable[[RowFacts], CellValue]:
    return _from_prediction(lambda p: None if p.acquisition is None else read(p.acquisition))


def path_text(path: PurePath | None) -> str:
    """A path as text; bytes that are no UTF-8 become a backslash, x and two hex digits."""
    if path is None:
        return ""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


_TEXT, _NUMBER, _FLAG = CellKind.TEXT, CellKind.NUMBER, CellKind.FLAG

_LEADING: tuple[Column, ...] = (
    Column(
        "path",
        _TEXT,
        "File, seen from the scanned folder, with forward slashes; bytes that are no UTF-8 as "
        r"`\xNN`",
        lambda row: path_text(row.relative_path),
    ),
    Column(
        "sha256",
        _TEXT,
        "SHA-256 of the file's content; empty when the file could not be read at all",
        lambda row: row.item.sha256,
    ),
    Column("patient_id", _TEXT, "Patient ID (0010,0020)", lambda row: row.item.patient_id),
    Column(
        "study_instance_uid",
        _TEXT,
        "Study Instance UID (0020,000D); empty for PNG and JPEG",
        lambda row: row.item.source.study_instance_uid,
    ),
    Column(
        "series_instance_uid",
        _TEXT,
        "Series Instance UID (0020,000E); empty for PNG and JPEG",
        lambda row: row.item.source.series_instance_uid,
    ),
    Column(
        "sop_instance_uid",
        _TEXT,
        "SOP Instance UID (0008,0018); empty for PNG and JPEG",
        lambda row: row.item.source.sop_instance_uid,
    ),
    Column(
        "modality",
        _TEXT,
        "Modality (0008,0060); empty when the file does not say",
        lambda row: row.item.modality,
    ),
    Column(
        "series_description",
        _TEXT,
        "Series Description (0008,103E)",
        lambda row: row.item.series_description,
    ),
    Column(
        "frame",
        _NUMBER,
        "Frame number, counted from 1; 1 for a file that failed as a whole",
        lambda row: row.item.source.frame_number,
    ),
    Column(
        "status",
        _TEXT,
        "`done`; `failed`, with error_code and error_text; `skipped` for the index of a DICOM "
        "medium, which is no failure",
        lambda row: str(row.status),
    ),
    Column(
        "error_code",
        _TEXT,
        "Stable, machine-readable kind of the failure",
        lambda row: None if row.error is None else row.error.code,
    ),
    Column(
        "error_text",
        _TEXT,
        "The failure in a sentence",
        lambda row: None if row.error is None else row.error.sentence(with_path=False),
    ),
)

_TRAILING: tuple[Column, ...] = (
    Column(
        "predicted",
        _TEXT,
        "Id of the most probable class; `tumor` where the type is not told (see `p_<class id>`)",
        _from_prediction(lambda p: p.probabilities.predicted.id),
    ),
    Column(
        "prediction_set",
        _TEXT,
        "Ids of the classes that cannot be ruled out, separated by `;`; empty when the model has "
        "no prediction sets",
        _from_prediction(lambda p: ";".join(p.prediction_set)),
    ),
    Column(
        "gate_score",
        _NUMBER,
        "How strange the image is to the model (higher is stranger); empty when the model has no "
        "such gate",
        _from_prediction(lambda p: p.gate_score),
    ),
    Column(
        "gate_refused",
        _FLAG,
        "`yes` when the image is not one the model was validated for; its probabilities are then "
        "not to be used",
        _from_prediction(lambda p: p.gate_refused),
    ),
    Column(
        "cautions",
        _TEXT,
        "Why the result must be read with care, separated by `;`",
        _from_prediction(lambda p: ";".join(str(c) for c in p.cautions)),
    ),
    Column(
        "heatmap_path",
        _TEXT,
        "Picture of the frame with its heatmap; empty when none was asked for",
        lambda row: path_text(row.heatmap_path),
    ),
    Column("model_id", _TEXT, "Id of the model", lambda row: row.model_id),
    Column("model_sha256", _TEXT, "SHA-256 of the model file", lambda row: row.model_sha256),
    Column("app_version", _TEXT, "Version of TumorView", lambda row: row.app_version),
    Column("engine", _TEXT, "What ran the model", _from_prediction(lambda p: p.engine)),
    Column("device", _TEXT, "What the model ran on", _from_prediction(lambda p: p.device)),
    Column(
        "milliseconds",
        _NUMBER,
        "Time that the frame's answer took, without reading the file",
        _from_prediction(lambda p: p.milliseconds),
    ),
    Column("timestamp", _TEXT, "When the row was made, ISO 8601 in UTC", lambda row: row.timestamp),
    Column(
        "decision",
        _TEXT,
        "`tumour suspected` or `no tumour suspected`: the probability of a tumour against the "
        "model's threshold; empty without a threshold and where the gate refused",
        _from_decision(lambda d: decision_title(d).lower()),
    ),
    Column(
        "tumor_probability",
        _NUMBER,
        "Calibrated probability of a tumour of whatever class, which the decision rests on",
        _from_decision(lambda d: d.tumor_probability),
    ),
    Column(
        "decision_threshold",
        _NUMBER,
        "The threshold; it may differ between modalities",
        _from_decision(lambda d: d.threshold),
    ),
    Column(
        "judged_modality",
        _TEXT,
        "MR or CT where that is clear from the picture alone; empty when the model does not judge "
        "it",
        _from_acquisition(lambda a: a.modality if a.modality_is_clear else None),
    ),
    Column(
        "judged_acquisition",
        _TEXT,
        "Id of how the image was most probably made, by the picture alone; also where it is not "
        "clear",
        _from_acquisition(lambda a: a.id),
    ),
    Column(
        "judged_acquisition_probability",
        _NUMBER,
        "Probability of that",
        _from_acquisition(lambda a: a.probability),
    ),
    Column(
        "evidence",
        _TEXT,
        "How weak or strong the evidence is on images of this modality, in the model's words",
        _from_prediction(lambda p: p.evidence),
    ),
    Column(
        "reading_notices",
        _TEXT,
        "What was noticed while the file was read, separated by `;`",
        _from_prediction(lambda p: ";".join(n.name.lower() for n in p.notices)),
    ),
)

_SCHEMA = Column(
    "csv_schema",
    _NUMBER,
    "Version of this table (see below); the same in all rows",
    lambda _row: CSV_SCHEMA,
)

_PROBABILITY = Column(
    "p_<class id>",
    _NUMBER,
    "Calibrated probability of that class, 0 to 1; one column a class of the model, in the "
    "model's order. Where the model's rules for the modality leave the type of a tumour untold, "
    "those of the types are empty and `p_no_tumor` is filled",
    lambda _row: None,
)

COLUMNS: tuple[Column, ...] = (*_LEADING, _PROBABILITY, *_TRAILING, _SCHEMA)
"""The table as it is documented; ``p_<class id>`` stands for one column a class of the model."""


def columns_for(class_ids: Sequence[str]) -> tuple[Column, ...]:
    """The columns of a report on a model with these classes."""

    def probability(class_id: str) -> Column:
        return Column(
            f"p_{class_id}",
            CellKind.NUMBER,
            _PROBABILITY.meaning,
            _from_prediction(lambda p: p.probabilities.of(class_id)),
        )

    middle = tuple(probability(class_id) for class_id in class_ids)
    return (*_LEADING, *middle, *_TRAILING, _SCHEMA)
