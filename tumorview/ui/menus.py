"""Menus made from the action table, with those that change: recent files and window presets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from tumorview.ui.actions.spec import PRESET_KEYS, MenuName
from tumorview.ui.actions.table import ActionTable
from tumorview.ui.language import local, tr
from tumorview.ui.window_offers import WindowOffer

_IMAGE_MENU: tuple[tuple[str, ...], ...] = (
    ("auto_window", "invert", "reset"),
    ("fit", "one_to_one", "real_size", "magnifier"),
    ("rotate_right", "rotate_left", "flip_horizontal", "flip_vertical"),
    ("key_image", "key_images"),
    ("measure_distance", "measure_angle", "roi_ellipse"),
    ("analyze_image", "analyze_series"),
    ("cycle_overlay", "overlays", "hide_identity", "dicom_header", "full_screen"),
    ("copy_image", "export_image"),
)
"""Actions of the menu of a right click below the window presets, with lines between the groups."""


class Menus(QObject):
    """The menu bar's content.

    Signals
    -------
    recent_chosen(object)
        Path of a recent file or folder.
    preset_chosen(object)
        A `WindowOffer`.
    """

    recent_chosen = Signal(object)
    preset_chosen = Signal(object)

    def __init__(self, bar: QMenuBar, actions: ActionTable, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._actions = actions
        self._presets: list[QAction] = []
        self._offers: tuple[WindowOffer, ...] = ()
        self.recent_menu = QMenu(tr("Open recent"), owner)
        self.preset_menu = QMenu(tr("Window presets"), owner)
        for name in MenuName:
            menu = bar.addMenu(local(name.value))
            for action, separated in actions.of_menu(name):
                if separated:
                    menu.addSeparator()
                menu.addAction(action)
                if action is actions["open_sample"]:
                    menu.addMenu(self.recent_menu)
                elif action is actions["auto_window"]:
                    menu.addMenu(self.preset_menu)
        # Shortcuts hold also while the menu bar is hidden in full screen.
        owner.addActions(actions.all())

    def set_recent(self, paths: Sequence[str], *, hidden: bool) -> None:
        """Recent paths, latest first; a path often holds a patient's name, so it can be hidden."""
        self.recent_menu.clear()
        for text in () if hidden else paths:
            action = self.recent_menu.addAction(text)
            action.triggered.connect(lambda _=False, text=text: self.recent_chosen.emit(Path(text)))
        self.recent_menu.setEnabled(bool(paths) and not hidden)

    def set_presets(self, offers: Sequence[WindowOffer]) -> None:
        """Windows for the image on screen, the first nine with the keys 1 to 9."""
        self._offers = tuple(offers)
        if len(self._offers) != len(self._presets):
            self._make_presets()
        # Numbers may change from slice to slice; actions need not be made anew for that.
        for action, offer in zip(self._presets, self._offers, strict=True):
            action.setText(f"{offer.name}  ({offer.numbers})".replace("&", "&&"))
            action.setToolTip(f"{offer.name}: {offer.source}")
        self.preset_menu.setEnabled(bool(self._offers))

    def _make_presets(self) -> None:
        for old in self._presets:
            self._owner.removeAction(old)
            old.deleteLater()
        self.preset_menu.clear()
        self._presets = []
        for place in range(len(self._offers)):
            action = QAction(self)
            if place < len(PRESET_KEYS):
                action.setShortcut(QKeySequence(PRESET_KEYS[place]))
            action.triggered.connect(
                lambda _=False, place=place: self.preset_chosen.emit(self._offers[place])
            )
            self.preset_menu.addAction(action)
            self._owner.addAction(action)
            self._presets.append(action)

    def show_image_menu(self, place: QPoint) -> None:
        """The menu of a right click on the image, at a global position."""
        menu = QMenu(self._owner)
        menu.addMenu(self.preset_menu)
        for group in _IMAGE_MENU:
            for name in group:
                menu.addAction(self._actions[name])
            menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
