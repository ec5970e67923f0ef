"""A run that was killed goes on as if nothing had happened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow, pytest.mark.timeout(600)]

ROOT = Path(__file__).parents[2]

WRITE_DATA = """
import sys
from pathlib import Path
from tests.training import tiny_data

tiny_data.write_data(Path(sys.argv[1]))
"""

SCRIPT = """
import os, sys
from pathlib import Path
import training.fit as fit
from tests.training import tiny_data

data, run, fatal = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
whole = fit.write_state

def write_state(folder, state):
    whole(folder, state)
    if f"{state.stage},{state.epochs_done}" == fatal:
        os._exit(9)

fit.write_state = write_state
tiny_data.train(
    tiny_data.tiny_recipe(),
    tiny_data.RunOptions(
        data, run, weights=None, split=data / "folds.json", resume=True, deterministic=True
    ),
)
"""


def _run(data: Path, run: Path, fatal: str) -> int:
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "KERAS_BACKEND": "tensorflow"}
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, str(data), str(run), fatal],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
    ).returncode


def test_a_killed_run_ends_like_an_unbroken_one(tmp_path: Path) -> None:
    data = tmp_path / "data"
    written = subprocess.run(
        [
            sys.executable,
            "-c",
            WRITE_DATA,
            str(data),
        ],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert written.returncode == 0, written.stderr.decode()[-2000:]
    unbroken, killed = tmp_path / "unbroken", tmp_path / "killed"
    assert _run(data, unbroken, "never") == 0
    # Once between the stages and once within the second.
    assert _run(data, killed, "0,1") == 9
    assert _run(data, killed, "1,1") == 9
    assert json.loads((killed / "state.json").read_bytes())["epochs_done"] == 1
    assert _run(data, killed, "never") == 0
    with np.load(unbroken / "answers.npz") as one, np.load(killed / "answers.npz") as other:
        assert set(one.files) == set(other.files)
        for name in one.files:
            np.testing.assert_array_equal(one[name], other[name], err_msg=name)
