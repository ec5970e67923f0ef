"""The page of keys: every action with its keys, and what they are changed with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tumorview.ui.actions.keymap import (
    SPECS,
    Chosen,
    fixed_keys,
    keys_of,
    owner_of,
    portable,
    problem_with,
    with_keys,
)
from tumorview.ui.actions.sheet import MOUSE_SHEET
from tumorview.ui.actions.spec import PRESET_KEYS, PRESETS, MenuName, menu_title
from tumorview.ui.icons import icon
from tumorview.ui.language import local, tr, tr_noop
from tumorview.ui.settings_keeper import SettingsKeeper
from tumorview.ui.theme import GRID, set_property

FIXED = tr_noop("Fixed")
PRESS = tr_noop("Choose an action, then press the key that it is to have.")
_ID = Qt.ItemDataRole.UserRole
_NATIVE = QKeySequence.SequenceFormat.NativeText


class KeysPage(QWidget):
    """Changes the setting ``shortcuts``; a key that another action has can be taken over."""

    def __init__(self, keeper: SettingsKeeper) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._keeper = keeper
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Action or key"))
        self.search.setAccessibleName(tr("Search the keys"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            icon("search", "text_faint"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.tree = _make_tree()
        self.field = QKeySequenceEdit()
        self.field.setMaximumSequenceLength(1)
        self.field.setMaximumWidth(20 * GRID)
        self._label = QLabel()
        self._label.setProperty("role", "heading")
        self.message = QLabel(local(PRESS))
        self.message.setWordWrap(True)
        self.use_button = _button(tr("Use this key"), tr("Give the action this key alone"))
        self.add_button = _button(
            tr("Add"), tr("Give the action this key beside those that it has")
        )
        self.clear_button = _button(tr("No key"), tr("Take the keys of the action away"))
        self.default_button = _button(
            tr("Default"), tr("Give the action the keys that it came with")
        )
        self.restore_button = _button(
            tr("Restore all keys"), tr("Give every action the keys that it came with")
        )
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.tree.currentItemChanged.connect(self._on_action)
        self.field.keySequenceChanged.connect(self._show_key)
        self.use_button.clicked.connect(lambda: self._give((self._typed,)))
        self.add_button.clicked.connect(lambda: self._give((*self._keys(), self._typed)))
        self.clear_button.clicked.connect(lambda: self._give(()))
        self.default_button.clicked.connect(self._give_default)
        self.restore_button.clicked.connect(lambda: keeper.change(shortcuts={}))
        keeper.changed.connect(self._follow)
        self._fill()
        self._on_action()

    def choose(self, action_id: str) -> None:
        """Make an action the one whose keys are changed."""
        self.tree.setCurrentItem(self._items[action_id])

    @property
    def rows(self) -> list[tuple[str, str]]:
        """(what, keys or gesture) of every row that is shown, in order."""
        shown = (i for g in self._groups for i in self._children(g) if not i.isHidden())
        return [(item.text(0), item.text(1)) for item in shown]

    # How it is made.

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2 * GRID)
        top.addWidget(self.search, 1)
        top.addWidget(self.restore_button)
        keys = QHBoxLayout()
        keys.setSpacing(GRID)
        keys.addWidget(self.field, 1)
        for button in (self.use_button, self.add_button, self.clear_button, self.default_button):
            keys.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(top)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._label)
        layout.addLayout(keys)
        layout.addWidget(self.message)

    def _fill(self) -> None:
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups: list[QTreeWidgetItem] = []
        for menu in MenuName:
            group = self._add_group(menu_title(menu))
            for spec in SPECS.values():
                if spec.menu is menu:
                    item = QTreeWidgetItem(group, [local(spec.text).rstrip("…"), ""])
                    item.setData(0, _ID, spec.id)
                    self._items[spec.id] = item
        fixed = self._add_group(local(FIXED))
        span = tr("{first} to {last}", first=PRESET_KEYS[0], last=PRESET_KEYS[-1])
        for what, key in ((local(PRESETS), span), *_meaning_first()):
            QTreeWidgetItem(fixed, [what, key]).setToolTip(0, what)
        self.tree.expandAll()
        self._show_keys()
        self.choose(next(iter(SPECS)))

    def _add_group(self, name: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.tree, [name, ""])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._groups.append(group)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        return group

    def _children(self, group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        found = (group.child(place) for place in range(group.childCount()))
        return [child for child in found if child is not None]

    # What is set.

    @property
    def _chosen(self) -> Chosen:
        """What holds: keys in the file that cannot be had count for nothing."""
        chosen = self._keeper.current.shortcuts
        return {} if problem_with(chosen) else chosen

    @property
    def _action_id(self) -> str | None:
        item = self.tree.currentItem()
        found: str | None = None if item is None else item.data(0, _ID)
        return found

    def _keys(self) -> tuple[str, ...]:
        return keys_of(self._action_id, self._chosen) if self._action_id else ()

    @property
    def _typed(self) -> str:
        return portable(self.field.keySequence().toString())

    def _give(self, keys: tuple[str, ...]) -> None:
        if self._action_id is not None:
            self._keeper.change(shortcuts=with_keys(self._chosen, self._action_id, keys))
            self.field.clear()

    def _give_default(self) -> None:
        if self._action_id is not None:
            self._give(tuple(map(portable, SPECS[self._action_id].keys)))

    # What is shown.

    def _follow(self) -> None:
        self._show_keys()
        self._show_key()

    def _show_keys(self) -> None:
        chosen = self._chosen
        for action_id, item in self._items.items():
            keys = keys_of(action_id, chosen)
            item.setText(1, ", ".join(native(key) for key in keys))
            own = action_id in chosen
            font = item.font(1)
            font.setBold(own)
            item.setFont(1, font)
            item.setToolTip(1, tr("Your own; Default gives the other back") if own else "")

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for group in self._groups:
            shown = 0
            for item in self._children(group):
                hit = wanted in item.text(0).casefold() or wanted in item.text(1).casefold()
                item.setHidden(not hit)
                shown += hit
            group.setHidden(shown == 0)

    def _on_action(self) -> None:
        action_id = self._action_id
        self._label.setText("" if action_id is None else local(SPECS[action_id].text).rstrip("…"))
        self.field.setEnabled(action_id is not None)
        name = tr("Key")
        if action_id is not None:
            name = tr("Key for {action}", action=local(SPECS[action_id].text).rstrip("…"))
        for widget in (self.field, *self.field.findChildren(QLineEdit)):
            widget.setAccessibleName(name)
        self.field.clear()
        self._show_key()

    def _show_key(self) -> None:
        """Say what the typed key would do, and offer what can be done."""
        action_id, typed, keys = self._action_id, self._typed, self._keys()
        default = () if action_id is None else tuple(map(portable, SPECS[action_id].keys))
        self.clear_button.setEnabled(bool(keys))
        self.default_button.setEnabled(action_id is not None and keys != default)
        self.restore_button.setEnabled(bool(self._keeper.current.shortcuts))
        text, severity = local(PRESS), None
        free = bool(typed) and action_id is not None
        if action_id is None and self.tree.currentItem() is not None:
            text = tr("This cannot be changed.")
        elif typed in fixed_keys():
            text = tr("{key} is for {use}.", key=native(typed), use=local(fixed_keys()[typed]))
            severity = "danger"
            free = False
        elif free and typed in keys:
            text, free = tr("It has {key} already.", key=native(typed)), len(keys) > 1
        elif free and action_id is not None:
            other = owner_of(typed, self._chosen, other_than=action_id)
            text = tr("{key} is free.", key=native(typed))
            if other is not None:
                name = local(SPECS[other].text).rstrip("…")
                text = tr(
                    "{key} is a key of “{action}”, which would lose it.",
                    key=native(typed),
                    action=name,
                )
                severity = "warning"
        taken = severity == "warning"
        self.use_button.setText(tr("Take this key") if taken else tr("Use this key"))
        self.use_button.setEnabled(free)
        self.add_button.setEnabled(free and bool(keys) and typed not in keys)
        self.message.setText(text)
        set_property(self.message, "severity", severity)
        set_property(self.message, "role", None if severity else "muted")


def native(key: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(key).toString(_NATIVE)


def _meaning_first() -> list[tuple[str, str]]:
    return [(local(meaning), local(gesture)) for gesture, meaning in MOUSE_SHEET]


def _make_tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName(tr("Actions and their keys"))
    tree.setColumnCount(2)
    tree.setHeaderLabels([tr("Action"), tr("Keys")])
    tree.setRootIsDecorated(False)
    tree.setItemsExpandable(False)
    tree.setUniformRowHeights(True)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return tree


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button
