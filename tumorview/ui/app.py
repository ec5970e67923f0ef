"""The graphical application: set up Qt, show the window, run until it is closed.

Environment variables for measuring and for checking a package:

- ``TUMORVIEW_PRINT_READY=1`` prints ``ready in X s``, from the start of the process to the first
  event after the window was drawn.
- ``TUMORVIEW_SMOKE=1`` opens the given paths (or the sample study), analyses the middle image of
  the first series, and ends with exit code 0, or 1 and a reason.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import QApplication

from tumorview import __version__
from tumorview.imaging.limits import Limits, use_limits
from tumorview.services.settings import load_settings_or_defaults
from tumorview.ui import language, theme
from tumorview.ui.appearance import theme_for
from tumorview.ui.icons import app_icon
from tumorview.ui.instance import SingleInstance, bring_forward
from tumorview.ui.main_window import APP_NAME, MainWindow
from tumorview.ui.notifier import install_hooks
from tumorview.ui.smoke import SmokeCheck

_STARTED = time.monotonic()
_SIGNAL_POLL_MS = 200
_SWITCH_SECONDS = 0.0005


def run_gui(paths: Sequence[Path], *, new_window: bool = False) -> int:
    """Open the window on `paths` and return the exit code when it has closed.

    Where a window is there already, it opens them, and this returns at once; not so with
    `new_window`, or when the settings want a window for each start.
    """
    app = make_application(sys.argv[:1])
    settings, problem = load_settings_or_defaults()
    use_limits(Limits().times(settings.file_limits))
    instance = None
    if settings.single_instance and not new_window and not os.environ.get("TUMORVIEW_SMOKE"):
        instance = SingleInstance(app)
        if not instance.start(paths):
            return 0
    wanted = language.language_for(settings.language, QLocale.system().uiLanguages())
    language.use(app, wanted if language.has_font(wanted) else "en")
    theme.use(app, theme_for(settings.theme, app.styleHints().colorScheme()))
    window = MainWindow(settings)
    undo_hooks = install_hooks(window.notifier)
    if instance is not None:
        instance.asked.connect(lambda asked: _take_over(window, asked))
    try:
        window.show()
        if problem is not None:
            window.show_error(problem)
        if not language.has_font(wanted):
            name = QLocale.languageToString(QLocale(wanted).language())
            window.notifier.show_warning(language.NO_FONT.format(language=name))
        if os.environ.get("TUMORVIEW_PRINT_READY"):
            QTimer.singleShot(0, print_ready)
        # Loading libraries holds Python's lock for a tenth of a second: better now, and after the
        # first image, than under the user's hand.
        QTimer.singleShot(0, window.viewer.warm_up)
        QTimer.singleShot(0, window.opener.warm_up)
        window.reading.shown.connect(
            window.controller.warm_up, Qt.ConnectionType.SingleShotConnection
        )
        check = SmokeCheck(window) if os.environ.get("TUMORVIEW_SMOKE") else None
        if check is not None:
            QTimer.singleShot(0, lambda: check.start(paths))
        elif paths:
            QTimer.singleShot(0, lambda: window.open_paths(paths))
        elif problem is None:
            QTimer.singleShot(0, window.personal.tour.offer)
        if check is None:
            QTimer.singleShot(0, window.batch.remind)
        _let_ctrl_c_through(app, window)
        code = app.exec()
        return code if check is None else check.exit_code
    finally:
        if instance is not None:
            instance.close()
        window.close()
        undo_hooks()


def _take_over(window: MainWindow, paths: Sequence[Path]) -> None:
    bring_forward(window)
    if paths:
        window.open_paths(paths)


def make_application(arguments: Sequence[str]) -> QApplication:
    """The QApplication with our name and theme."""
    # While workers run Python, the GUI thread waits this long for its turn at every event; the
    # default of 5 ms adds up to visible stutter.
    sys.setswitchinterval(_SWITCH_SECONDS)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(list(arguments))
    app.setApplicationName(APP_NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("tumorview")
    app.setWindowIcon(app_icon())
    theme.apply(app)
    return app


def print_ready() -> None:
    """Say how long the process took to a drawn window."""
    sys.stdout.write(f"ready in {process_age_seconds():.2f} s\n")
    sys.stdout.flush()


def process_age_seconds() -> float:
    """Seconds since the process began where the system tells, else since this module loaded."""
    try:
        fields = Path("/proc/self/stat").read_text("ascii").rpartition(")")[2].split()
        ticks = os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / ticks
    except (OSError, AttributeError, ValueError, IndexError):
        return time.monotonic() - _STARTED


def _let_ctrl_c_through(app: QApplication, window: MainWindow) -> None:
    # Qt's loop never returns to Python by itself, so a signal would wait for the next event.
    signal.signal(signal.SIGINT, lambda *_: window.close())
    pulse = QTimer(app)
    pulse.timeout.connect(lambda: None)
    pulse.start(_SIGNAL_POLL_MS)
