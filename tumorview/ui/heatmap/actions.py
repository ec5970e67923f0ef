"""The actions that show a heatmap, kept the same as the controls of the result panel."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from tumorview.ui.actions.table import ActionTable
from tumorview.ui.result.heatmap_controls import HeatmapControls, HeatmapView


class HeatmapActions(QObject):
    """Menu and keys for what the check box and the box of places do."""

    def __init__(self, actions: ActionTable, controls: HeatmapControls) -> None:
        super().__init__(controls)
        self._controls = controls
        self._marking = False
        self._shown, self._beside = actions["heatmap"], actions["heatmap_beside"]
        self._shown.toggled.connect(self._show)
        # Who asks for the place asks to see it.
        self._beside.toggled.connect(self._place)
        controls.changed.connect(self._mark)
        self._mark(controls.view)

    def _show(self, on: bool) -> None:
        self._change(replace(self._controls.view, visible=on))

    def _place(self, beside: bool) -> None:
        self._change(replace(self._controls.view, beside=beside, visible=True))

    def _change(self, view: HeatmapView) -> None:
        if not self._marking:
            self._controls.set_view(view)

    def _mark(self, view: HeatmapView) -> None:
        self._marking = True
        self._shown.setChecked(view.visible)
        self._beside.setChecked(view.beside)
        self._marking = False
