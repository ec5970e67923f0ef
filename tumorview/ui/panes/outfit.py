"""What every pane has that the window gives to its one image: settings, text, marks, heatmap."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from tumorview.domain.prediction import Prediction
from tumorview.domain.source import SourceRef
from tumorview.ui.actions.spec import MenuName
from tumorview.ui.measuring.layer import MarkLayer
from tumorview.ui.panes.pane import Pane
from tumorview.ui.result.heatmap_controls import HeatmapView

if TYPE_CHECKING:
    from tumorview.ui.main_window import MainWindow


class PaneOutfit(QObject):
    """Gives the panes beside the lead what the lead has, and keeps it the same.

    A measuring tool that is in use stays in use when another pane becomes the active one.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.panes)
        self._window = window
        self._worn: dict[Pane, MarkLayer] = {}
        self._tool: QAction | None = None
        panes = window.panes
        panes.pane_added.connect(self._dress)
        panes.pane_removed.connect(self._undress)
        panes.about_to_exchange.connect(self._note_tool)
        panes.active_changed.connect(self._take_tool_up)
        window.settings.changed.connect(self._apply_all)
        actions = window.actions_table
        actions["cycle_overlay"].triggered.connect(self._apply_all)
        actions["overlays"].toggled.connect(self._apply_all)
        window.key_images.book.changed.connect(self._mark_key_images)
        window.result_panel.heatmap_changed.connect(self._show_heatmap)
        window.controller.frame_analysed.connect(self._on_answer)

    def shutdown(self) -> None:
        """Stop and join the threads that measure."""
        for layer in self._worn.values():
            layer.measurer.shutdown()

    def _note_tool(self) -> None:
        tools = self._window.actions_table.of_menu(MenuName.MEASURE)
        self._tool = next((a for a, _ in tools if a.isCheckable() and a.isChecked()), None)

    def _take_tool_up(self) -> None:
        """Another series ends a tool; going to another pane is no other series."""
        tool, self._tool = self._tool, None
        if tool is not None and tool.isEnabled() and not tool.isChecked():
            tool.trigger()

    def _dress(self, pane: Pane) -> None:
        layer = MarkLayer(pane.viewport, self._window.measuring.book, pane)
        pane.viewer.series_changed.connect(layer.follow)
        pane.viewer.position_changed.connect(layer.follow)
        pane.reading.shown.connect(layer.follow)
        pane.viewer.series_changed.connect(lambda: self._mark_key_images_of(pane))
        pane.viewer.position_changed.connect(lambda: self._mark_key_images_of(pane))
        self._worn[pane] = layer
        self._apply(pane)
        pane.viewer.set_heatmap(replace(self._window.viewer.heatmap, beside=False))

    def _undress(self, pane: Pane) -> None:
        pane.viewer.series_changed.disconnect()
        pane.viewer.position_changed.disconnect()
        self._worn.pop(pane).measurer.shutdown()

    def _apply_all(self) -> None:
        for pane in self._worn:
            self._apply(pane)

    def _apply(self, pane: Pane) -> None:
        settings, lead = self._window.settings.current, self._window.reading.viewport
        viewport = pane.viewport
        viewport.invert_window_drag = settings.invert_window_drag
        viewport.set_hide_identity(settings.hide_identity)
        viewport.use_text(lead.text_level)
        pane.reading.set_overlays(lead.overlays_on)

    def _mark_key_images(self) -> None:
        for pane in self._worn:
            self._mark_key_images_of(pane)

    def _mark_key_images_of(self, pane: Pane) -> None:
        book, info = self._window.key_images.book, pane.viewer.frame_info
        pane.reading.slice_bar.set_key_images(book.of_series(pane.viewer.series))
        pane.viewport.set_key_image(info is not None and info.source in book)

    def _show_heatmap(self, wish: HeatmapView) -> None:
        for pane in self._worn:
            pane.viewer.set_heatmap(replace(wish, beside=False))

    def _on_answer(self, _request: int, _index: int, prediction: Prediction) -> None:
        for pane in self._worn:
            info = pane.viewer.frame_info
            source: SourceRef | None = None if info is None else info.source
            if prediction.source == source:
                pane.viewer.refresh()
