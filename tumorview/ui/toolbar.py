"""The bar above the image: what is open at the left, what can be done with it at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton

from tumorview.domain.frames import VoiWindow, WindowOrigin
from tumorview.imaging.presets import WindowPreset
from tumorview.ui.actions.table import ActionTable
from tumorview.ui.language import local, tr
from tumorview.ui.panes.picker import LayoutButton
from tumorview.ui.theme import GRID
from tumorview.ui.viewport.corner_text import number_text

HEIGHT = 48
_ICON = QSize(18, 18)


class PresetBox(QComboBox):
    """Window presets of the modality, with the window in use when it is none of them.

    Signals
    -------
    preset_chosen(object)
        A `WindowPreset`.
    """

    preset_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Window preset"))
        self.setToolTip(tr("Window preset (keys 1 to 9)"))
        self.setMinimumWidth(176)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._presets: tuple[WindowPreset, ...] = ()
        self.activated.connect(self._on_activated)
        self.set_presets(())

    def set_presets(self, presets: Sequence[WindowPreset]) -> None:
        """Offer these; the first line says which window is in use."""
        self._presets = tuple(presets)
        self.clear()
        self.addItem(tr("Window"))
        for key, preset in enumerate(self._presets, start=1):
            window = f"{number_text(preset.width)} / {number_text(preset.center)}"
            shortcut = f"   [{key}]" if key <= 9 else ""
            self.addItem(f"{local(preset.name)}   {window}{shortcut}")
        self.setEnabled(bool(self._presets))

    def show_window(self, window: VoiWindow | None) -> None:
        """Say which window is in use."""
        if window is not None and window.origin is WindowOrigin.PRESET:
            for place, preset in enumerate(self._presets, start=1):
                if preset.window() == window:
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
            self.preset_chosen.emit(self._presets[place - 1])


class ToolBar(QFrame):
    """One row of buttons made from the action table."""

    def __init__(self, actions: ActionTable) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setFixedHeight(HEIGHT)
        self.presets = PresetBox()
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._subtitle = QLabel()
        self._subtitle.setProperty("role", "muted")
        for label in (self._title, self._subtitle):
            label.setTextFormat(Qt.TextFormat.PlainText)
        # A long description must not dictate the window's width.
        self._subtitle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

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
