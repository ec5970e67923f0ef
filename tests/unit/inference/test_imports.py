"""What may be imported before anybody has asked for an analysis."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

_HEAVY = ("PySide6", "tensorflow", "keras", "onnxruntime", "onnx", "matplotlib")


@pytest.mark.parametrize(
    "module",
    [
        "tumorview.inference.predictor",
        "tumorview.inference.registry",
        "tumorview.inference.heatmap",
        "tumorview.inference.engines.select",
        "tumorview.inference.engines.onnx_engine",
        "tumorview.inference.engines.keras_engine",
        "tumorview.services.analysis",
        "tumorview.reporting.overlay",
        "tumorview.cli",
    ],
)
def test_importing_a_module_below_the_window_loads_neither_qt_nor_an_engine(
    module: str, checkout: Path
) -> None:
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{module} is not part of this build")
    code = f"import sys, {module}; print(*[name for name in {_HEAVY!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=checkout,
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")
