"""What is said of a series, wherever it is said."""

from __future__ import annotations

from tumorview.domain.study import Series
from tumorview.ui.language import local, local_if_made, plural, tr


def series_title(series: Series, *, hidden: bool) -> str:
    """Description of a series, or what can be said in its place.

    With identity `hidden` neither the description, which is free text and may hold a name, nor the
    folder of pictures.
    """
    is_dicom = series.series_instance_uid is not None or bool(series.modality)
    if hidden and not is_dicom:
        return tr("Image") if len(series.frames) == 1 else tr("Images")
    if series.description and not hidden:
        return local_if_made(series.description)
    if series.number is not None:
        return tr("Series {number}", number=series.number)
    if hidden or series.series_instance_uid is not None:
        return "—"
    return series.frames[0].source.path.parent.name


def series_facts(series: Series) -> str:
    """Modality, which part of a series that was split, and number of images."""
    count = len(series.frames)
    images = plural("{n} image", "{n} images", count)
    return " · ".join(part for part in (series.modality, local(series.split), images) if part)


def series_notices(series: Series) -> str:
    """What a reader must know of how the series hangs together and was read, or ""."""
    text = ", ".join(local(n.value) for n in (*series.notices, *series.reading_notices))
    return text[:1].upper() + text[1:]


def failures_text(count: int) -> str:
    """How many files could not be read, in words."""
    return plural("{n} file could not be read", "{n} files could not be read", count)
