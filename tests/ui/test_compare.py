from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_mr_series
from tests.model_factory import TinyModel, make_model
from tests.ui.driving import wait_for_slice
from tests.ui.models import onnx_predictor
from tumorview import paths
from tumorview.services.settings import Settings
from tumorview.ui.compare.comparer import NO_IMAGE, NOT_ASKED
from tumorview.ui.compare.dialog import CompareDialog
from tumorview.ui.main_window import MainWindow

Open = Callable[[MainWindow, Path], MainWindow]


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place of models, with one in it."""
    folder = tmp_path / "models"
    make_model(folder, TinyModel())
    monkeypatch.setattr(paths, "model_dirs", lambda: (folder,))
    return folder


@pytest.fixture
def window(qtbot: QtBot, models: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(model_id="tiny"), lambda: onnx_predictor(models))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def series(tmp_path: Path) -> Path:
    noise = np.random.default_rng(3).integers(0, 900, (96, 96)).astype(np.int16)
    write_mr_series(tmp_path / "noise", 4, pixels=noise)
    return tmp_path / "noise"


def compare(qtbot: QtBot, window: MainWindow) -> CompareDialog:
    window.actions_table["compare_models"].trigger()
    dialog = window.ai_tools.comparer.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "Looking" not in dialog.message.text() or dialog.box.isVisible())
    return dialog


def test_with_one_model_the_window_says_so_and_where_another_one_goes(
    qtbot: QtBot, window: MainWindow, models: Path
) -> None:
    (models / "broken").mkdir()
    (models / "broken" / "manifest.json").write_text("{", "utf-8")
    dialog = compare(qtbot, window)
    text = dialog.message.text()
    assert text.startswith("Only one model is installed: Tiny test model 1.0.0. Put the folder")
    assert str(Path.home()) not in text
    assert "broken: The manifest cannot be used" in text
    assert not dialog.box.isVisible()
    assert not dialog.first.isVisible()


def test_without_any_model_the_window_says_so(
    qtbot: QtBot, window: MainWindow, models: Path
) -> None:
    (models / "tiny" / "manifest.json").unlink()
    assert "No model that can be used" in compare(qtbot, window).message.text()


def test_both_answers_stand_side_by_side_and_follow_the_image(
    qtbot: QtBot, window: MainWindow, models: Path, opened: Open, series: Path
) -> None:
    # Another seed of the same network: other numbers for the same image.
    make_model(models, TinyModel(id="second", title="Second model", seed=11))
    dialog = compare(qtbot, window)
    qtbot.waitUntil(dialog.box.isVisible)
    assert dialog.first.words.text() == NO_IMAGE
    assert not dialog.analyze_button.isEnabled()
    opened(window, series)
    assert dialog.second.words.text() == NOT_ASKED
    dialog.analyze_button.click()
    qtbot.waitUntil(
        lambda: dialog.first.answer.isVisible() and dialog.second.answer.isVisible(), timeout=20_000
    )
    assert dialog.first.title.text() == "Tiny test model 1.0.0"
    assert dialog.second.title.text() == "Second model 1.0.0"
    assert dialog.first.provenance.text().startswith("tiny · SHA-256")
    assert dialog.second.provenance.text().startswith("second · SHA-256")
    assert dialog.agreement.isVisible()
    shown = window.viewer.prediction
    assert shown is not None
    rows = dict(dialog.first.answer.bars.rows())
    assert rows == dict(window.result_panel.bars.rows())
    window.viewer.step(-1)  # keys go to the window in front
    wait_for_slice(qtbot, window, 1)
    assert dialog.first.words.text() == dialog.second.words.text() == NOT_ASKED
    assert not dialog.first.answer.isVisible()
    assert not dialog.agreement.isVisible()
    window.viewer.step(1)
    wait_for_slice(qtbot, window, 2)
    assert dialog.second.answer.isVisible(), "an answer that was given is kept"
    window.close_study()
    assert dialog.second.words.text() == NO_IMAGE


def test_a_second_model_that_was_changed_is_not_asked_and_says_why(
    qtbot: QtBot, window: MainWindow, models: Path, opened: Open, series: Path
) -> None:
    folder = make_model(models, TinyModel(id="second", title="Second model"))
    opened(window, series)
    dialog = compare(qtbot, window)
    qtbot.waitUntil(dialog.box.isVisible)
    (folder / "model.onnx").write_bytes(b"other weights")
    dialog.analyze_button.click()
    qtbot.waitUntil(
        lambda: "is not the one that the manifest describes" in dialog.second.words.text()
    )
    qtbot.waitUntil(dialog.first.answer.isVisible)
    assert not dialog.agreement.isVisible()


def test_another_second_model_can_be_chosen(
    qtbot: QtBot, window: MainWindow, models: Path, opened: Open, series: Path
) -> None:
    for name in ("second", "third"):
        make_model(models, TinyModel(id=name, title=name.capitalize()))
    opened(window, series)
    dialog = compare(qtbot, window)
    qtbot.waitUntil(dialog.box.isVisible)
    assert [dialog.box.itemData(i) for i in range(dialog.box.count())] == ["second", "third"]
    window.ai_tools.comparer.choose("third")
    assert dialog.second.title.text() == "Third 1.0.0"
    dialog.analyze_button.click()
    qtbot.waitUntil(dialog.second.answer.isVisible, timeout=20_000)
    assert dialog.second.provenance.text().startswith("third")


def test_the_window_closes_while_the_second_model_is_asked(
    qtbot: QtBot, window: MainWindow, models: Path, opened: Open, series: Path
) -> None:
    make_model(models, TinyModel(id="second", title="Second"))
    opened(window, series)
    dialog = compare(qtbot, window)
    qtbot.waitUntil(dialog.box.isVisible)
    dialog.analyze_button.click()
    with qtbot.waitSignal(window.closed):
        window.close()
