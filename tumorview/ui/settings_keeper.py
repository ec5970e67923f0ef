"""The user's choices while the window is open; written off the GUI thread."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from tumorview.cancel import CancelToken
from tumorview.domain.events import Outcome
from tumorview.services.settings import (
    Settings,
    SettingsError,
    check_settings,
    save_settings,
    with_recent_path,
)
from tumorview.ui.threads import WorkerThread, WorkFinished


class SettingsKeeper(QObject):
    """Holds the settings and saves every change.

    Signals
    -------
    changed()
        After every change.
    failed(object)
        The TumorViewError for which a change could not be written.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current = settings
        self._thread = WorkerThread("tumorview-settings", self)
        self._thread.finished.connect(self._on_finished)

    @property
    def current(self) -> Settings:
        """The settings now."""
        return self._current

    def change(self, **values: object) -> None:
        """Set some by name; an unknown name is a TypeError."""
        self._take(msgspec.structs.replace(self._current, **values))

    def try_change(self, **values: object) -> SettingsError | None:
        """Set some by name; returns why they cannot be set, in which case nothing changes."""
        wished = msgspec.structs.replace(self._current, **values)
        try:
            check_settings(wished)
        except SettingsError as error:
            return error
        self._take(wished)
        return None

    def opened(self, path: Path) -> None:
        """Put `path` first among the recent ones."""
        self._take(with_recent_path(self._current, path))

    def shutdown(self) -> None:
        """Write what waits to be written and join."""
        self._thread.drain()

    def _take(self, settings: Settings) -> None:
        if settings == self._current:
            return
        self._current = settings

        def work(_token: CancelToken) -> Iterator[object]:
            save_settings(settings)
            return iter(())

        self._thread.submit(work)
        self.changed.emit()

    def _on_finished(self, end: WorkFinished) -> None:
        if end.outcome is Outcome.FAILED:
            self.failed.emit(end.error)
