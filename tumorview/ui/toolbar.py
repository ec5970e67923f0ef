"""The bar above the image: what is open at the left, what can be done with it at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QToolButton

from tumorview.domain.frames import VoiWindow, WindowOrigin
from tumorview.ui.actions.spec import PRESET_KEYS
from tumorview.ui.actions.table import ActionTable
from tumorview.ui.elided_label import ElidedLabel
from tumorview.ui.language import tr
from tumorview.ui.panes.picker import LayoutButton
from tumorview.ui.theme import GRID
from tumorview.ui.window_offers import WindowOffer

HEIGHT = 48
_ICON = QSize(18, 18)


class PresetBox(QComboBox):
    """Windows to choose from, with the window in use when it is none of them.

    Signals
    -------
    preset_chosen(object)
        A `WindowOffer`.
    """

    preset_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Window preset"))
        self.setToolTip(tr("Window preset (keys 1 to 9)"))
        self.setMinimumWidth(236)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._offers: tuple[WindowOffer, ...] = ()
        self.activated.connect(self._on_activated)
        self.set_presets(())

    def set_presets(self, offers: Sequence[WindowOffer]) -> None:
        """Offer these; the first line says which window is in use."""
        self._offers = tuple(offers)
        lines = [tr("Window")]
        for place, offer in enumerate(self._offers):
            key = f"   [{PRESET_KEYS[place]}]" if place < len(PRESET_KEYS) else ""
            lines.append(f"{offer.name}   {offer.numbers}{key}")
        if len(lines) != self.count():
            self.clear()
            self.addItems(lines)
        # Numbers may change from slice to slice; a list that is open stays open.
        for place, line in enumerate(lines[1:], start=1):
            if self.itemText(place) != line:
                self.setItemText(place, line)
        self.setEnabled(bool(self._offers))

    def show_window(self, window: VoiWindow | None) -> None:
        """Say which window is in use."""
        if window is not None:
            for place, offer in enumerate(self._offers, start=1):
                if offer.window == window:
                    self.setCurrentIndex(place)
                    return
        words = {
            WindowOrigin.FILE: tr("Window of the file"),
            WindowOrigin.AUTO: tr("Auto window"),
            WindowOrigin.USER: tr("Own window"),
            WindowOrigin.PRESET: tr("Preset"),
        }
        self.setItemText(0, tr("Window") if window is None else words[window.origin])
        self.setCurrentIndex(0)

    def _on_activated(self, place: int) -> None:
        if place > 0:
            self.preset_chosen.emit(self._offers[place - 1])


class ToolBar(QFrame):
    """One row of buttons made from the action table."""

    def __init__(self, actions: ActionTable) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setFixedHeight(HEIGHT)
        self.presets = PresetBox()
        self._title = ElidedLabel()
        self._title.setProperty("role", "heading")
        self._subtitle = ElidedLabel()
        self._subtitle.setProperty("role", "muted")
        # As wide as it is long where there is room; a long one must not dictate the window's width.
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, 0, GRID, 0)
        layout.setSpacing(2)
        layout.addWidget(_icon_button(actions["series_panel"]))
        layout.addWidget(_icon_button(actions["open_folder"]))
        layout.addWidget(_icon_button(actions["open_files"]))
        _separate(layout)
        layout.addSpacing(GRID)
        layout.addWidget(self._title)
        layout.addSpacing(GRID)
        layout.addWidget(self._subtitle, 1)
        layout.addWidget(self.presets)
        layout.addSpacing(GRID // 2)
        for name in ("auto_window", "invert", "fit", "reset"):
            layout.addWidget(_icon_button(actions[name]))
        _separate(layout)
        self.layouts = LayoutButton()
        self.layouts.setIconSize(_ICON)
        layout.addWidget(self.layouts)
        for name in ("cycle_overlay", "hide_identity", "full_screen"):
            layout.addWidget(_icon_button(actions[name]))
        _separate(layout)
        layout.addWidget(_text_button(actions["batch"], tr("Batch")))
        layout.addWidget(_text_button(actions["result_panel"], tr("AI result")))

    def button_of(self, action_id: str) -> QToolButton:
        """The button of an action; StopIteration where it has none here."""
        buttons = (b for b in self.findChildren(QToolButton) if b is not self.layouts)
        return next(b for b in buttons if b.defaultAction().objectName() == action_id)

    def set_titles(self, title: str, subtitle: str) -> None:
        """What is being read."""
        self._title.setText(title)
        self._title.setToolTip(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setToolTip(subtitle)


def _icon_button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setIconSize(_ICON)
    button.setProperty("kind", "quiet")
    button.setProperty("shape", "icon")
    button.setAccessibleName(action.text().rstrip("…"))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _text_button(action: QAction, text: str) -> QToolButton:
    button = _icon_button(action)
    button.setProperty("shape", "text")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setText(text)
    return button


def _separate(layout: QHBoxLayout) -> None:
    line = QFrame()
    line.setProperty("line", "vertical")
    line.setFixedHeight(24)
    layout.addSpacing(GRID // 2)
    layout.addWidget(line)
    layout.addSpacing(GRID // 2)
