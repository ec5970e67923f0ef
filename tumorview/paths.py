"""Where TumorView finds what it ships and keeps what it writes.

Works from a checkout, an installed wheel and a PyInstaller bundle alike.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

_APP = "TumorView"


def application_root() -> Path:
    """Folder that holds ``resources/`` and ``models/``: the checkout, or the frozen bundle."""
    frozen_root = getattr(sys, "_MEIPASS", None)
    if frozen_root is not None:
        return Path(frozen_root)
    return Path(__file__).resolve().parent.parent


def resources_dir() -> Path:
    """Read-only files that ship with the application (icons, themes, presets, sample study)."""
    return application_root() / "resources"


def bundled_models_dir() -> Path:
    """The models that ship with the application, one folder each."""
    return application_root() / "models"


def user_models_dir() -> Path:
    """Where a user puts further model folders; need not exist."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False)) / "models"


def model_dirs() -> tuple[Path, ...]:
    """All places that are searched for models, first match wins.

    ``TUMORVIEW_MODELS`` (an os.pathsep-separated list) is searched before the bundled ones.
    """
    extra = os.environ.get("TUMORVIEW_MODELS", "")
    chosen = tuple(Path(p) for p in extra.split(os.pathsep) if p)
    return (*chosen, bundled_models_dir(), user_models_dir())


def config_dir() -> Path:
    """Where settings are kept; need not exist."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False))


def state_dir() -> Path:
    """Where journals and logs are kept; need not exist."""
    return Path(platformdirs.user_state_dir(_APP, appauthor=False))
