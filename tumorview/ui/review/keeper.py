"""Between the bar of judgements and the audit journal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tumorview.domain.prediction import Prediction
from tumorview.domain.review import FrameKey, Review, Verdict
from tumorview.domain.source import SourceRef
from tumorview.services.review_journal import (
    JournalState,
    ReviewLog,
    append_review,
    frame_key,
    journal_state,
    login_name,
    read_reviews,
    review_of,
)
from tumorview.ui.asking import Asker
from tumorview.ui.language import tr
from tumorview.ui.review.bar import ReviewBar
from tumorview.ui.settings_keeper import SettingsKeeper

EXPORT_NAME = "tumorview-judgements.csv"


@dataclass(frozen=True, slots=True)
class _Reviews:
    """What the journal says of `source`; `kept` when a judgement was just added."""

    source: SourceRef
    reviews: tuple[Review, ...]
    damaged: int
    kept: bool


@dataclass(frozen=True, slots=True)
class Exported:
    """The journal was written as a CSV."""

    path: Path
    count: int


class ReviewKeeper(QObject):
    """Looks up, keeps and exports judgements, on a thread of its own.

    Signals
    -------
    exported(object)
        An `Exported`.
    failed(object)
        The TumorViewError for which an export came to nothing.
    """

    exported = Signal(object)
    failed = Signal(object)

    def __init__(self, bar: ReviewBar, settings: SettingsKeeper, window: QWidget) -> None:
        super().__init__(window)
        self._bar = bar
        self._settings = settings
        self._window = window
        self._prediction: Prediction | None = None
        self._wanted: SourceRef | None = None
        # Of the journal's thread: hashing a large file or reading a long journal again and again
        # would be felt.
        self._keys: dict[SourceRef, FrameKey] = {}
        self._log: tuple[JournalState, ReviewLog] | None = None
        self._journal = Asker("tumorview-reviews", self)
        self._journal.answered.connect(self._on_reviews)
        self._journal.failed.connect(bar.show_error)
        self._export = Asker("tumorview-reviews-export", self)
        self._export.answered.connect(self.exported)
        self._export.failed.connect(self.failed)
        bar.judged.connect(self.judge)
        bar.login_changed.connect(lambda on: settings.change(review_with_login=on))
        settings.changed.connect(self._apply)
        self._apply()

    def follow(self, prediction: Prediction | None) -> None:
        """The answer on screen is now this one; what was said of it is looked up."""
        before, self._prediction = self._prediction, prediction
        if prediction is None:
            self._journal.drop()
            return
        if before is None or before.source != prediction.source:
            self._bar.clear_comment()
            self._bar.show_reviews(())
        source = self._wanted = prediction.source

        def look_up() -> _Reviews | None:
            # While somebody scrolls, images are asked about faster than they are looked up.
            return self._look_up(source, kept=False) if source == self._wanted else None

        self._journal.ask(look_up)

    def judge(self, verdict: Verdict, comment: str) -> None:
        """Keep a judgement of the answer on screen."""
        prediction = self._prediction
        if prediction is None:
            return
        with_login = self._settings.current.review_with_login

        def keep() -> _Reviews:
            user = login_name() if with_login else ""
            key = self._key(prediction.source)
            append_review(review_of(prediction, key, verdict, comment, user))
            return self._look_up(prediction.source, kept=True)

        self._journal.ask(keep)

    def choose_export(self) -> None:
        """Ask where to, then write the whole journal as a CSV."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("Export judgements"), EXPORT_NAME, "CSV (*.csv)"
        )
        if name:
            self.export(Path(name))

    def export(self, path: Path) -> None:
        """Write the whole journal as a CSV; ends in `exported` or `failed`."""

        def write() -> Exported:
            # csv and its columns are seldom needed.
            from tumorview.reporting.review_csv import write_review_csv  # noqa: PLC0415

            reviews = read_reviews().reviews
            write_review_csv(path, reviews)
            return Exported(path, len(reviews))

        self._export.ask(write)

    def shutdown(self) -> None:
        """Let what was judged be kept, and join."""
        self._journal.shutdown()
        self._export.shutdown()

    def _key(self, source: SourceRef) -> FrameKey:
        if source not in self._keys:
            self._keys[source] = frame_key(source)
        return self._keys[source]

    def _look_up(self, source: SourceRef, *, kept: bool) -> _Reviews:
        state = journal_state()
        if self._log is None or self._log[0] != state:
            self._log = state, read_reviews()
        log = self._log[1]
        return _Reviews(source, log.of(self._key(source)), log.damaged, kept)

    def _on_reviews(self, found: _Reviews | None) -> None:
        prediction = self._prediction
        if found is None or prediction is None or found.source != prediction.source:
            return
        if found.kept:
            self._bar.clear_comment()
        self._bar.show_reviews(found.reviews, found.damaged)

    def _apply(self) -> None:
        self._bar.set_login(self._settings.current.review_with_login)
