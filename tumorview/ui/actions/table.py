"""Every action of the window, in the order of the menus, and the QActions made from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from tumorview.ui.actions.analysis_menu import ANALYSIS_ACTIONS
from tumorview.ui.actions.file_menu import FILE_ACTIONS
from tumorview.ui.actions.help_menu import HELP_ACTIONS
from tumorview.ui.actions.image_menu import IMAGE_ACTIONS
from tumorview.ui.actions.key_image_menu import KEY_IMAGE_ACTIONS
from tumorview.ui.actions.layout_menu import LAYOUT_ACTIONS
from tumorview.ui.actions.measure_menu import MEASURE_ACTIONS
from tumorview.ui.actions.spec import ActionSpec, MenuName, check_table
from tumorview.ui.actions.view_menu import VIEW_ACTIONS
from tumorview.ui.icons import icon
from tumorview.ui.language import local

ACTIONS: tuple[ActionSpec, ...] = (
    *FILE_ACTIONS,
    *VIEW_ACTIONS,
    *LAYOUT_ACTIONS,
    *IMAGE_ACTIONS,
    *KEY_IMAGE_ACTIONS,
    *MEASURE_ACTIONS,
    *ANALYSIS_ACTIONS,
    *HELP_ACTIONS,
)


class ActionTable(QObject):
    """The QActions of the table, by id."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        check_table(ACTIONS)
        self._actions = {spec.id: self._make(spec) for spec in ACTIONS}

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def all(self) -> list[QAction]:
        """Every action, in the table's order."""
        return list(self._actions.values())

    def of_menu(self, menu: MenuName) -> list[tuple[QAction, bool]]:
        """(action, line above it) of one menu, in the table's order."""
        return [(self._actions[s.id], s.separator) for s in ACTIONS if s.menu is menu]

    def connect_jobs(
        self,
        jobs: Mapping[str, Callable[[], object]],
        switches: Mapping[str, Callable[[bool], object]],
    ) -> None:
        """Say what actions do, by id: `jobs` when triggered, `switches` when set or cleared."""
        for name, job in jobs.items():
            self[name].triggered.connect(lambda _=False, job=job: job())
        for name, switch in switches.items():
            self[name].toggled.connect(switch)

    def set_keys(self, chosen: Mapping[str, Sequence[str]]) -> None:
        """Give actions keys of the user's by id; the others have those of the table."""
        for spec in ACTIONS:
            _give_keys(self._actions[spec.id], spec, chosen.get(spec.id, spec.keys))

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(local(spec.text), self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setAutoRepeat(spec.repeats)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        _give_keys(action, spec, spec.keys)
        return action


def _give_keys(action: QAction, spec: ActionSpec, keys: Sequence[str]) -> None:
    """Set the shortcuts, and say the first one in the tool tip."""
    action.setShortcuts([QKeySequence(key) for key in keys])
    name = local(spec.text).rstrip("…")
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    head = f"{name}  ({key})" if key else name
    action.setToolTip(f"{head}\n{local(spec.tip)}" if spec.tip else head)
