"""The window: puts the parts together and says which action does what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow

from tumorview.domain.study import Series, Study
from tumorview.errors import TumorViewError
from tumorview.imaging.reformat_series import origin_of
from tumorview.paths import resources_dir
from tumorview.services.settings import Settings
from tumorview.ui.actions.table import ActionTable
from tumorview.ui.ai_tools import AiTools
from tumorview.ui.analysis.controller import AnalysisController
from tumorview.ui.batch.opener import BatchOpener
from tumorview.ui.browser.desk import StudyDesk
from tumorview.ui.browser.panel import StudyBrowser
from tumorview.ui.cine import Cine
from tumorview.ui.compare.comparer import Reading
from tumorview.ui.dialogs import FailuresDialog
from tumorview.ui.empty_state import EmptyState
from tumorview.ui.focus_keys import keeps_key
from tumorview.ui.header.inspector import HeaderInspector
from tumorview.ui.key_images.controller import KeyImages
from tumorview.ui.language import tr
from tumorview.ui.measuring.controller import Measuring
from tumorview.ui.menus import Menus
from tumorview.ui.model_opener import ModelOpener
from tumorview.ui.notifier import NoticeArea, Notifier
from tumorview.ui.opening import Opener, local_paths
from tumorview.ui.panes.grid import Panes
from tumorview.ui.panes.tools import PaneTools
from tumorview.ui.personal import Personal
from tumorview.ui.reading_area import ReadingArea
from tumorview.ui.result_panel import ResultPanel
from tumorview.ui.result_presenter import ResultPresenter
from tumorview.ui.series_model import series_facts, series_title
from tumorview.ui.settings_keeper import SettingsKeeper
from tumorview.ui.status_bar import StatusBar
from tumorview.ui.takeaway.taker import TakeAway
from tumorview.ui.toolbar import ToolBar
from tumorview.ui.view_actions import ViewActions
from tumorview.ui.viewer import Viewer
from tumorview.ui.viewport.corner_text import identity_lines
from tumorview.ui.viewport.picture import Picture
from tumorview.ui.window_offers import WindowOffer, offers_for
from tumorview.ui.workspace import Workspace

if TYPE_CHECKING:
    from tumorview.inference.predictor import Predictor

APP_NAME = "TumorView"
SAMPLE_FOLDER = "sample_study"


class MainWindow(QMainWindow):
    """One window; several studies lie open in it, one of them is on screen.

    Parameters
    ----------
    settings
        The user's choices; changes are saved.
    open_predictor
        Called on the inference thread when the model is first needed; None loads the model that
        the settings name.

    Signals
    -------
    closed()
        The window has closed and its threads have ended.
    """

    closed = Signal()

    def __init__(
        self, settings: Settings, open_predictor: Callable[[], Predictor] | None = None
    ) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self.setMinimumSize(960, 600)
        self._full_screen = False

        self.settings = SettingsKeeper(settings, self)
        self._model_opener = ModelOpener(settings, self)
        self.controller = AnalysisController(open_predictor or self._model_opener, self)
        self.viewer = Viewer(self.controller.results, parent=self)
        self.cine = Cine(self.viewer, self)
        self.opener = Opener(self)
        self.batch = BatchOpener(self)

        self.actions_table = ActionTable(self)
        header_action = self.actions_table["dicom_header"]
        self.inspector = HeaderInspector(self.viewer, self.settings, header_action, self)
        self.menus = Menus(self.menuBar(), self.actions_table, self)
        self.toolbar = ToolBar(self.actions_table)
        self.series_list = StudyBrowser(self.actions_table["stop_reading"])
        self.desk = StudyDesk(
            self.opener, self.viewer, self.series_list, self.controller, self.actions_table
        )
        self.reading = ReadingArea(self.viewer)
        self.panes = Panes(self.viewer, self.reading, self.controller.results)
        self.result_panel = ResultPanel()
        self.empty = EmptyState(
            *(self.actions_table[n] for n in ("open_files", "open_folder", "open_sample"))
        )
        self.workspace = Workspace(
            self.toolbar, self.series_list, self.empty, self.panes, self.result_panel
        )
        self.setCentralWidget(self.workspace)
        self.notifier = Notifier(self)
        self.notices = NoticeArea(self.notifier, self.workspace.center)
        self.presenter = ResultPresenter(
            self.viewer, self.reading, self.result_panel, self.controller
        )
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self.personal = Personal(self, self._model_opener)
        self.view_actions = ViewActions(
            self.actions_table, self.viewer, self.reading, self.cine, self
        )
        self.key_images = KeyImages(self.actions_table, self.viewer, self.reading, self)
        self.measuring = Measuring(
            self.actions_table, self.viewer, self.reading, self.notifier, self
        )
        self.takeaway = TakeAway(
            *(self.actions_table, self.viewer, self.reading, self.cine),
            settings=self.settings,
            notifier=self.notifier,
            window=self,
        )
        reading = Reading(self.viewer, self.controller, lambda: self._analyze("image"))
        self.ai_tools = AiTools(self.actions_table, self.result_panel, self.settings, reading, self)
        self.pane_tools = PaneTools(self)
        self._connect()
        self._connect_actions()
        self._apply_settings()
        self._show_nothing()
        self.personal.memory.restore()
        self.empty.folder_button.setFocus()

    # What the application does.

    def open_paths(self, paths: Sequence[Path], frame_number: int | None = None) -> None:
        """Open files, folders and archives beside what lies open."""
        self.desk.open(paths, frame_number)

    def show_error(self, error: TumorViewError) -> None:
        """Tell the user."""
        self.notifier.show_error(error)

    def close_study(self) -> None:
        """Close the study on screen; without another one, back to the empty window."""
        self.desk.close_current()

    @property
    def study_title(self) -> str:
        """What the window's title says of the study; without identity while that is hidden."""
        study, series = self.viewer.study, self.viewer.series
        if study is None or series is None:
            return ""
        if self.settings.current.hide_identity:
            parts = [series.modality, series_title(series, hidden=True)]
        else:
            who = identity_lines(study.patient)[:1]
            parts = [*who, study.description, series_title(series, hidden=False)]
        return " · ".join(part for part in dict.fromkeys(parts) if part)

    # How it is put together.

    def _connect(self) -> None:
        opener, viewer = self.opener, self.viewer
        opener.started.connect(self.status.show_search)
        opener.progressed.connect(self.status.show_progress)
        self.desk.before_closing = self.measuring.before_closing
        self.desk.shown.connect(self._on_opened)
        self.desk.failed.connect(self.show_error)
        self.desk.changed.connect(self._show_activity)
        self.desk.emptied.connect(self._show_nothing)
        viewer.series_changed.connect(self._on_series)
        viewer.series_grown.connect(self._show_titles)
        viewer.frame_failed.connect(self.show_error)
        self.reading.shown.connect(self._on_picture)
        self.series_list.left.connect(self.reading.viewport.setFocus)
        self.series_list.failures_chosen.connect(self._show_failures)
        self.toolbar.presets.preset_chosen.connect(self._use_preset)
        self.menus.preset_chosen.connect(self._use_preset)
        self.menus.recent_chosen.connect(lambda path: self.open_paths([path]))
        self.reading.viewport.menu_wished.connect(self.menus.show_image_menu)
        self.reading.viewport.full_screen_wished.connect(self.actions_table["full_screen"].toggle)
        self.presenter.analysis_ended.connect(self._on_analysis_ended)
        self.controller.engine_ready.connect(self.status.show_engine)
        self.controller.engine_failed.connect(self.status.show_no_engine)
        self._model_opener.opened.connect(self.result_panel.set_model)
        self.batch.open_requested.connect(lambda path, frame: self.open_paths([path], frame))
        self.batch.noticed.connect(self.notifier.show_info)
        self.batch.may_close.connect(self.close)
        self.settings.changed.connect(self._apply_settings)
        self.settings.failed.connect(self.show_error)
        self.ai_tools.failed.connect(self.show_error)

    def _connect_actions(self) -> None:
        jobs: dict[str, Callable[[], object]] = {
            "open_files": self._choose_files,
            "open_folder": self._choose_folder,
            "open_sample": lambda: self.open_paths([resources_dir() / SAMPLE_FOLDER]),
            "close_study": self.close_study,
            "quit": self.close,
            "reset": self._reset,
            "previous_series": lambda: self._go_to_series(-1),
            "next_series": lambda: self._go_to_series(1),
            "analyze_image": lambda: self._analyze("image"),
            "analyze_series": lambda: self._analyze("series"),
            "cancel_analysis": self.controller.cancel,
            "batch": self._open_batch,
        }
        switches: dict[str, Callable[[bool], object]] = {
            "series_panel": self.workspace.show_series,
            "result_panel": self.workspace.show_result,
            "hide_identity": lambda on: self.settings.change(hide_identity=on),
            "full_screen": self._set_full_screen,
        }
        self.actions_table.connect_jobs(jobs, switches)

    # What was opened.

    def _choose_files(self) -> None:
        memory = self.personal.memory
        names, _ = QFileDialog.getOpenFileNames(self, tr("Open images"), memory.folder)
        if names:
            memory.chose_in(Path(names[0]).parent)
        self.open_paths([Path(name) for name in names])

    def _choose_folder(self) -> None:
        memory = self.personal.memory
        name = QFileDialog.getExistingDirectory(self, tr("Open a folder of images"), memory.folder)
        if name:
            memory.chose_in(Path(name).parent)
            self.open_paths([Path(name)])

    def _on_opened(self, paths: Sequence[Path]) -> None:
        self.workspace.show_reading(True)
        self.actions_table["series_panel"].setChecked(self.personal.memory.wants_series)
        self.reading.viewport.setFocus()
        for path in reversed(paths):
            self.settings.opened(path)
        self._show_activity()
        if self.settings.current.analyze_on_open:
            self._analyze("image")

    def _show_activity(self) -> None:
        self.status.show_catalog(self.desk.catalog)

    def _show_failures(self) -> None:
        if self.desk.catalog is not None:
            FailuresDialog(self, self.desk.catalog.failures).show()

    def _show_nothing(self) -> None:
        self.workspace.show_reading(False)
        self.workspace.show_series(False)
        self.actions_table["series_panel"].setChecked(False)
        self._show_activity()
        self._on_series()

    # What is being read.

    def _on_series(self) -> None:
        series = self.viewer.series
        for name in ("reset", "close_study", "analyze_image", "analyze_series"):
            self.actions_table[name].setEnabled(series is not None)
        # The active pane may be empty while studies lie open.
        is_open = series is not None or self.desk.catalog is not None
        self.actions_table["series_panel"].setEnabled(is_open)
        self._offer_windows(() if series is None else offers_for(series.modality, None))
        self.toolbar.presets.show_window(None)
        self._show_titles()

    def _show_titles(self) -> None:
        series = self.viewer.series
        title = self.study_title
        self.setWindowTitle(f"{title} — {APP_NAME}" if title else APP_NAME)
        if series is None:
            self.toolbar.set_titles("", "")
        else:
            hidden = self.settings.current.hide_identity
            self.toolbar.set_titles(series_title(series, hidden=hidden), series_facts(series))

    def _on_picture(self, picture: Picture) -> None:
        self._offer_windows(offers_for(picture.series.modality, picture.frame))
        self.toolbar.presets.show_window(picture.window)

    def _offer_windows(self, offers: tuple[WindowOffer, ...]) -> None:
        self.menus.set_presets(offers)
        self.toolbar.presets.set_presets(offers)

    def _use_preset(self, offer: WindowOffer) -> None:
        self.viewer.set_window(offer.choice)

    def _reset(self) -> None:
        if self._full_screen:
            self.actions_table["full_screen"].setChecked(False)
            return
        self.view_actions.reset()

    def _go_to_series(self, step: int) -> None:
        if self.viewer.series is None:
            return
        following: tuple[Study, Series] | None = self.series_list.neighbour(
            origin_of(self.viewer.series), step
        )
        if following is not None:
            self.pane_tools.show(*following)

    # The model.

    def _analyze(self, scope: str) -> None:
        self.actions_table["result_panel"].setChecked(True)
        self.presenter.analyze(scope)

    def _on_analysis_ended(self, _outcome: object, error: TumorViewError | None) -> None:
        if error is not None and not self.result_panel.isVisible():
            self.show_error(error)

    def _open_batch(self) -> None:
        paths = self.desk.last_paths
        folder = paths[0] if paths and paths[0].is_dir() else None
        self.batch.show(folder, self.settings.current)

    # Settings, screen, end.

    def _apply_settings(self) -> None:
        settings = self.settings.current
        self.reading.viewport.invert_window_drag = settings.invert_window_drag
        self.viewer.set_cache_budget(settings.image_cache_mib)
        self.reading.viewport.set_hide_identity(settings.hide_identity)
        self.series_list.set_hide_identity(settings.hide_identity)
        self.key_images.refresh()
        self.actions_table["hide_identity"].setChecked(settings.hide_identity)
        self.menus.set_recent(settings.recent_paths, hidden=settings.hide_identity)
        self._show_titles()

    def _set_full_screen(self, on: bool) -> None:
        self._full_screen = on
        self.menuBar().setVisible(not on)
        self.statusBar().setVisible(not on)
        self.workspace.show_image_only(on)
        series = self.actions_table["series_panel"].isChecked()
        result = self.actions_table["result_panel"].isChecked()
        self.workspace.show_series(series and not on)
        self.workspace.show_result(result and not on)
        if on:
            self.showFullScreen()
        else:
            self.showNormal()

    def event(self, event: QEvent) -> bool:
        """Qt: let a focused control keep the keys it uses itself."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and keeps_key(QApplication.focusWidget(), event.key(), event.modifiers())
        ):
            event.accept()
            return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: something is dragged over the window."""
        if local_paths(event.mimeData().urls()):
            event.acceptProposedAction()
            self.empty.set_dropping(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Qt: the drag left."""
        self.empty.set_dropping(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: something was dropped."""
        self.empty.set_dropping(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.open_paths(local_paths(event.mimeData().urls()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: the window is about to close."""
        if not self.batch.close() or not self.measuring.may_close():
            event.ignore()
            return
        # Joining may wait for an image that is being analysed; nobody need look on.
        self.hide()
        self.cine.set_playing(False)
        self.opener.shutdown()
        self.pane_tools.shutdown()
        self.viewer.shutdown()
        self.inspector.shutdown()
        self.ai_tools.shutdown()
        self.personal.shutdown()
        self.controller.shutdown()
        self.measuring.shutdown()
        self.batch.shutdown()
        self.takeaway.shutdown()
        self.settings.shutdown()
        event.accept()
        self.closed.emit()
