from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tumorview.ui.batch.dialog import BatchDialog
from tumorview.ui.batch.worker import ScanFunction

MakeDialog = Callable[[ScanFunction], BatchDialog]


@pytest.fixture
def make_dialog(qtbot: QtBot) -> Iterator[MakeDialog]:
    made: list[BatchDialog] = []

    def make(scan: ScanFunction) -> BatchDialog:
        dialog = BatchDialog(scan)
        made.append(dialog)
        dialog.show()
        return dialog

    yield make
    for dialog in made:
        assert dialog.shutdown()
        dialog.deleteLater()
