from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tumorview import paths


def test_a_checkout_holds_its_own_resources_and_models(checkout: Path) -> None:
    assert paths.application_root() == checkout
    assert paths.resources_dir() == checkout / "resources"
    assert paths.bundled_models_dir() == checkout / "models"


def test_a_frozen_application_finds_what_was_bundled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources_dir() == tmp_path / "resources"
    assert paths.bundled_models_dir() == tmp_path / "models"


def test_models_are_looked_for_in_the_chosen_then_the_bundled_then_the_user_s_folder() -> None:
    assert paths.model_dirs() == (paths.bundled_models_dir(), paths.user_models_dir())


def test_the_environment_adds_model_folders_in_front(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "one", tmp_path / "zwei ä"
    monkeypatch.setenv("TUMORVIEW_MODELS", f"{first}{os.pathsep}{os.pathsep}{second}")
    assert paths.model_dirs()[:3] == (first, second, paths.bundled_models_dir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks the system, not HOME")
def test_settings_and_journals_lie_in_the_user_s_home(isolated_home: Path) -> None:
    for folder in (paths.config_dir(), paths.state_dir(), paths.user_models_dir()):
        assert isolated_home in folder.parents
        assert not folder.exists()
