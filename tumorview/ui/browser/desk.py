"""What is opened goes on the shelf, into the list and onto the screen; what is closed leaves them.

The list may grow while it is read from. What is on screen stays there: it is looked up again by
its own frame whenever more of its study has been read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from tumorview.domain.source import SourceRef
from tumorview.domain.study import Series, Study, StudyCatalog
from tumorview.imaging.reformat_series import origin_of
from tumorview.ui.actions.table import ActionTable
from tumorview.ui.analysis.controller import AnalysisController
from tumorview.ui.browser.panel import StudyBrowser
from tumorview.ui.browser.shelf import Place, Shelf
from tumorview.ui.language import localized, tr
from tumorview.ui.opening import Landing, Opener, nothing_to_show
from tumorview.ui.viewer import Viewer

BeforeClosing = Callable[[tuple[Study, ...], Callable[[], object]], object]


def _close_at_once(_studies: tuple[Study, ...], close: Callable[[], object]) -> None:
    close()


class StudyDesk(QObject):
    """The studies that lie open.

    `before_closing` is asked with the studies that the user wants to close and what closes them;
    who holds unsaved work of theirs puts another function there. `show_series` is what shows a
    series that was chosen from the list.

    Signals
    -------
    shown(object)
        The paths of an opening whose first image is on its way to the screen.
    emptied()
        The last study was closed.
    changed()
        There is more or less in the list.
    failed(object)
        The TumorViewError for which an opening brought nothing.
    """

    shown = Signal(object)
    emptied = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        opener: Opener,
        viewer: Viewer,
        browser: StudyBrowser,
        controller: AnalysisController,
        actions: ActionTable,
    ) -> None:
        super().__init__(browser)
        self._opener, self._viewer, self._browser = opener, viewer, browser
        self._controller = controller
        self._shelf = Shelf()
        self._stop: QAction = actions["stop_reading"]
        self._close_all: QAction = actions["close_all"]
        self.last_paths: tuple[Path, ...] = ()
        self.before_closing: BeforeClosing = _close_at_once
        self.show_series: Callable[[Study, Series], object] = viewer.show
        opener.started.connect(self._on_started)
        opener.progressed.connect(self._on_progress)
        opener.part_read.connect(self._on_part)
        opener.opened.connect(self._on_opened)
        opener.failed.connect(self.failed)
        opener.ended.connect(self._on_ended)
        opener.thumbnails.ready.connect(browser.show_thumbnail)
        viewer.series_changed.connect(self._mark)
        viewer.series_grown.connect(self._mark)
        browser.series_chosen.connect(self._show_chosen)
        browser.close_wished.connect(self.close)
        browser.close_others_wished.connect(self.close_others)
        browser.close_all_wished.connect(self.close_all)
        self._close_all.triggered.connect(self.close_all)
        self._stop.triggered.connect(opener.cancel)
        actions["find_series"].triggered.connect(browser.go_to_search)
        self._stop.setEnabled(False)
        self._show_actions()

    @property
    def catalog(self) -> StudyCatalog | None:
        """Everything that lies open; None when nothing does."""
        return self._shelf.catalog if self._shelf.studies else None

    @property
    def studies(self) -> tuple[Study, ...]:
        """What lies open, in the order of the list."""
        return tuple(one.study for one in self._shelf.studies)

    def find(self, source: SourceRef) -> Place | None:
        """Where a frame is now, None where its study is closed."""
        return self._shelf.find(source)

    def open(self, paths: Sequence[Path], frame_number: int | None = None) -> None:
        """Read files, folders and archives; they come beside what lies open."""
        if paths:
            self.last_paths = tuple(paths)
            self._opener.open(paths, frame_number)

    def close_current(self) -> None:
        """Close the study on screen; the one beside it comes in its place."""
        number = None if self._viewer.study is None else self._shelf.number_of(self._viewer.study)
        if number is not None:
            self.close(number)

    def close_others(self, kept: int) -> None:
        """Close all studies but one."""
        self._close_asked({one.number for one in self._shelf.studies if one.number != kept})

    def close_all(self) -> None:
        """Close every study, and give up what is still being read."""
        self._close_asked({one.number for one in self._shelf.studies}, and_reading=True)

    def close(self, number: int) -> None:
        """Close one study: its pictures and answers are forgotten."""
        self._close_asked({number})

    def _close_asked(self, numbers: Collection[int], *, and_reading: bool = False) -> None:
        def close() -> None:
            if and_reading:
                self._opener.cancel()
            for number in numbers:
                self._close(number)

        studies = tuple(one.study for one in self._shelf.studies if one.number in numbers)
        self.before_closing(studies, close)

    def _close(self, number: int) -> None:
        studies = self._shelf.studies
        place = next((i for i, one in enumerate(studies) if one.number == number), None)
        if place is None:
            return
        study = studies[place].study
        was_shown = study is self._viewer.study
        self._forget(study)
        over = self._shelf.close(number)
        left = self._shelf.studies
        if was_shown and left:
            following = left[min(place, len(left) - 1)].study
            self._viewer.show(following, following.series[0])
        elif was_shown:
            self._viewer.clear()
        self._opener.release(over)
        self._show()
        if not left:
            self.emptied.emit()

    def _show_chosen(self, study: Study, series: Series) -> None:
        self.show_series(study, series)

    # What comes of an opening.

    def _on_started(self) -> None:
        self._stop.setEnabled(True)
        self._browser.show_activity(tr("Looking for images…"))

    def _on_progress(self, done: int, total: int) -> None:
        self._browser.show_activity(
            tr("Reading {done} of {total}", done=localized(done), total=localized(total))
        )

    def _on_ended(self, opening: int) -> None:
        if not self._opener.is_busy:
            self._stop.setEnabled(False)
            self._browser.show_activity("")
        self._shelf.finish(opening)
        self._opener.release(self._shelf.sweep())
        self.changed.emit()

    def _on_part(self, opening: int, catalog: StudyCatalog) -> None:
        self._shelf.put(opening, catalog)
        self._show()
        self._follow()

    def _on_opened(self, catalog: StudyCatalog, landing: Landing | None) -> None:
        paths = self._opener.paths
        if landing is None:
            self.failed.emit(nothing_to_show(catalog, paths))
            return
        frames = landing.series.frames
        index = len(frames) // 2 if landing.index is None else landing.index
        # The shelf may have joined the study with what lay open of it.
        place = self._shelf.find(frames[index].source)
        if place is not None:
            self._viewer.show(place.study, place.series, place.index)
        self.shown.emit(paths)

    def _follow(self) -> None:
        """Keep the frame on screen while the series around it grows."""
        viewer = self._viewer
        info = viewer.frame_info
        if info is None:
            return
        place = self._shelf.find(info.source)
        if place is None:
            return
        if place.series is not viewer.series or place.study is not viewer.study:
            viewer.follow(place.study, place.series, place.index)

    def _forget(self, study: Study) -> None:
        frames = frozenset(frame.source for series in study.series for frame in series.frames)
        self._controller.forget_frames(frames)

    # What is shown.

    def _show(self) -> None:
        self._browser.set_open(self._shelf.studies, len(self._shelf.failures))
        self._opener.thumbnails.request(self._browser.missing_thumbnails())
        self._mark()
        self._show_actions()
        self.changed.emit()

    def _mark(self) -> None:
        series = self._viewer.series
        self._browser.mark_current(None if series is None else origin_of(series))

    def _show_actions(self) -> None:
        self._close_all.setEnabled(bool(self._shelf.studies))
