"""Keeps how heatmaps are drawn in the settings, all but whether one is shown."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from tumorview.ui.result.heatmap_controls import HeatmapControls, HeatmapView
from tumorview.ui.settings_keeper import SettingsKeeper


class HeatmapKeeper(QObject):
    """Between the controls and the settings. A heatmap is off until asked for, at every start."""

    def __init__(self, controls: HeatmapControls, settings: SettingsKeeper) -> None:
        super().__init__(controls)
        self._controls = controls
        self._settings = settings
        controls.changed.connect(self._keep)
        settings.changed.connect(self._apply)
        self._apply()

    def _keep(self, view: HeatmapView) -> None:
        self._settings.change(
            heatmap_color_map=view.color_map,
            heatmap_opacity=view.opacity,
            heatmap_threshold=view.threshold,
            heatmap_contour=view.contour,
            heatmap_beside=view.beside,
        )

    def _apply(self) -> None:
        settings, view = self._settings.current, self._controls.view
        wanted = replace(
            view,
            color_map=settings.heatmap_color_map,
            opacity=settings.heatmap_opacity,
            threshold=settings.heatmap_threshold,
            contour=settings.heatmap_contour,
            beside=settings.heatmap_beside,
        )
        if wanted != view:
            self._controls.set_view(wanted)
