"""What stands beside the model's answer: put together here, so that the window need not."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tumorview.domain.review import Verdict
from tumorview.ui.actions.table import ActionTable
from tumorview.ui.compare.comparer import ModelComparer, Reading
from tumorview.ui.heatmap.actions import HeatmapActions
from tumorview.ui.heatmap.keeper import HeatmapKeeper
from tumorview.ui.model_card.opener import ModelCardOpener
from tumorview.ui.result_panel import ResultPanel
from tumorview.ui.review.keeper import ReviewKeeper
from tumorview.ui.settings_keeper import SettingsKeeper


class AiTools(QObject):
    """Makes the tools of the result panel and wires them to their actions.

    Signals
    -------
    failed(object)
        A TumorViewError that the user has to be told.
    """

    failed = Signal(object)

    def __init__(
        self,
        actions: ActionTable,
        panel: ResultPanel,
        settings: SettingsKeeper,
        reading: Reading,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        HeatmapActions(actions, panel.heatmap_controls)
        HeatmapKeeper(panel.heatmap_controls, settings)
        strip, best = panel.series_strip, actions["best_image"]
        best.triggered.connect(strip.choose_best)
        strip.changed.connect(lambda: best.setEnabled(strip.has_numbers))
        best.setEnabled(False)
        self.model_card = ModelCardOpener(settings, window)
        actions["model_card"].triggered.connect(self.model_card.show)
        panel.model_card_wished.connect(self.model_card.show)
        self.comparer = ModelComparer(reading, settings, window)
        actions["compare_models"].triggered.connect(self.comparer.show)
        self._add_reviews(actions, panel, settings, window)

    def _add_reviews(
        self,
        actions: ActionTable,
        panel: ResultPanel,
        settings: SettingsKeeper,
        window: QWidget,
    ) -> None:
        bar = panel.review_bar
        self.reviews = ReviewKeeper(bar, settings, window)
        panel.prediction_shown.connect(self.reviews.follow)
        self.reviews.failed.connect(self.failed)
        verdicts = {"accept_result": Verdict.ACCEPTED, "reject_result": Verdict.REJECTED}
        for name, verdict in verdicts.items():
            action = actions[name]
            action.triggered.connect(lambda _=False, verdict=verdict: bar.judge(verdict))
            action.setEnabled(False)
            panel.prediction_shown.connect(
                lambda prediction, action=action: action.setEnabled(prediction is not None)
            )
        actions["export_reviews"].triggered.connect(self.reviews.choose_export)

    def shutdown(self) -> None:
        """Close what is open, let what is being written be written, and join."""
        self.model_card.shutdown()
        self.reviews.shutdown()
        self.comparer.shutdown()
