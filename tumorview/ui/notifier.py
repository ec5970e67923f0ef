"""The one road from a failure to the user: banners that never stop the work.

Rooms raise typed errors, the window hands them to the `Notifier`, and `NoticeArea` shows them.
What nobody caught comes here too, by way of `sys.excepthook` and `threading.excepthook`: as one
sentence, with the places in the code for whoever reports it. The text of a foreign exception is
neither shown nor logged, because it may quote what stood in a file.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tumorview.errors import TumorViewError
from tumorview.ui.error_words import english_sentence
from tumorview.ui.icons import IconMark, icon
from tumorview.ui.language import local, tr
from tumorview.ui.result.wording import spoken
from tumorview.ui.theme import GRID

_log = logging.getLogger(__name__)

MOST_BANNERS = 3
INFO_MILLISECONDS = 6000
_WIDTH = 60 * GRID
_MARGIN = 2 * GRID
_FRAMES_IN_DETAILS = 12


class Severity(StrEnum):
    """How grave a notice is; also the theme's ``severity`` property."""

    INFO = "info"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Notice:
    """What the user is told: a sentence, and details for whoever wants to report it."""

    severity: Severity
    text: str
    details: str = ""


class Notifier(QObject):
    """Takes notices from any thread and hands them out on the GUI thread.

    Signals
    -------
    noticed(Notice)
        On the thread that this object lives in.
    """

    noticed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self.noticed)

    def show_error(self, error: TumorViewError) -> None:
        """Say what went wrong; the details hold code, cause and the whole path."""
        lines = [tr("Code: {code}", code=error.code)]
        if error.cause:
            lines.append(tr("Cause: {cause}", cause=local(error.cause)))
        if error.path is not None:
            lines.append(tr("Path: {path}", path=error.path))
        english = english_sentence(error)
        if english:
            lines.append(tr("In English: {sentence}", sentence=english))
        self._arrived.emit(Notice(Severity.DANGER, spoken(error), "\n".join(lines)))

    def show_warning(self, text: str) -> None:
        """Say something that the user must know; it stays until it is taken away."""
        self._arrived.emit(Notice(Severity.WARNING, text))

    def show_info(self, text: str) -> None:
        """Say something in passing; it goes by itself."""
        self._arrived.emit(Notice(Severity.INFO, text))

    def show_unexpected(self, error: BaseException) -> None:
        """Say that something failed that should not have, without its text."""
        kind, places = type(error).__name__, places_of(error.__traceback__)
        _log.error("Unexpected %s\n%s", kind, places)
        text = tr("Something unexpected went wrong ({kind}). TumorView goes on.", kind=kind)
        self._arrived.emit(Notice(Severity.DANGER, text, f"{kind}\n{places}"))


def places_of(trace: TracebackType | None) -> str:
    """Where an exception came from, innermost last: file, line and function, no values."""
    frames = traceback.extract_tb(trace)[-_FRAMES_IN_DETAILS:]
    return "\n".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames)


