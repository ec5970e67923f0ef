"""The settings dialog: pages made from the table, the page of keys, and the way back."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tumorview.services.settings import Settings
from tumorview.ui.language import local, tr, tr_noop
from tumorview.ui.preferences.keys_page import KeysPage
from tumorview.ui.preferences.model_list import ModelList
from tumorview.ui.preferences.page import SettingsPage
from tumorview.ui.preferences.table import ENTRIES, Page, entries_with_specs
from tumorview.ui.settings_keeper import SettingsKeeper
from tumorview.ui.theme import GRID

KEYS = tr_noop("Keys")
APPLIED_AT_ONCE = tr_noop("Every change holds at once.")
ALL_RESET = tr_noop(
    "All settings of the dialog have their defaults; keys and recent files are as they were."
)


class SettingsDialog(QDialog):
    """Changes settings at once, and follows those that are changed elsewhere."""

    def __init__(self, keeper: SettingsKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.setModal(False)
        self.resize(96 * GRID, 68 * GRID)
        self._keeper = keeper
        self._before_reset: Settings | None = None
        pairs = entries_with_specs()
        self.pages = {
            page: SettingsPage([pair for pair in pairs if pair[0].page is page], keeper)
            for page in Page
        }
        self.keys = KeysPage(keeper)
        self.models = ModelList(self)
        self.names = QListWidget()
        self.names.setAccessibleName(tr("Pages of the settings"))
        self.names.setProperty("surface", "pages")
        self.names.setFixedWidth(18 * GRID)
        self._stack = QStackedWidget()
        for name, page in (*self.pages.items(), (KEYS, self.keys)):
            item = QListWidgetItem(local(name), self.names)
            item.setSizeHint(QSize(16 * GRID, 4 * GRID))
            self._stack.addWidget(page)
        self.message = QLabel(local(APPLIED_AT_ONCE))
        self.message.setProperty("role", "muted")
        self.message.setWordWrap(True)
        self.undo = _button(tr("Undo"))
        self.undo.hide()
        self.reset = _button(tr("Reset all settings"))
        self.reset.setToolTip(tr("Give every setting of this dialog its default; keys stay"))
        self.close_button = _button(tr("Close"))

        title = QLabel(tr("Settings"))
        title.setProperty("role", "title")
        middle = QHBoxLayout()
        middle.setSpacing(2 * GRID)
        middle.addWidget(self.names)
        middle.addWidget(self._stack, 1)
        footer = QHBoxLayout()
        footer.setSpacing(GRID)
        footer.addWidget(self.message, 1)
        for button in (self.undo, self.reset, self.close_button):
            footer.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(title)
        layout.addLayout(middle, 1)
        layout.addLayout(footer)

        self.names.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.names.setCurrentRow(0)
        self.undo.clicked.connect(self._undo_reset)
        self.reset.clicked.connect(self._reset_all)
        self.close_button.clicked.connect(self.close)
        self.models.found.connect(self._offer_models)
        keeper.changed.connect(self._follow)
        self._follow()

    def open_page(self, name: str) -> None:
        """Show the dialog on a page; its models are looked for anew."""
        order = [*map(str, Page), KEYS]
        self.names.setCurrentRow(order.index(name))
        self.models.look()
        self.show()
        self.raise_()
        self.activateWindow()
        self.names.setFocus()

    def shutdown(self) -> None:
        """Stop and join."""
        self.models.shutdown()

    def _follow(self) -> None:
        for page in self.pages.values():
            page.show_settings(self._keeper.current)
        if self._before_reset is not None and self._keeper.current != self._after_reset():
            self._show_reset_done(None)

    def _offer_models(self, models: list[tuple[str, str]]) -> None:
        for page in self.pages.values():
            page.offer_models(models)

    def _reset_all(self) -> None:
        before = self._keeper.current
        self._before_reset = None
        self._keeper.change(**{entry.name: getattr(Settings(), entry.name) for entry in ENTRIES})
        self._show_reset_done(before)

    def _undo_reset(self) -> None:
        before, self._before_reset = self._before_reset, None
        if before is not None:
            self._keeper.change(**{entry.name: getattr(before, entry.name) for entry in ENTRIES})
        self._show_reset_done(None)

    def _after_reset(self) -> Settings:
        defaults = {entry.name: getattr(Settings(), entry.name) for entry in ENTRIES}
        return msgspec.structs.replace(self._keeper.current, **defaults)

    def _show_reset_done(self, before: Settings | None) -> None:
        self._before_reset = before
        self.undo.setVisible(before is not None)
        self.message.setText(local(APPLIED_AT_ONCE if before is None else ALL_RESET))


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button
