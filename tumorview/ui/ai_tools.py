"""What stands beside the model's answer: put together here, so that the window need not."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tumorview.ui.actions.table import ActionTable
from tumorview.ui.heatmap.actions import HeatmapActions
from tumorview.ui.heatmap.keeper import HeatmapKeeper
from tumorview.ui.result_panel import ResultPanel
from tumorview.ui.settings_keeper import SettingsKeeper


class AiTools(QObject):
    """Makes the tools of the result panel and wires them to their actions."""

    def __init__(
        self,
        actions: ActionTable,
        panel: ResultPanel,
        settings: SettingsKeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        HeatmapActions(actions, panel.heatmap_controls)
        HeatmapKeeper(panel.heatmap_controls, settings)
