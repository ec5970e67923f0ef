"""The table with one row a study; see `level_columns`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tumorview.domain.prediction import Caution
from tumorview.reporting.csv_columns import CellKind, CellValue
from tumorview.reporting.level_columns import (
    ImageName,
    LevelColumn,
    ModelFacts,
    SeriesSummary,
    joined,
)
from tumorview.reporting.series_words import STUDY_NOT_VALIDATED

STUDY_SCHEMA = 1
"""Version of the table of studies, in each of its rows; goes up with every change of columns."""


@dataclass(frozen=True, slots=True)
class StudySummary:
    """What one row of the table of studies says.

    Attributes
    ----------
    series, speaking, suspicious
        Rows of the table of series; those that speak for the study, and those with an image in
        which a tumour is suspected.
    duplicates
        None where they were not looked for in one of the series.
    leading
        The series whose score is that of the study; None where none speaks.
    rule
        How the score of the study was chosen.
    """

    patient_id: str
    study_instance_uid: str | None
    folder: str
    modalities: tuple[str, ...]
    series: int
    speaking: int
    suspicious: int
    frames: int
    analysed: int
    refused: int
    failed: int
    duplicates: int | None
    cautions: tuple[Caution, ...]
    leading: SeriesSummary | None
    rule: str


StudyColumn = LevelColumn[tuple[StudySummary, ModelFacts]]

_TEXT, _NUMBER, _FLAG = CellKind.TEXT, CellKind.NUMBER, CellKind.FLAG


def _column(
    name: str, kind: CellKind, meaning: str, value: Callable[[StudySummary], CellValue]
) -> StudyColumn:
    return LevelColumn(name, kind, meaning, lambda facts: value(facts[0]))


def _leading(read: Callable[[SeriesSummary], CellValue]) -> Callable[[StudySummary], CellValue]:
    return lambda study: None if study.leading is None else read(study.leading)


def _best(read: Callable[[ImageName], CellValue]) -> Callable[[StudySummary], CellValue]:
    return _leading(lambda series: None if series.best is None else read(series.best))


_LEADING: tuple[StudyColumn, ...] = (
    _column("patient_id", _TEXT, "Patient ID (0010,0020)", lambda s: s.patient_id),
    _column(
        "study_instance_uid",
        _TEXT,
        "Study Instance UID (0020,000D); empty for PNG and JPEG. One UID on files of two patients "
        "makes two rows",
        lambda s: s.study_instance_uid,
    ),
    _column(
        "folder",
        _TEXT,
        "Folder of the files as seen from the scanned folder, where they name no study",
        lambda s: s.folder,
    ),
    _column(
        "modalities",
        _TEXT,
        "Modalities of its series, separated by `;`",
        lambda s: joined(s.modalities),
    ),
    _column("series", _NUMBER, "Its rows in the table of series", lambda s: s.series),
    _column(
        "series_speaking",
        _NUMBER,
        "Those whose score may be that of the study",
        lambda s: s.speaking,
    ),
    _column(
        "series_suspected",
        _NUMBER,
        "Those with an image in which a tumour is suspected, also where they do not speak",
        lambda s: s.suspicious,
    ),
    _column("frames", _NUMBER, "Sums over its series, as there", lambda s: s.frames),
    _column("analysed", _NUMBER, "Likewise", lambda s: s.analysed),
    _column("refused", _NUMBER, "Likewise", lambda s: s.refused),
    _column("failed", _NUMBER, "Likewise", lambda s: s.failed),
    _column("duplicates", _NUMBER, "Likewise", lambda s: s.duplicates),
    _column(
        "study_tumor_score",
        _NUMBER,
        "Highest `pooled_tumor_score` of a series that speaks, 0 to 1; **not calibrated and not "
        "validated for studies**. Empty where none speaks: that is no answer, and none of "
        "*no tumour*",
        _leading(lambda series: series.answer.score),
    ),
)

_POOLED = _column(
    "pooled_p_<class id>",
    _NUMBER,
    "As in the row of that series",
    lambda _study: None,
)

_TRAILING: tuple[StudyColumn, ...] = (
    _column(
        "study_rule",
        _TEXT,
        "`highest_series_score`: what `study_tumor_score` is",
        lambda s: s.rule,
    ),
    _column(
        "score_is_calibrated",
        _FLAG,
        "`no`: how often such a score is right was not measured on studies",
        lambda _study: False,
    ),
    _column(
        "leading_series_instance_uid",
        _TEXT,
        "The series whose score it is, the first of several",
        _leading(lambda series: series.series_instance_uid),
    ),
    _column("leading_part", _TEXT, "Its `part`", _leading(lambda series: series.part)),
    _column("leading_modality", _TEXT, "Its modality", _leading(lambda series: series.modality)),
    _column("leading_sequence", _TEXT, "Its sequence", _leading(lambda series: series.sequence)),
    _column("leading_plane", _TEXT, "Its plane", _leading(lambda series: series.plane)),
    _column("best_path", _TEXT, "As in its row", _best(lambda image: image.path)),
    _column(
        "best_sop_instance_uid", _TEXT, "Likewise", _best(lambda image: image.sop_instance_uid)
    ),
    _column("best_frame", _NUMBER, "Likewise", _best(lambda image: image.frame_number)),
    _column(
        "best_tumor_probability",
        _NUMBER,
        "Likewise",
        _best(lambda image: image.tumor_probability),
    ),
    _column(
        "prediction_set",
        _TEXT,
        "Likewise",
        _leading(lambda series: joined(series.prediction_set)),
    ),
    _column(
        "cautions",
        _TEXT,
        "Cautions of any image of the study, separated by `;`",
        lambda s: joined([str(caution) for caution in s.cautions]),
    ),
    _column(
        "not_claimed", _TEXT, "What the score is not, in words", lambda _study: STUDY_NOT_VALIDATED
    ),
    LevelColumn("model_id", _TEXT, "Id of the model", lambda f: f[1].model_id),
    LevelColumn("model_sha256", _TEXT, "SHA-256 of the model file", lambda f: f[1].model_sha256),
    LevelColumn("app_version", _TEXT, "Version of TumorView", lambda f: f[1].app_version),
    LevelColumn(
        "study_schema",
        _NUMBER,
        "Version of this table; the same in all rows",
        lambda _facts: STUDY_SCHEMA,
    ),
)

STUDY_COLUMNS: tuple[StudyColumn, ...] = (*_LEADING, _POOLED, *_TRAILING)
"""The table as it is documented; ``pooled_p_<class id>`` stands for one column a class."""


def study_columns(class_ids: Sequence[str]) -> tuple[StudyColumn, ...]:
    """The columns of a table of studies for a model with these classes."""
    return (
        *_LEADING,
        *(
            _column(f"pooled_p_{class_id}", _NUMBER, _POOLED.meaning, _mean_of(place))
            for place, class_id in enumerate(class_ids)
        ),
        *_TRAILING,
    )


def _mean_of(place: int) -> Callable[[StudySummary], CellValue]:
    return _leading(lambda series: series.class_means[place] if series.class_means else None)
