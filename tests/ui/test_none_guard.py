from __future__ import annotations

import subprocess
import sys

_CALLS = """
from tumorview.ui.none_guard import keep_none_alive
keep_none_alive()
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(200_000):
    thing.blockSignals(False)
    thing.setObjectName("x")
print("alive")
"""


def test_hundreds_of_thousands_of_qt_calls_do_not_end_the_interpreter() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CALLS], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "alive\n", done.stderr[-500:]


def test_importing_the_window_is_enough_to_be_protected() -> None:
    script = "import sys, tumorview.ui; print(sys.version_info >= (3, 12), sys.getrefcount(None))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True
    )
    immortal, count = done.stdout.split()
    assert immortal == "True" or int(count) > 1_000_000_000
