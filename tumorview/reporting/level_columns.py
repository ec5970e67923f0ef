"""The tables with one row a series and one a study: one declaration for rows and docs/CSV.md."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tumorview.domain.prediction import Caution
from tumorview.domain.series_answer import SeriesAnswer, Silence
from tumorview.domain.study import SeriesNotice, SliceOrder
from tumorview.reporting.csv_columns import CellKind, CellValue

SERIES_SCHEMA = 1
"""Version of the table of series, in each of its rows; goes up with every change of the columns."""

Facts = TypeVar("Facts")


@dataclass(frozen=True, slots=True)
class LevelColumn(Generic[Facts]):
    """One column: its heading, how it is written, what it means, where its value comes from."""

    name: str
    kind: CellKind
    meaning: str
    value: Callable[[Facts], CellValue]


@dataclass(frozen=True, slots=True)
class ImageName:
    """One image of a series as the table of frames names it, and its probability of a tumour."""

    path: str
    sop_instance_uid: str | None
    frame_number: int
    tumor_probability: float


@dataclass(frozen=True, slots=True)
class SeriesSummary:
    """What one row of the table of series says.

    Attributes
    ----------
    folder
        Of the files, where they name no series; else "".
    part
        Which of several stacks under one Series Instance UID it is, "" where there is one.
    sequence
        How an MR series was made, as its header says it.
    acquisitions
        Ids of how its images were made by the look of them, the most frequent first.
    plane
        axial, coronal, sagittal, oblique, several or "".
    order
        None where the images are too many to be put into an order.
    duplicates
        Copies of images of the series, which take no part; None where they were not looked for.
    best
        The image with the highest probability of a tumour.
    class_means
        Means of the classes' probabilities over the images of the score, the model's order; None
        where one of them does not tell the class.
    prediction_set
        Union of the sets of those images.
    cautions
        Of any image of the series.
    parametric_maps
        Images whose heatmap was written as a DICOM parametric map.
    """

    patient_id: str
    study_instance_uid: str | None
    series_instance_uid: str | None
    folder: str
    part: str
    series_number: int | None
    modality: str
    description: str
    sequence: str
    acquisitions: tuple[str, ...]
    plane: str
    order: SliceOrder | None
    notices: tuple[SeriesNotice, ...]
    answer: SeriesAnswer
    duplicates: int | None
    best: ImageName | None
    class_means: tuple[float | None, ...]
    prediction_set: tuple[str, ...]
    cautions: tuple[Caution, ...]
    silence: Silence | None
    parametric_maps: int
    not_claimed: str


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What made the rows; the same in all of a table."""

    model_id: str
    model_sha256: str
    app_version: str


SeriesColumn = LevelColumn[tuple[SeriesSummary, ModelFacts]]

_TEXT, _NUMBER, _FLAG = CellKind.TEXT, CellKind.NUMBER, CellKind.FLAG


def joined(values: Sequence[str]) -> str:
    """Values of a list in one cell."""
    return ";".join(values)


def _column(
    name: str, kind: CellKind, meaning: str, value: Callable[[SeriesSummary], CellValue]
) -> SeriesColumn:
    return LevelColumn(name, kind, meaning, lambda facts: value(facts[0]))


def _rule(answer: SeriesAnswer) -> str:
    return f"highest_mean_of_{answer.neighbours}_neighbours"


def _from_best(read: Callable[[ImageName], CellValue]) -> Callable[[SeriesSummary], CellValue]:
    return lambda series: None if series.best is None else read(series.best)


def _place(index: int | None) -> int | None:
    return None if index is None else index + 1


_LEADING: tuple[SeriesColumn, ...] = (
    _column("patient_id", _TEXT, "Patient ID (0010,0020)", lambda s: s.patient_id),
    _column(
        "study_instance_uid",
        _TEXT,
        "Study Instance UID (0020,000D); empty for PNG and JPEG",
        lambda s: s.study_instance_uid,
    ),
    _column(
        "series_instance_uid",
        _TEXT,
        "Series Instance UID (0020,000E); empty for PNG and JPEG",
        lambda s: s.series_instance_uid,
    ),
    _column(
        "folder",
        _TEXT,
        "Folder of the files as seen from the scanned folder, where they name no study or no "
        "series; `.` is the scanned folder. Nothing says then that they are of one patient",
        lambda s: s.folder,
    ),
    _column(
        "part",
        _TEXT,
        "Which stack of images it is where one Series Instance UID holds several: `acquisition 2`, "
        "`echo 1`; each has a row. Else empty",
        lambda s: s.part,
    ),
    _column("series_number", _NUMBER, "Series Number (0020,0011)", lambda s: s.series_number),
    _column("modality", _TEXT, "Modality (0008,0060)", lambda s: s.modality),
    _column("series_description", _TEXT, "Series Description (0008,103E)", lambda s: s.description),
    _column(
        "sequence",
        _TEXT,
        "How an MR series was made, as the header of its first image says it: kind of sequence, "
        "TR, TE and TI in ms",
        lambda s: s.sequence,
    ),
    _column(
        "judged_acquisitions",
        _TEXT,
        "Ids of how the images were most probably made, by the pictures alone, the most frequent "
        "first, separated by `;`",
        lambda s: joined(s.acquisitions),
    ),
    _column(
        "plane",
        _TEXT,
        "`axial`, `coronal` or `sagittal` where the images lie within 30 degrees of it, else "
        "`oblique`; `several` where they do not lie in parallel; empty when the files do not say",
        lambda s: s.plane,
    ),
    _column(
        "image_order",
        _TEXT,
        "What the order of the images rests on: `position`, `instance number` or `file name`",
        lambda s: None if s.order is None else str(s.order),
    ),
    _column(
        "series_notices",
        _TEXT,
        "What is odd about how the series hangs together, separated by `;`",
        lambda s: joined([notice.name.lower() for notice in s.notices]),
    ),
    _column(
        "frames",
        _NUMBER,
        "Images of the series, copies not counted: the sum of analysed, refused and failed. A "
        "file that could not be read at all says of no series that it belongs to it, and is in "
        "the table of frames only",
        lambda s: s.answer.total,
    ),
    _column(
        "analysed", _NUMBER, "Images with a probability of a tumour", lambda s: s.answer.answered
    ),
    _column(
        "refused", _NUMBER, "Images that the model gives no answer for", lambda s: s.answer.refused
    ),
    _column(
        "failed",
        _NUMBER,
        "Images that could not be decoded or analysed",
        lambda s: s.answer.failed,
    ),
    _column(
        "duplicates",
        _NUMBER,
        "Copies of images of the series: the same content, or the same SOP Instance UID, frame and "
        "place. They take no part in what follows",
        lambda s: s.duplicates,
    ),
    _column(
        "suspected",
        _NUMBER,
        "Images in which a tumour is suspected, by the model's threshold for single images",
        lambda s: s.answer.suspected,
    ),
    _column(
        "longest_run",
        _NUMBER,
        "Most neighbouring images that are all suspected",
        lambda s: 0 if s.answer.longest_run is None else s.answer.longest_run.length,
    ),
    _column(
        "pooled_tumor_score",
        _NUMBER,
        "Highest mean probability of a tumour over neighbouring images, 0 to 1; **not "
        "calibrated**. Empty where no so many neighbours have an answer",
        lambda s: s.answer.score,
    ),
)