def install_hooks(notifier: Notifier) -> Callable[[], None]:
    """Route uncaught exceptions of all threads to `notifier`; call the result to undo it."""
    earlier, earlier_thread = sys.excepthook, threading.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, TumorViewError):
            notifier.show_error(error)
        elif isinstance(error, Exception):
            notifier.show_unexpected(error)
        else:  # Ctrl+C and the like
            earlier(kind, error, trace)

    def thread_hook(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            hook(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook, threading.excepthook = hook, thread_hook

    def undo() -> None:
        sys.excepthook, threading.excepthook = earlier, earlier_thread

    return undo


class Banner(QFrame):
    """One notice: sentence, details on request, copy, close.

    Signals
    -------
    closed()
    """

    closed = Signal()

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self._times = 1
        self.setProperty("surface", "banner")
        self.setProperty("severity", str(notice.severity))
        shape, ink = {
            Severity.INFO: ("info", "accent"),
            Severity.WARNING: ("warning", "warning"),
            Severity.DANGER: ("error", "danger"),
        }[notice.severity]
        symbol = IconMark(shape, ink, 20)
        self._text = QLabel(notice.text)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setAccessibleName(notice.text)
        self._details = QLabel(notice.details)
        self._details.setProperty("role", "faint")
        self._details.setTextFormat(Qt.TextFormat.PlainText)
        self._details.setWordWrap(True)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details.setContentsMargins(3 * GRID + 4, 0, 0, GRID // 2)
        self._details.hide()
        self._details_button = QPushButton(tr("Details"), self)
        self._details_button.setProperty("kind", "quiet")
        self._details_button.setCheckable(True)
        self._details_button.setVisible(bool(notice.details))
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setIconSize(QSize(16, 16))
        close.setProperty("kind", "quiet")
        close.setAccessibleName(tr("Dismiss"))
        close.setToolTip(tr("Dismiss"))
        copy = QToolButton()
        copy.setIcon(icon("copy"))
        copy.setIconSize(QSize(16, 16))
        copy.setProperty("kind", "quiet")
        copy.setAccessibleName(tr("Copy this message"))
        copy.setToolTip(tr("Copy"))

        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._text, 1)
        for button in (self._details_button, copy, close):
            button.setProperty("shape", None if button is self._details_button else "icon")
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID + 4, GRID, GRID, GRID)
        layout.addLayout(top)
        layout.addWidget(self._details)
        self._details_button.toggled.connect(self._details.setVisible)
        copy.clicked.connect(self.copy)
        close.clicked.connect(self.closed)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text.text()

    def count_again(self) -> None:
        """The same notice came once more."""
        self._times += 1
        self._text.setText(tr("{text} ({count} times)", text=self.notice.text, count=self._times))

    def copy(self) -> None:
        """Put sentence and details on the clipboard."""
        QGuiApplication.clipboard().setText(f"{self.text}\n{self.notice.details}".strip())


class NoticeArea(QWidget):
    """The latest notices, floating over the lower right corner of `host`."""

    def __init__(self, notifier: Notifier, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=False)
        self.setAccessibleName(tr("Notices"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self._banners: list[Banner] = []
        notifier.noticed.connect(self.show_notice)
        host.installEventFilter(self)
        self.hide()

    @property
    def banners(self) -> tuple[Banner, ...]:
        """What is shown, oldest first."""
        return tuple(self._banners)

    def show_notice(self, notice: Notice) -> None:
        """Add a banner; the same sentence twice is counted, the oldest of four goes."""
        for shown in self._banners:
            if shown.notice == notice:
                shown.count_again()
                self._place()
                return
        banner = Banner(notice, self)
        banner.closed.connect(lambda: self.dismiss(banner))
        if notice.severity is Severity.INFO:
            # A child of the banner, so that the timer goes with it.
            timer = QTimer(banner)
            timer.setSingleShot(True)
            timer.timeout.connect(banner.closed)
            timer.start(INFO_MILLISECONDS)
        self._banners.append(banner)
        self._layout.addWidget(banner)
        while len(self._banners) > MOST_BANNERS:
            self._remove(self._banners[0])
        self.show()
        self.raise_()
        self._place()

    def dismiss(self, banner: Banner) -> None:
        """Take one banner away."""
        if banner in self._banners:
            self._remove(banner)
        self.setVisible(bool(self._banners))
        self._place()

    def clear(self) -> None:
        """Take all banners away."""
        for banner in self.banners:
            self.dismiss(banner)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the host changes its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        """Follow banners that grow (details)."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _remove(self, banner: Banner) -> None:
        self._banners.remove(banner)
        self._layout.removeWidget(banner)
        banner.hide()
        banner.deleteLater()

    def _place(self) -> None:
        host = self._host
        width = max(1, min(_WIDTH, host.width() - 2 * _MARGIN))
        height = self._layout.totalHeightForWidth(width)
        if height < 0:
            height = self._layout.totalSizeHint().height()
        self.resize(width, height)
        corner = QPoint(host.width() - width - _MARGIN, host.height() - height - _MARGIN)
        self.move(max(0, corner.x()), max(0, corner.y()))
