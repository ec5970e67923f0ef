from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.model_factory import make_model
from tumorview.inference.errors import ModelNotFoundError
from tumorview.services.model_card import ModelCard
from tumorview.services.settings import Settings
from tumorview.ui.main_window import MainWindow
from tumorview.ui.model_card.dialog import ModelCardDialog

CARD = ModelCard(
    id="tiny",
    title="Tiny",
    version="1.2.3",
    created="2026-01-02",
    modalities=("MR", "CT"),
    model_sha256="ab" * 32,
    manifest_sha256="cd" * 32,
    intended_use="Teaching *only*: a <b>look</b> at [slices](http://x).",
    out_of_scope_use="Not for children.",
    limits=("1. Misses small lesions.", "Knows three types."),
    text="# Tiny card\n\n| figure | value |\n|---|---|\n| accuracy | 0.9 |\n",
)


@pytest.fixture
def dialog(qtbot: QtBot, qapp: object) -> ModelCardDialog:
    made = ModelCardDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def test_version_hashes_use_and_limits_stand_above_the_card(dialog: ModelCardDialog) -> None:
    dialog.show_card(CARD)
    assert dialog.title.text() == "Tiny"
    assert "1.2.3" in dialog.version.text()
    assert dialog.modalities.text() == "MR, CT"
    assert dialog.model_hash.text() == "ab" * 32
    assert dialog.manifest_hash.text() == "cd" * 32
    text = dialog.text.toPlainText()
    places = [
        text.index(part)
        for part in (
            "Intended use",
            "Not for children.",
            "1. Misses small lesions.",
            "Knows three types.",
            "Tiny card",
            "accuracy",
        )
    ]
    assert places == sorted(places)
    assert not dialog.problem.isVisible()


def test_words_of_a_manifest_are_shown_as_they_stand(dialog: ModelCardDialog) -> None:
    dialog.show_card(CARD)
    assert "Teaching *only*: a <b>look</b> at [slices](http://x)." in dialog.text.toPlainText()


def test_a_card_cannot_bring_html_or_load_files(dialog: ModelCardDialog, tmp_path: Path) -> None:
    picture = tmp_path / "p.png"
    picture.write_bytes(b"not a picture")
    text = f"<script>x</script><img src='{picture.as_uri()}'>\n\n![see]({picture.as_uri()})\n\nend"
    dialog.show_card(replace(CARD, text=text))
    shown = dialog.text.toPlainText()
    assert "<script>" in shown
    assert shown.rstrip().endswith("end")


def test_what_is_wrong_with_the_card_is_said_and_the_facts_stay(dialog: ModelCardDialog) -> None:
    dialog.show_card(replace(CARD, text="", problem="MODEL_CARD.md: it was changed."))
    assert dialog.problem.isVisible()
    assert dialog.problem.text() == "MODEL_CARD.md: it was changed."
    assert dialog.model_hash.isVisible()
    dialog.show_error(ModelNotFoundError("no model is installed", remedy="Install one."))
    assert "no model is installed. Install one." in dialog.problem.text()
    assert not dialog.model_hash.isVisible()
    assert dialog.text.toPlainText() == ""


def test_a_long_card_is_whole_in_the_end_and_stays_at_its_beginning(
    qtbot: QtBot, dialog: ModelCardDialog
) -> None:
    part = "## Part {}\n\n" + "Words of a card. " * 60 + "\n\n```\n# no heading\n```\n\n"
    text = "".join(part.format(number) for number in range(12)) + "## Last\n\nThe end."
    dialog.show_card(replace(CARD, text=text))
    shown = dialog.text
    assert "Intended use" in shown.toPlainText()
    qtbot.waitUntil(lambda: shown.toPlainText().endswith("The end."))
    places = [shown.toPlainText().index(f"Part {number}\n") for number in range(12)]
    assert places == sorted(places)
    assert shown.toPlainText().count("# no heading") == 12
    assert shown.verticalScrollBar().value() == 0
    assert shown.verticalScrollBar().maximum() > 0


def test_what_has_not_been_shown_of_a_card_does_not_come_after_the_next_one(
    qtbot: QtBot, dialog: ModelCardDialog
) -> None:
    long = "".join(f"## Part {number}\n\n{'words ' * 400}\n\n" for number in range(6))
    dialog.show_card(replace(CARD, text=long))
    dialog.show_card(replace(CARD, text="## Short\n\nThe end."))
    qtbot.wait(50)
    assert dialog.text.toPlainText().endswith("The end.")
    assert "Part" not in dialog.text.toPlainText()


def test_the_facts_can_be_copied(dialog: ModelCardDialog) -> None:
    dialog.show_card(CARD)
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    for part in ("Tiny", "1.2.3", "ab" * 32, "cd" * 32):
        assert part in copied


def test_menu_and_panel_open_the_card_of_the_model_in_use(
    qtbot: QtBot,
    make_window: Callable[[Settings], MainWindow],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_model(tmp_path / "installed")
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "installed"))
    window = make_window(Settings(model_id="tiny"))
    window.actions_table["model_card"].trigger()
    opener = window.ai_tools.model_card
    dialog = opener.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.title.text() == "Tiny test model")
    assert "A test model." in dialog.text.toPlainText()
    dialog.close()
    window.actions_table["result_panel"].trigger()
    window.result_panel.card_button.click()
    assert dialog.isVisible()