_POOLED = _column(
    "pooled_p_<class id>",
    _NUMBER,
    "Mean probability of that class over the images of the score; one column a class of the "
    "model. Empty where the type of a tumour is left untold in one of them",
    lambda _series: None,
)

_TRAILING: tuple[SeriesColumn, ...] = (
    _column(
        "pooling_rule",
        _TEXT,
        "`highest_mean_of_3_neighbours`: what `pooled_tumor_score` is",
        lambda s: _rule(s.answer),
    ),
    _column(
        "score_is_calibrated",
        _FLAG,
        "`no`: how often such a score is right was not measured on series",
        lambda _series: False,
    ),
    _column(
        "score_first_image",
        _NUMBER,
        "First image of the score, counted from 1 in the order of the series",
        lambda s: _place(None if s.answer.score_span is None else s.answer.score_span.first),
    ),
    _column(
        "score_last_image",
        _NUMBER,
        "Last image of the score",
        lambda s: _place(None if s.answer.score_span is None else s.answer.score_span.last),
    ),
    _column(
        "best_image",
        _NUMBER,
        "The image with the highest probability of a tumour, counted likewise",
        lambda s: _place(s.answer.best),
    ),
    _column("best_path", _TEXT, "Its `path` in the table of frames", _from_best(lambda b: b.path)),
    _column(
        "best_sop_instance_uid",
        _TEXT,
        "Its `sop_instance_uid`",
        _from_best(lambda b: b.sop_instance_uid),
    ),
    _column("best_frame", _NUMBER, "Its `frame`", _from_best(lambda b: b.frame_number)),
    _column(
        "best_tumor_probability",
        _NUMBER,
        "Its probability of a tumour, calibrated for one image; the highest of many is not",
        _from_best(lambda b: b.tumor_probability),
    ),
    _column(
        "prediction_set",
        _TEXT,
        "Ids of the classes that cannot be ruled out in one of the images of the score, separated "
        "by `;`. The coverage that a model states for single images does not hold for it",
        lambda s: joined(s.prediction_set),
    ),
    _column(
        "cautions",
        _TEXT,
        "Cautions of any image of the series, separated by `;`",
        lambda s: joined([str(caution) for caution in s.cautions]),
    ),
    _column(
        "speaks_for_study",
        _FLAG,
        "Whether the score may be that of the study (see below)",
        lambda s: s.silence is None,
    ),
    _column(
        "silent_because",
        _TEXT,
        "Why it may not",
        lambda s: None if s.silence is None else str(s.silence),
    ),
    _column(
        "parametric_maps",
        _NUMBER,
        "Images whose heatmap was written as a DICOM parametric map",
        lambda s: s.parametric_maps,
    ),
    _column("not_claimed", _TEXT, "What the score is not, in words", lambda s: s.not_claimed),
    LevelColumn("model_id", _TEXT, "Id of the model", lambda f: f[1].model_id),
    LevelColumn("model_sha256", _TEXT, "SHA-256 of the model file", lambda f: f[1].model_sha256),
    LevelColumn("app_version", _TEXT, "Version of TumorView", lambda f: f[1].app_version),
    LevelColumn(
        "series_schema",
        _NUMBER,
        "Version of this table; the same in all rows",
        lambda _facts: SERIES_SCHEMA,
    ),
)

SERIES_COLUMNS: tuple[SeriesColumn, ...] = (*_LEADING, _POOLED, *_TRAILING)
"""The table as it is documented; ``pooled_p_<class id>`` stands for one column a class."""


def series_columns(class_ids: Sequence[str]) -> tuple[SeriesColumn, ...]:
    """The columns of a table of series for a model with these classes."""
    return (
        *_LEADING,
        *(
            _column(f"pooled_p_{class_id}", _NUMBER, _POOLED.meaning, _mean_of(place))
            for place, class_id in enumerate(class_ids)
        ),
        *_TRAILING,
    )


def _mean_of(place: int) -> Callable[[SeriesSummary], CellValue]:
    return lambda series: series.class_means[place] if series.class_means else None
