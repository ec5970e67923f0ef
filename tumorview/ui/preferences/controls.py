"""One control for each kind of setting: it shows a value and says when the user wants another."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from tumorview.services.settings import SettingSpec
from tumorview.ui.language import local, tr
from tumorview.ui.preferences.table import MODEL_SETTING, SettingEntry
from tumorview.ui.theme import GRID

_PERCENT = 100
_PERCENT_STEP = 5


class SettingControl(QObject):
    """What a setting is changed with.

    Signals
    -------
    wished(object)
        The value that the user wants; not emitted by `show_value`.
    """

    wished = Signal(object)

    @property
    @abstractmethod
    def widget(self) -> QWidget:
        """The control itself."""

    @abstractmethod
    def show_value(self, value: object) -> None:
        """Show what is set."""


class _Switch(SettingControl):
    def __init__(self) -> None:
        super().__init__()
        self._box = QCheckBox()
        self._box.clicked.connect(self._on_clicked)

    @property
    def widget(self) -> QWidget:
        return self._box

    def show_value(self, value: object) -> None:
        self._box.setChecked(bool(value))

    def _on_clicked(self, on: bool) -> None:
        self.wished.emit(on)


class _Choice(SettingControl):
    def __init__(self, names: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self._box = _CalmComboBox()
        self._values = [value for value, _ in names]
        self._box.addItems([name for _, name in names])
        self._box.activated.connect(lambda place: self.wished.emit(self._values[place]))

    @property
    def widget(self) -> QWidget:
        return self._box

    def show_value(self, value: object) -> None:
        self._box.setCurrentIndex(self._values.index(value))


class ModelControl(SettingControl):
    """A choice whose values come later, and which keeps one that is not among them."""

    def __init__(self) -> None:
        super().__init__()
        self._box = _CalmComboBox()
        self._value: object = None
        self._models: list[tuple[object, str]] = []
        self._names: list[tuple[object, str]] = []
        self._box.activated.connect(lambda place: self.wished.emit(self._names[place][0]))
        self.show_value(None)

    @property
    def widget(self) -> QWidget:
        """The control itself."""
        return self._box

    def offer(self, models: Sequence[tuple[str, str]]) -> None:
        """Models as (id, name)."""
        self._models = list(models)
        self.show_value(self._value)

    def show_value(self, value: object) -> None:
        """Show what is set."""
        self._value = value
        self._names = [(None, tr("The first one found")), *self._models]
        if value not in [known for known, _ in self._names]:
            self._names.append((value, tr("{model} (not installed)", model=value)))
        self._box.clear()
        self._box.addItems([name for _, name in self._names])
        self._box.setCurrentIndex([known for known, _ in self._names].index(value))


class _Number(SettingControl):
    """Whole numbers; a share of 1 is shown in per cent."""

    def __init__(self, minimum: float, maximum: float, *, share: bool) -> None:
        super().__init__()
        self._share = share
        scale = _PERCENT if share else 1
        self._box = _CalmSpinBox()
        self._box.setRange(round(minimum * scale), round(maximum * scale))
        self._box.setKeyboardTracking(False)
        # With arrows of its own the style sheet's padding is not heeded.
        self._box.lineEdit().setTextMargins(GRID, 0, 0, 0)
        if share:
            self._box.setSuffix(" %")
            self._box.setSingleStep(_PERCENT_STEP)
        self._box.valueChanged.connect(self._on_changed)

    @property
    def widget(self) -> QWidget:
        return self._box

    def show_value(self, value: object) -> None:
        assert isinstance(value, int | float)
        self._box.blockSignals(True)
        self._box.setValue(round(value * _PERCENT) if self._share else round(value))
        self._box.blockSignals(False)

    def _on_changed(self, shown: int) -> None:
        self.wished.emit(shown / _PERCENT if self._share else shown)


class _CalmComboBox(QComboBox):
    """Does not change when the page is scrolled across it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _CalmSpinBox(QSpinBox):
    """Does not change when the page is scrolled across it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def make_control(entry: SettingEntry, spec: SettingSpec) -> SettingControl:
    """The control for what the setting declares of its values.

    Raises
    ------
    ValueError
        For a kind of setting that has no control yet.
    """
    if entry.name == MODEL_SETTING:
        return ModelControl()
    if spec.choices:
        return _Choice([(value, local(name)) for value, name in entry.choice_names.items()])
    if isinstance(spec.default, bool):
        return _Switch()
    if spec.minimum is not None and spec.maximum is not None:
        if isinstance(spec.default, int):
            return _Number(spec.minimum, spec.maximum, share=False)
        if (spec.minimum, spec.maximum) == (0.0, 1.0):
            return _Number(0.0, 1.0, share=True)
    raise ValueError(
        f"There is no control for settings like {entry.name!r} ({spec.type}): add one to "
        "make_control in tumorview/ui/preferences/controls.py"
    )
