from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tumorview.inference.engines.quiet import without_native_chatter


def _run(code: str, checkout: Path, stderr: int = subprocess.PIPE) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        stdout=subprocess.DEVNULL,
        stderr=stderr,
        text=True,
        timeout=60,
        check=True,
        cwd=checkout,
    )
    return done.stderr or ""


_IMPORT = "import os, sys\nfrom tumorview.inference.engines.quiet import without_native_chatter\n"


def test_chatter_is_dropped_and_everything_else_passed_on(checkout: Path) -> None:
    said = _run(
        _IMPORT + "with without_native_chatter():\n"
        "    os.write(2, b'I0000 00:00:1700000000.1 7 port.cc:153] oneDNN is on\\n')\n"
        "    os.write(2, b'WARNING: All log messages before absl::InitializeLog()...\\n')\n"
        "    os.write(2, b'E0000 00:00:1700000000.1 7 cuda.cc:5] a real error\\n')\n"
        "    print('a word of Python', file=sys.stderr)\n"
        "os.write(2, b'I0000 00:00:1700000000.1 7 later.cc:1] afterwards\\n')\n",
        checkout,
    )
    assert said.splitlines() == [
        "E0000 00:00:1700000000.1 7 cuda.cc:5] a real error",
        "a word of Python",
        "I0000 00:00:1700000000.1 7 later.cc:1] afterwards",
    ]


def test_what_was_said_before_an_exception_is_not_lost(checkout: Path) -> None:
    said = _run(
        _IMPORT + "try:\n    with without_native_chatter():\n"
        "        os.write(2, b'the last words\\n'); raise ValueError\n"
        "except ValueError: pass\n",
        checkout,
    )
    assert said == "the last words\n"


def test_a_process_without_stderr_goes_on(checkout: Path) -> None:
    _run(
        _IMPORT + "os.close(2)\nsys.stderr = None\n"
        "with without_native_chatter():\n    done = True\n"
        "assert done\n",
        checkout,
    )


def test_the_exception_of_the_block_comes_through() -> None:
    with pytest.raises(KeyError), without_native_chatter():
        raise KeyError(os.devnull)
