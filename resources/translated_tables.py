"""Texts that stand in tables and are shown by `tumorview.ui.language.local`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tumorview.domain.reading import ReadingNotice
from tumorview.domain.same_patient import DOUBTS
from tumorview.domain.study import SeriesNotice, SliceOrder
from tumorview.error_catalogue import CATALOGUE
from tumorview.imaging.presets import window_presets
from tumorview.paths import bundled_models_dir
from tumorview.reporting import series_words
from tumorview.reporting.cautions import CAUTION_TEXTS, REFUSALS
from tumorview.reporting.colormaps import COLOR_MAPS
from tumorview.reporting.comparison_words import NOT_A_VOTE
from tumorview.reporting.measure_words import BASIS_WORDS, KIND_NAMES, NOT_CALIBRATED
from tumorview.reporting.notices import READING_NOTICE_TEXTS
from tumorview.services.scan_queue import BROKEN_OFF
from tumorview.services.settings import settings_table
from tumorview.ui.actions.sheet import MOUSE_SHEET
from tumorview.ui.actions.spec import MenuName
from tumorview.ui.actions.table import ACTIONS
from tumorview.ui.batch.table_columns import COLUMNS, STATE_TITLES
from tumorview.ui.language import LANGUAGES
from tumorview.ui.preferences.table import ENTRIES, Page
from tumorview.ui.tour import STEPS


def table_texts() -> Iterator[str]:
    """All of them, some more than once."""
    yield from _of_the_window()
    yield from _of_the_core()
    yield from _of_the_models()


def _of_the_window() -> Iterator[str]:
    yield from MenuName
    for action in ACTIONS:
        yield from (action.text, action.tip)
    for row in MOUSE_SHEET:
        yield from row
    yield from Page
    for entry in ENTRIES:
        yield entry.title
        # Each language is called as it calls itself.
        yield from (name for name in entry.choice_names.values() if name not in LANGUAGES.values())
    yield from (setting.help for setting in settings_table())
    yield from (column.heading for column in COLUMNS)
    yield from STATE_TITLES.values()
    yield BROKEN_OFF
    for step in STEPS:
        yield from (step.title, step.text)


def _of_the_core() -> Iterator[str]:
    for kind in CATALOGUE.values():
        yield from (kind.cause, kind.remedy)
    for text in CAUTION_TEXTS.values():
        yield from (text.title, text.sentence)
    # The journal of a scan has these, filled in.
    yield from ("Not validated for CT.", "Not validated for MR.")
    yield from (*REFUSALS.values(), *READING_NOTICE_TEXTS.values())
    yield from (NOT_A_VOTE, series_words.NOT_CALIBRATED, series_words.NO_KNOWN_ORDER)
    yield from (*ReadingNotice, *SeriesNotice, *SliceOrder)
    yield from (color_map.title for color_map in COLOR_MAPS.values())
    yield from (NOT_CALIBRATED, *BASIS_WORDS.values())
    for name in KIND_NAMES.values():
        yield from (name, name.lower())
    yield from DOUBTS
    yield from (preset.name for preset in window_presets())


def _of_the_models() -> Iterator[str]:
    """Classes of the models that ship with the application, and what takes their place on CT."""
    yield "Tumour (type not judged on CT)"
    yield "Tumour (type not judged on MR)"
    for manifest in sorted(bundled_models_dir().glob("*/manifest.json")):
        labels = json.loads(manifest.read_text("utf-8"))["labels"]
        yield from (label["name"] for label in labels)
