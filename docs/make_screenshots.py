"""Make the pictures of the window: ``./dev screenshots [--model-dir DIR] [PATH]``.

Drives the real window over the sample study (or PATH) through its states at two sizes, the usual
and the smallest one, and in both themes, and writes them to ``.screenshots/``; those that README
and user guide show go to ``docs/images/``, made smaller.
Needs no display: without one it draws with Qt's offscreen platform.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
if sys.platform.startswith("linux") and not (
    os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
# The user's own settings and recent files have no place in a picture, and are not touched.
_HOME = tempfile.TemporaryDirectory(prefix="tumorview-screenshots-")
for _name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
    os.environ[_name] = _HOME.name

from PySide6.QtCore import QEventLoop, QPoint, QSize, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QPainter, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog  # noqa: E402

from tumorview.cancel import CancelToken  # noqa: E402
from tumorview.domain.events import ScanEvent  # noqa: E402
from tumorview.domain.marks import Mark, MarkKind, new_uid  # noqa: E402
from tumorview.services.result_source import ResultSource  # noqa: E402
from tumorview.services.scan_queue import ScanWish  # noqa: E402
from tumorview.services.settings import Settings  # noqa: E402
from tumorview.ui.app import make_application  # noqa: E402
from tumorview.ui.batch.dialog import BatchDialog  # noqa: E402
from tumorview.ui.batch.worker import scan_with_service  # noqa: E402
from tumorview.ui.main_window import SAMPLE_FOLDER, MainWindow  # noqa: E402
from tumorview.ui.measuring.book import study_key  # noqa: E402
from tumorview.ui.result.heatmap_controls import HeatmapView  # noqa: E402
from tumorview.ui.theme import ThemeName, in_use  # noqa: E402

SIZES = (QSize(1440, 900), QSize(960, 600))
THEMES = (ThemeName.DARK, ThemeName.LIGHT)
OUT = ROOT / ".screenshots"
README_OUT = ROOT / "docs" / "images"
README_WIDTH = 1080
README_STATES = ("heatmap", "batch", "header", "measuring", "export", "panes", "reformat")
README_LIMIT_BYTES = 400_000
WAIT_SECONDS = 60.0
SCAN_PACE_SECONDS = 0.25


def wait_until(condition: Callable[[], bool], what: str) -> None:
    """Run the event loop until `condition` holds; ends the program when it never does."""
    deadline = time.monotonic() + WAIT_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise SystemExit(f"waited in vain for {what}")
        pause(20)


def pause(milliseconds: int) -> None:
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def paced_scan(wish: ScanWish, token: CancelToken, source: ResultSource) -> Iterator[ScanEvent]:
    """A scan slow enough to be caught running."""
    for event in scan_with_service(wish, token, source):
        time.sleep(SCAN_PACE_SECONDS)
        yield event


def take(name: str, picture: QPixmap, size: QSize) -> None:
    """Write one picture, and its small copy where the README shows it."""
    OUT.mkdir(exist_ok=True)
    path = OUT / f"{name}-{in_use()}-{size.width()}x{size.height()}.png"
    picture.save(str(path))
    sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    if name in README_STATES and size == SIZES[0] and in_use() is THEMES[0]:
        README_OUT.mkdir(exist_ok=True)
        small = README_OUT / f"{name}.png"
        picture.scaledToWidth(README_WIDTH, Qt.TransformationMode.SmoothTransformation).save(
            str(small)
        )
        kilobytes = small.stat().st_size // 1000
        sys.stdout.write(f"{small.relative_to(ROOT)} {kilobytes} kB\n")
        if small.stat().st_size > README_LIMIT_BYTES:
            raise SystemExit(f"{small.name} is too large for the repository: {kilobytes} kB")


def with_dialog(window: MainWindow, dialog: QDialog) -> QPixmap:
    """The dialog over the dimmed window, as a desktop shows them."""
    picture = window.grab()
    over = dialog.grab()
    painter = QPainter(picture)
    painter.setOpacity(0.45)
    painter.fillRect(picture.rect(), Qt.GlobalColor.black)
    painter.setOpacity(1.0)
    ratio = picture.devicePixelRatio()
    free = (picture.size() - over.size()) / (2 * ratio)
    painter.drawPixmap(QPoint(free.width(), free.height()), over)
    painter.end()
    return picture


def measuring(window: MainWindow) -> QPixmap:
    """Marks of several kinds on the slice on screen; they are taken away again."""
    layer, book = window.measuring.layer, window.measuring.book
    picture, source = window.reading.viewport.picture, layer.source
    assert picture is not None
    assert source is not None
    rows, columns = picture.frame.shape
    drawn = (
        (MarkKind.DISTANCE, ((0.34, 0.19), (0.66, 0.19)), ""),
        (MarkKind.ANGLE, ((0.3, 0.6), (0.35, 0.75), (0.5, 0.72)), ""),
        (MarkKind.RECTANGLE, ((0.32, 0.36), (0.4, 0.44)), ""),
        (MarkKind.ARROW, ((0.555, 0.37), (0.5, 0.3)), "Rim"),
        (MarkKind.ELLIPSE, ((0.555, 0.4), (0.665, 0.52)), ""),
    )
    marks = tuple(
        Mark(kind, tuple((x * columns, y * rows) for x, y in points), new_uid(), text)
        for kind, points, text in drawn
    )
    book.change({source: marks}, "Draw")
    layer.select(marks[-1].uid)
    wait_until(lambda: all(layer.measurement(mark) for mark in marks), "the values of the marks")
    pause(100)
    shown = window.grab()
    book.forget(study_key(source))
    return shown


def take_export(window: MainWindow, size: QSize) -> None:
    """The export dialog over the window, with the report."""
    viewport = window.reading.viewport
    wait_until(
        lambda: viewport.picture is not None and bool(viewport.picture.legend), "the heatmap"
    )
    window.actions_table["export_report"].trigger()
    dialog = window.takeaway.export_dialog
    assert dialog is not None
    dialog.form.folder_edit.setText("Pictures")
    wait_until(lambda: dialog.preview.image is not None, "the preview")
    pause(500)
    take("export", with_dialog(window, dialog), size)
    dialog.reject()


def take_header(window: MainWindow, size: QSize) -> None:
    """The header window, searched."""
    window.actions_table["dicom_header"].trigger()
    header = window.inspector.dialog
    assert header is not None
    wait_until(lambda: header.model.rowCount() > 0, "the header")
    header.search.setText("0028")
    header.search_now()
    header.tree.go_to_first_found()
    pause(200)
    take("header", with_dialog(window, header), size)
    header.close()


def take_dialogs(window: MainWindow, size: QSize) -> None:
    """Windows that are only looked at."""
    for name in ("settings", "shortcuts", "model_card", "licences", "about", "key_images"):
        window.actions_table[name].trigger()
        pause(600)
        dialog = next(
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, QDialog) and one.isVisible()
        )
        take(name, with_dialog(window, dialog), size)
        dialog.reject()
    window.actions_table["tour"].trigger()
    pause(400)
    card = window.personal.tour.card
    assert card is not None
    picture = window.grab()
    painter = QPainter(picture)
    painter.drawPixmap(window.mapFromGlobal(card.pos()), card.grab())
    painter.end()
    take("tour", picture, size)
    window.personal.tour.skip()


def take_panes(window: MainWindow, size: QSize) -> None:
    """Four panes with reference lines, and a series with its planes; ends with one pane."""
    actions, panes = window.actions_table, window.panes
    reformatter = window.pane_tools.reformatting.reformatter

    def planes() -> None:
        actions["reformat_planes"].trigger()
        wait_until(lambda: not reformatter.is_busy, "the volume")

    def drawn() -> bool:
        shown = (pane.viewport.picture for pane in panes.all if not pane.is_empty)
        return all(picture is not None for picture in shown)

    planes()
    wait_until(drawn, "the planes")
    window.viewer.step(2)
    pause(800)
    take("reformat", window.grab(), size)
    other = next(s for s in window.desk.studies[0].series if s is not window.viewer.series)
    window.pane_tools.show_in(panes.all[1], window.desk.studies[0], other)
    window.viewer.step(1)
    wait_until(drawn, "the other series")
    pause(800)
    take("panes", window.grab(), size)
    actions["layout_1x1"].trigger()
    window.viewer.step(-3)
    pause(500)


def take_batch(window: MainWindow, study: Path, size: QSize) -> None:
    """A queue of scans: one that has ended, one half-way, one that waits."""
    place = Path(f"results-{in_use()}-{size.width()}")
    place.mkdir()
    dialog = BatchDialog(paced_scan, window)
    dialog.show()
    small = Path("Referral 17")
    if not small.exists():
        small.mkdir()
        for image in sorted(study.rglob("*.dcm"))[:4]:
            shutil.copy(image, small)
    for folder in (small, study, Path("Archive 2025")):
        dialog.set_folder(folder)
        dialog.form_page.form.set_csv(place / f"{folder.name}.csv")
        dialog.start()
    dialog.queue_panel.choose(dialog.runner.queue.scans[1].number)
    model = dialog.results.model
    wait_until(lambda: model.rowCount() >= 12 and model.row(0) is not None, "the scan")
    wait_until(lambda: dialog.runner.meter.files_per_second is not None, "the speed of the scan")
    pause(600)
    take("batch", with_dialog(window, dialog), size)
    dialog.runner.hold()
    dialog.cancel()
    wait_until(lambda: not dialog.is_running, "the scan to stop")
    for scan in dialog.runner.queue.scans:
        dialog.runner.remove(scan.number)
    dialog.close()
    dialog.shutdown()


def make(size: QSize, look: ThemeName, study: Path, letter: Path) -> None:
    """All states at one size in one theme."""
    window = MainWindow(Settings(theme=look.value))
    window.resize(size)
    window.show()
    pause(200)
    take("empty", window.grab(), size)

    window.open_paths([study])
    wait_until(lambda: window.reading.viewport.picture is not None, "the first image")
    pause(800)
    take("series", window.grab(), size)

    measured = measuring(window)
    take("measuring", measured, size)

    take_header(window, size)

    take_dialogs(window, size)

    take_panes(window, size)

    window.actions_table["analyze_series"].trigger()
    wait_until(lambda: not window.controller.is_busy, "the analysis")
    pause(300)
    take("result", window.grab(), size)

    window.result_panel.heatmap_controls.set_view(HeatmapView(visible=True, opacity=0.6))
    pause(500)
    take("heatmap", window.grab(), size)
    window.actions_table["heatmap_beside"].trigger()
    pause(500)
    take("beside", window.grab(), size)
    window.actions_table["heatmap_beside"].trigger()

    take_export(window, size)

    window.open_paths([letter])
    wait_until(lambda: bool(window.notices.banners), "the banner")
    pause(200)
    take("error", window.grab(), size)
    window.notices.clear()

    take_batch(window, study, size)
    window.close()
    window.deleteLater()


def main() -> int:
    """Make every picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("study", nargs="?", type=Path, help="what to open; the sample study")
    parser.add_argument("--model-dir", type=Path, help="a folder of models to use before others")
    options = parser.parse_args()
    if options.model_dir is not None:
        os.environ["TUMORVIEW_MODELS"] = str(options.model_dir.resolve())
    app = make_application(["tumorview"])
    # A copy, named by relative paths: pictures show no machine's folders, and one file of it can
    # be damaged.
    source = (options.study or ROOT / "resources" / SAMPLE_FOLDER).resolve()
    os.chdir(_HOME.name)
    study = Path("study")
    shutil.copytree(source, study)
    (study / "interrupted download.dcm").write_bytes(b"\0" * 128 + b"DICM")
    letter = Path("report.txt")
    letter.write_text("not an image", encoding="utf-8")
    for look in THEMES:
        for size in SIZES:
            make(size, look, study, letter)
    app.processEvents()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
