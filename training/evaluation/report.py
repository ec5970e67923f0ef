"""An evaluation as JSON, CSV, PNG and one page that a radiologist can read."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from pathlib import Path

import jinja2
import msgspec

from training.errors import RunError
from training.evaluation.figures import PartFigures
from training.evaluation.files import write_whole
from training.evaluation.intervals import Figure
from training.evaluation.sanity import SanityStep
from training.evaluation.sheet import as_jpeg, as_png
from training.evaluation.words import words_of
from tumorview.domain.arrays import UInt8Array

JSON_NAME = "evaluation.json"
CSV_NAME = "images.csv"
PAGE_NAME = "report.html"

_TEMPLATE = Path(__file__).with_name("report.html.j2")


class Evaluation(msgspec.Struct, frozen=True):
    """What is written as JSON.

    `not_covered` is what the figures do not say; `thresholds` are those at which things were
    counted; `gate` the input gate on brain images of each part against pictures without a brain.
    """

    title: str
    model: str
    version: str
    data: str
    command: str
    classes: tuple[str, ...]
    not_covered: tuple[str, ...]
    thresholds: dict[str, float]
    parts: tuple[PartFigures, ...]
    gate: tuple[Figure, ...] = ()
    sanity: tuple[SanityStep, ...] = ()
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Illustrations:
    """PNG pictures of one part by name; `sheet` is what `worst_sheet` gives."""

    plots: dict[str, bytes]
    sheet: UInt8Array | None


def write_report(
    evaluation: Evaluation,
    pictures: dict[str, Illustrations],
    table: bytes,
    folder: Path,
) -> None:
    """Write everything into `folder`; `pictures` are by name of the part.

    Raises
    ------
    RunError
        When the disk is full or the folder cannot be written.
    """
    for part, own in pictures.items():
        for name, content in own.plots.items():
            write_whole(folder / f"{slug(part)}-{name}.png", content)
        if own.sheet is not None:
            write_whole(folder / f"{slug(part)}-worst.png", as_png(own.sheet))
    write_whole(folder / CSV_NAME, table)
    write_whole(folder / PAGE_NAME, page(evaluation, pictures).encode("utf-8"))
    # Last, so that a folder with the JSON is complete.
    write_whole(folder / JSON_NAME, as_json(evaluation))


def read_evaluation(folder: Path) -> Evaluation:
    """Read the JSON of a report's folder; raises RunError when it is absent or another."""
    path = folder / JSON_NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=Evaluation)
    except OSError as error:
        raise RunError(
            f"the evaluation cannot be read: {error.strerror}",
            path=path,
            remedy="Give the folder that was --out of evaluate or crossval.",
        ) from error
    except msgspec.DecodeError as error:
        raise RunError(f"this is no evaluation: {error}", path=path) from error


def as_json(evaluation: Evaluation) -> bytes:
    """The evaluation as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(evaluation), indent=1) + b"\n"


def page(evaluation: Evaluation, pictures: dict[str, Illustrations]) -> str:
    """The whole page; pictures are inside it, so that the one file can be handed on."""
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(
        percent=percent, interval=interval, words=words_of, png=_png, jpeg=_jpeg
    )
    template = environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
    return template.render(evaluation=evaluation, pictures=pictures)


def slug(text: str) -> str:
    """A file name of letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def percent(figure: Figure) -> str:
    """The value to three digits."""
    return f"{figure.value:.3f}"


def interval(figure: Figure) -> str:
    """The interval in words; none where a single group leaves nothing to vary."""
    if figure.groups == 1:
        return "one patient"
    return f"{figure.interval95[0]:.3f} to {figure.interval95[1]:.3f}"


def _png(content: bytes) -> str:
    return _embedded("png", content)


def _jpeg(sheet: UInt8Array) -> str:
    return _embedded("jpeg", as_jpeg(sheet))


def _embedded(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64," + base64.b64encode(content).decode("ascii")
