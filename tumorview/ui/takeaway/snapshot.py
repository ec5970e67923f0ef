"""What is on screen, held fast for an export: the user may go on reading meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tumorview import __version__
from tumorview.domain.prediction import Prediction
from tumorview.domain.study import Series, Study
from tumorview.reporting.notices import READING_NOTICE_TEXTS
from tumorview.reporting.report_page import ReportFacts
from tumorview.ui.cine import DEFAULT_RATE
from tumorview.ui.language import local, local_if_made, tr
from tumorview.ui.pacing import playable
from tumorview.ui.reading_area import legend_of
from tumorview.ui.result.wording import DISCLAIMER, HEATMAP_NOTE, LESION_NOTE
from tumorview.ui.takeaway.wishes import Content, PictureSize, Shot, Sight
from tumorview.ui.viewer import Viewer
from tumorview.ui.viewport.corner_text import (
    date_text,
    identity_lines,
    window_text,
)
from tumorview.ui.viewport.scene import overlays_of
from tumorview.ui.viewport.view import Viewport
from tumorview.ui.viewport.view_orientation import orientation_text


def sight_of(viewer: Viewer, viewport: Viewport) -> Sight | None:
    """How the series is looked at now, None without one."""
    if viewer.study is None or viewer.series is None:
        return None
    return Sight(
        study=viewer.study,
        series=viewer.series,
        window=viewer.choice,
        invert=viewer.invert,
        camera=viewport.camera,
        view=(float(viewport.width()), float(viewport.height())),
        ratio=viewport.devicePixelRatioF(),
        zoom_line=viewport.control.zoom_line(),
        overlays_on=viewport.overlays_on,
    )


def shot_on_screen(viewer: Viewer, viewport: Viewport) -> Shot | None:
    """The image on screen, None while there is none."""
    picture = viewport.picture
    if picture is None or viewer.series is not picture.series:
        return None
    shot = shot_of(viewer, viewport, picture.series, picture.index)
    # The picture may still be without the heatmap that was asked for a moment ago; the line that
    # names a heatmap goes with the one that will be drawn.
    return replace(shot, picture=picture)


def shots_of_series(viewer: Viewer, viewport: Viewport) -> tuple[Shot, ...]:
    """All images of the series in reading order."""
    series = viewer.series
    if series is None:
        return ()
    return tuple(shot_of(viewer, viewport, series, index) for index in range(len(series.frames)))


def shot_of(viewer: Viewer, viewport: Viewport, series: Series, index: int) -> Shot:
    """One image of `series`, to be read and drawn."""
    source = series.frames[index].source
    heatmap = viewer.heatmap_for(source)
    return Shot(
        index=index,
        source=source,
        heatmap=heatmap,
        legend=legend_of(heatmap, viewer.answer_for(source)),
        overlays=overlays_of(viewport.file_overlays, source),
    )


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that a file may be made of.

    Attributes
    ----------
    shot
        The image on screen; None where it cannot be read, and then only the rest of the series can
        be taken away.
    index
        Of the image on screen, counted from 0.
    content
        What lies over the image on screen.
    hide_identity
        Nothing that tells who may leave the application.
    rate, asked_rate
        Images a second of a film: as it plays or would play, and what the file asks for.
    """

    sight: Sight
    shot: Shot | None
    index: int
    shots: tuple[Shot, ...]
    prediction: Prediction | None
    content: Content
    hide_identity: bool
    rate: float
    asked_rate: float | None


def take_snapshot(
    viewer: Viewer, viewport: Viewport, *, hide_identity: bool, rate: float | None
) -> Snapshot | None:
    """What is on screen now, None without a series; `rate` is that of the film that plays."""
    sight = sight_of(viewer, viewport)
    if sight is None:
        return None
    shot = shot_on_screen(viewer, viewport)
    index = viewer.index if shot is None else shot.index
    asked = sight.series.frames_per_second
    return Snapshot(
        sight=sight,
        shot=shot,
        index=index,
        shots=shots_of_series(viewer, viewport),
        prediction=viewer.answer_for(sight.series.frames[index].source),
        content=Content(PictureSize.SCREEN, viewport.text_level, heatmap=viewer.heatmap.visible),
        hide_identity=hide_identity,
        rate=rate or (DEFAULT_RATE if asked is None else playable(asked)),
        asked_rate=asked,
    )


def report_facts(taken: Snapshot, *, identity: bool, heatmap: bool) -> ReportFacts:
    """What a report says of the image on screen; without `identity` nothing that may tell who."""
    shot = taken.shot
    if shot is None or shot.picture is None:
        raise ValueError("A report is of an image on screen. Received: none")
    look = shot.heatmap if heatmap else None
    note = ""
    if look is not None:
        said = LESION_NOTE if look.heatmap.class_id is None else HEATMAP_NOTE
        note = tr("{legend}. {note}", legend=shot.legend, note=local(said))
    return ReportFacts(
        rows=_rows(taken.sight, shot, identity=identity and not taken.hide_identity),
        prediction=taken.prediction,
        modality=taken.sight.series.modality,
        heatmap_note=note,
        cautions=tuple(
            local(READING_NOTICE_TEXTS[notice]) for notice in shot.picture.frame.notices
        ),
        made=datetime.now(UTC).astimezone().strftime("%Y-%m-%d %H:%M %Z").strip(),
        app_version=__version__,
        disclaimer=local(DISCLAIMER),
    )


def _rows(sight: Sight, shot: Shot, *, identity: bool) -> tuple[tuple[str, str], ...]:
    study, series, picture = sight.study, sight.series, shot.picture
    assert picture is not None
    info = series.frames[shot.index]
    number = "" if series.number is None else str(series.number)
    rows = [(tr("Patient"), tr("hidden"))]
    if identity:
        rows = _identity_rows(study)
        number = " ".join(part for part in (number, local_if_made(series.description)) if part)
    view = orientation_text(sight.camera.orientation) or tr("As in the file")
    window = window_text(picture.window)
    if sight.invert:
        window = tr("{window}, inverted", window=window)
    rows += [
        (tr("Modality"), " ".join(p for p in (series.modality, series.body_part_examined) if p)),
        (tr("Series"), number),
        (tr("Sequence"), series.sequence),
        (tr("Image"), tr("{number} of {count}", number=shot.index + 1, count=len(series.frames))),
        (tr("Matrix"), tr("{columns} \u00d7 {rows} pixels", columns=info.columns, rows=info.rows)),
        (tr("Window"), window),
        (tr("View"), view),
    ]
    if identity:
        rows.append(("SOP Instance UID", info.source.sop_instance_uid or ""))
    return tuple(row for row in rows if row[1])


def _identity_rows(study: Study) -> list[tuple[str, str]]:
    who = ", ".join(identity_lines(study.patient))
    what = " ".join(part for part in (study.description, date_text(study.date)) if part)
    return [
        (tr("Patient"), who or tr("not named in the file")),
        (tr("Study"), what),
        (tr("Accession number"), study.accession_number),
    ]
