from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.model_factory import make_model
from tests.ui.models import write_frames
from tumorview.services.settings import Settings
from tumorview.ui.app import process_age_seconds
from tumorview.ui.main_window import MainWindow
from tumorview.ui.smoke import SmokeCheck


def run_app(checkout: Path, models: Path, *paths: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "TUMORVIEW_MODELS": str(models),
        "TUMORVIEW_SMOKE": "1",
        "TUMORVIEW_PRINT_READY": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", "tumorview", *map(str, paths)],
        cwd=checkout,
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@pytest.mark.gui
def test_the_application_opens_a_study_analyses_an_image_and_ends(
    checkout: Path, tmp_path: Path
) -> None:
    make_model(tmp_path / "models")
    write_frames(tmp_path / "mr", 3)
    ended = run_app(checkout, tmp_path / "models", tmp_path / "mr")
    assert ended.returncode == 0, ended.stderr
    assert "ready in" in ended.stdout
    assert "analysed by ONNX Runtime" in ended.stdout


@pytest.mark.gui
def test_the_application_says_what_it_cannot_open_without_a_traceback(
    checkout: Path, tmp_path: Path
) -> None:
    make_model(tmp_path / "models")
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleague")
    ended = run_app(checkout, tmp_path / "models", letter)
    assert ended.returncode == 1
    assert "letter.txt" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_nothing_heavy_is_imported_before_the_window_is_shown(checkout: Path) -> None:
    code = (
        "import sys; import tumorview.ui.app; from tumorview.services.settings import Settings\n"
        "app = tumorview.ui.app.make_application(['t'])\n"
        "window = tumorview.ui.app.MainWindow(Settings()); window.show(); app.processEvents()\n"
        "heavy = ('tensorflow', 'keras', 'onnxruntime', 'matplotlib', 'pydicom', 'cv2', 'scipy')\n"
        "found = [name for name in heavy if name in sys.modules]\n"
        "window.close()\n"
        "sys.exit(f'imported: {found}' if found else 0)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=checkout,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr


def test_the_smoke_check_fails_when_a_file_has_no_image(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleague")
    check = SmokeCheck(window)
    with qtbot.waitSignal(window.closed):
        check.start([letter])
    assert check.exit_code == 1
    assert "letter.txt" in capsys.readouterr().err


def test_the_age_of_the_process_is_plausible() -> None:
    assert 0 < process_age_seconds() < 24 * 3600


def test_settings_that_ask_for_it_analyse_what_is_opened(
    qtbot: QtBot, make_window: object, tmp_path: Path
) -> None:
    assert callable(make_window)
    window = make_window(Settings(analyze_on_open=True))
    write_frames(tmp_path / "mr", 3)
    with qtbot.waitSignal(window.presenter.analysis_ended, timeout=20_000):
        window.open_paths([tmp_path / "mr"])
    assert window.viewer.prediction is not None
    assert window.result_panel.isVisible()
