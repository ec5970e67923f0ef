from __future__ import annotations

import subprocess
import sys

_CALLS = """
import tumorview.ui
from PySide6.QtCore import QObject, QPoint
thing = QObject()
for _ in range(200_000):
    thing.setObjectName("x")
    assert QPoint(1, 1) == QPoint(1, 1)
    assert not QPoint(1, 1) != QPoint(1, 1)
print("alive")
"""


def test_hundreds_of_thousands_of_qt_calls_do_not_end_the_interpreter() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CALLS], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "alive\n", done.stderr[-500:]
    assert done.returncode == 0


def test_importing_the_window_is_enough_to_be_protected() -> None:
    script = (
        "import sys, tumorview.ui; "
        "print(sys.version_info >= (3, 12), *map(sys.getrefcount, (None, True, False)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True
    )
    immortal, *counts = done.stdout.split()
    assert immortal == "True" or all(int(count) > 1_000_000_000 for count in counts)
