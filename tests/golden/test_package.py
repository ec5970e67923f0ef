"""The stand-alone application: built, started, asked, all of it in a folder of its own."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.model_factory import make_model

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def application(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if importlib.util.find_spec("PyInstaller") is None:
        pytest.skip("PyInstaller is not installed (pip install 'tumorview[dev]')")
    folder = tmp_path_factory.mktemp("package")
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", str(folder / "dist"), "--workpath", str(folder / "build")),
            str(checkout / "tumorview.spec"),
        ],
        check=True,
        cwd=folder,
        env=dict(os.environ, PYTHONPATH=str(checkout), PYINSTALLER_CONFIG_DIR=str(folder / "c")),
    )
    return folder / "dist" / "TumorView"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    make_model(tmp_path / "models")
    return dict(os.environ, TUMORVIEW_MODELS=str(tmp_path / "models"))


def ask(
    program: Path, *arguments: str, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(program), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=120,
    )


def test_the_window_opens_the_sample_study_analyses_an_image_and_ends(
    application: Path, environment: dict[str, str]
) -> None:
    answer = ask(application / "TumorView", environment={**environment, "TUMORVIEW_SMOKE": "1"})
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_the_terminal_program_scans_every_sample_with_the_bundled_decoders(
    application: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    sample = application / "_internal" / "resources" / "sample_study"
    answer = ask(
        application / "tumorview-cli",
        *("scan", str(sample), "--csv", str(tmp_path / "out.csv")),
        environment=environment,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    rows = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 1 + 46


def test_neither_tensorflow_nor_the_training_code_is_inside(application: Path) -> None:
    inside = {path.name for path in (application / "_internal").iterdir()}
    assert not inside & {"tensorflow", "keras", "training", "matplotlib", "tests"}
