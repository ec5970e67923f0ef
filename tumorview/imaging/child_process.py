"""Starting this program again for work that is done in a process apart."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import tumorview


def own_command(argument: str, module: str, values: Sequence[str] = ()) -> list[str]:
    """How `module` is run as a program: by Python, or by the packaged application's `argument`."""
    if getattr(sys, "frozen", False):
        return [sys.executable, argument, *values]
    return [sys.executable, "-P", "-m", module, *values]


def start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start `command` with unbuffered pipes as its standard input and output, and no window.

    `subprocess` and not `multiprocessing`, which would run the main module again in the child.
    """
    return subprocess.Popen(  # noqa: S603 - this very program
        list(command),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        bufsize=0,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _environment() -> dict[str, str]:
    """The environment in which this package is found first, wherever it was imported from."""
    package = Path(tumorview.__file__).resolve().parents[1]
    path = [str(package), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path)}
