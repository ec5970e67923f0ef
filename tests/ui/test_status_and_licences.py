"""What runs the model, how much memory is held, and what all of it is made of."""

from __future__ import annotations

import sys

import pytest
from pytestqt.qtbot import QtBot

from tumorview.machine import memory_in_use
from tumorview.services.licences import read_licences
from tumorview.ui.main_window import MainWindow


@pytest.mark.skipif(not sys.platform.startswith(("linux", "win")), reason="not known elsewhere")
def test_memory_in_use_grows_with_what_is_held() -> None:
    before = memory_in_use()
    held = bytearray(b"\1") * 200_000_000
    after = memory_in_use()
    assert before is not None
    assert after is not None
    assert after - before > 150_000_000
    assert len(held) == 200_000_000


@pytest.mark.skipif(not sys.platform.startswith(("linux", "win")), reason="not known elsewhere")
def test_the_status_bar_says_engine_device_and_memory(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.controller.engine_ready, timeout=20_000) as ready:
        window.controller.warm_up()
    assert window.status.engine_text == " · ".join(ready.args)
    held = memory_in_use()
    assert held is not None
    window.status.memory.show_now()
    number, unit = window.status.memory.text().split()
    assert unit == "MB"
    assert abs(int(number.replace(",", "")) * 1_000_000 - held) < 100_000_000


def test_the_licences_of_all_parts_can_be_read(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_table["licences"].trigger()
    dialog = window.personal.licences.dialog
    assert dialog is not None
    expected = read_licences()
    qtbot.waitUntil(lambda: dialog.parts.topLevelItemCount() > 0, timeout=20_000)
    items = [dialog.parts.topLevelItem(i) for i in range(dialog.parts.topLevelItemCount())]
    rows = [item for item in items if item is not None]
    assert [tuple(row.text(i) for i in range(3)) for row in rows] == [
        (one.name, one.version, one.licence) for one in expected
    ]
    for row, one in zip(rows, expected, strict=True):
        dialog.parts.setCurrentItem(row)
        assert dialog.text.toPlainText().split() == one.text.split()
