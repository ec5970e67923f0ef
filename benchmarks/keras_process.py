"""Runs the Keras scripts that the benchmarks compare with, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tumorview.inference.registry import load_bundle

_HERE = Path(__file__).resolve().parent


def keras_command(script: str, *arguments: str) -> list[str]:
    """Command that runs `script` on the default model's Keras file."""
    model = load_bundle().verified_path("keras")
    return [sys.executable, str(_HERE / script), str(model), *arguments]


def quiet_environment() -> dict[str, str]:
    """The environment with TensorFlow's log turned down."""
    return dict(os.environ) | {"TF_CPP_MIN_LOG_LEVEL": "3"}


def run_keras(script: str, *arguments: str) -> dict[str, Any]:
    """What the script prints as the last line, decoded from JSON."""
    answer = subprocess.run(
        keras_command(script, *arguments),
        env=quiet_environment(),
        check=True,
        capture_output=True,
        text=True,
    )
    decoded: dict[str, Any] = json.loads(answer.stdout.splitlines()[-1])
    return decoded
