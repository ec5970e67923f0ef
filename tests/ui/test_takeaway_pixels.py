"""An exported picture against what numpy makes of the array, and against the screen.

What is expected is worked out on the array by numpy: window, polarity, rotation, flip.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_dicom
from tests.ui.models import answer
from tests.ui.test_golden_view import phantom as small_phantom
from tests.ui.test_golden_view import picture_of, pixels_of
from tests.ui.turning import expected_view
from tumorview.cancel import CancelToken
from tumorview.domain.export_formats import PictureFormat
from tumorview.domain.frames import VoiFunction, VoiWindow
from tumorview.domain.source import SourceRef
from tumorview.errors import TumorViewError
from tumorview.imaging.catalog import list_files, read_catalog
from tumorview.ui.messages import HeatmapLook
from tumorview.ui.qimage import to_pixels
from tumorview.ui.takeaway.drawing import Draughtsman
from tumorview.ui.takeaway.wishes import Content, PictureSize, PicturesWish, Shot, Sight, Written
from tumorview.ui.takeaway.work import write
from tumorview.ui.theme import color
from tumorview.ui.viewport.camera import Camera, Placement
from tumorview.ui.viewport.corner_text import TextLevel
from tumorview.ui.viewport.picture import Picture
from tumorview.ui.viewport.view import Viewport
from tumorview.ui.viewport.view_orientation import ALL_ORIENTATIONS, ViewOrientation

ROWS, COLUMNS = 70, 96
WINDOW = VoiWindow(300.0, 500.0, VoiFunction.LINEAR)
BARE = Content(PictureSize.OWN, TextLevel.NONE, letters=False, overlays=False)

# Text needs an application, on whatever thread it is drawn.
pytestmark = pytest.mark.usefixtures("qapp")

every_view = pytest.mark.parametrize(
    "orientation", ALL_ORIENTATIONS, ids=lambda o: f"{o.rotation}{'h' if o.horizontal_flip else ''}"
)


def phantom() -> npt.NDArray[np.int16]:
    """No two corners, sides or diagonals alike."""
    rows, columns = np.mgrid[0:ROWS, 0:COLUMNS]
    image: npt.NDArray[np.int16] = (5 * columns + 3 * rows).astype(np.int16)
    image[4:30, 6:10] = 900
    image[4:8, 6:24] = 900
    image[14:18, 6:20] = 900
    image[60:66, 80:92] = -50
    image[ROWS - 1, 0] = 551
    return image


def windowed(values: npt.NDArray[np.int16], window: VoiWindow) -> npt.NDArray[np.uint8]:
    """PS3.3 C.11.2.1.2.1 for 0..255, rounded to the nearest grey."""
    x, c, w = values.astype(np.float64), window.center, window.width
    grey = ((x - (c - 0.5)) / (w - 1) + 0.5) * 255
    grey[x <= c - 0.5 - (w - 1) / 2] = 0
    grey[x > c - 0.5 + (w - 1) / 2] = 255
    return np.floor(grey + 0.5).astype(np.uint8)


@pytest.fixture
def sight(tmp_path: Path) -> Sight:
    write_dicom(
        tmp_path / "series" / "a.dcm",
        phantom(),
        Modality="CT",
        PixelSpacing=[0.5, 0.5],
        RescaleSlope=1,
        RescaleIntercept=0,
        PatientName="Doe^Jane",
    )
    study = read_catalog(list_files(tmp_path / "series")).studies[0]
    return Sight(study, study.series[0], WINDOW, False, Camera(), (400.0, 300.0), 1.0, "")


def exported(sight: Sight, form: PictureFormat, target: Path) -> npt.NDArray[np.uint8]:
    """What is in the file: [rows, columns] or [rows, columns, 3] RGB."""
    shot = Shot(0, sight.series.frames[0].source)
    wish = PicturesWish(sight, (shot,), BARE, (target,), form)
    assert isinstance(list(write(wish, CancelToken()))[-1], Written)
    raw = cv2.imdecode(np.frombuffer(target.read_bytes(), np.uint8), cv2.IMREAD_UNCHANGED)
    assert raw is not None
    return np.asarray(raw if raw.ndim == 2 else raw[:, :, ::-1], np.uint8)


@every_view
@pytest.mark.parametrize("form", [PictureFormat.PNG, PictureFormat.TIFF])
def test_a_lossless_file_holds_what_numpy_makes_of_the_array(
    sight: Sight, tmp_path: Path, orientation: ViewOrientation, form: PictureFormat
) -> None:
    turned = replace(sight, camera=Camera(orientation=orientation))
    found = exported(turned, form, tmp_path / f"a.{form}")
    np.testing.assert_array_equal(found, expected_view(windowed(phantom(), WINDOW), orientation))


def test_the_polarity_of_the_screen_goes_into_the_file(sight: Sight, tmp_path: Path) -> None:
    found = exported(replace(sight, invert=True), PictureFormat.PNG, tmp_path / "a.png")
    np.testing.assert_array_equal(found, 255 - windowed(phantom(), WINDOW))


def test_zoom_and_position_of_the_screen_do_not_cut_the_whole_image(
    sight: Sight, tmp_path: Path
) -> None:
    near = replace(sight, camera=Camera(zoom=7.3, offset_x=55.0, offset_y=-20.0))
    found = exported(near, PictureFormat.PNG, tmp_path / "a.png")
    np.testing.assert_array_equal(found, windowed(phantom(), WINDOW))


def shot_of(picture: Picture) -> tuple[Sight, Shot]:
    sight = Sight(
        *(picture.study, picture.series, WINDOW, False, Camera(), (640.0, 500.0), 1.0, "Fit")
    )
    heatmap = None
    return sight, Shot(0, picture.frame.source, heatmap, "", (), picture)


@every_view
def test_oblong_pixels_keep_their_proportions(orientation: ViewOrientation) -> None:
    picture = picture_of(small_phantom(), hot=False)  # 20 rows of 1.5 mm, 28 columns of 1 mm
    sight, shot = shot_of(picture)
    turned = replace(sight, camera=Camera(orientation=orientation))
    drawn = Draughtsman(turned, BARE).draw(shot, CancelToken())
    assert drawn.size() == (QSize(30, 28) if orientation.is_sideways else QSize(28, 30))
    # The white pixel at the lower left of the file, wherever it has gone.
    marked = np.zeros((20, 28))
    marked[17, 2] = 1
    row, column = np.argwhere(expected_view(marked, orientation))[0]
    high, wide = (1.0, 1.5) if orientation.is_sideways else (1.5, 1.0)
    pixels = to_pixels(drawn)
    assert pixels[int((row + 0.5) * high), int((column + 0.5) * wide)] > 200


@every_view
@pytest.mark.parametrize("zoom", [None, 1.0, 5.3])
def test_a_picture_as_on_the_screen_is_the_screen(
    qtbot: QtBot, orientation: ViewOrientation, zoom: float | None
) -> None:
    viewport = Viewport()
    qtbot.addWidget(viewport)
    viewport.resize(640, 500)
    viewport.show()
    qtbot.waitExposed(viewport)
    picture = picture_of(small_phantom(), hot=True)
    picture = replace(picture, legend="Heatmap for any tumour")

    def cross(image: SourceRef) -> Callable[[QPainter, Placement], None]:
        def paint(painter: QPainter, placement: Placement) -> None:
            painter.setPen(color("warning"))
            x0, y0 = placement.to_view(4.5, 3.5)
            x1, y1 = placement.to_view(20.5, 12.5)
            painter.drawLine(QPointF(x0, y0), QPointF(x1, y1))

        return paint

    viewport.layers.append(cross(picture.frame.source))
    viewport.show_picture(picture)
    viewport.control.turn(orientation)
    if zoom is not None:
        viewport.control._use(replace(viewport.camera, zoom=zoom))
    screen = pixels_of(viewport.grab().toImage())
    sight, shot = shot_of(picture)
    sight = replace(
        sight,
        camera=viewport.camera,
        ratio=viewport.devicePixelRatioF(),
        zoom_line=viewport.control.zoom_line(),
    )
    # What is on screen is taken as it is, heatmap and all; any look says that there is one.
    look = HeatmapLook(answer(lesion_map=True).heatmaps[0], "inferno", 0.5)
    overlays = (lambda frame: cross(frame.source),)
    shot = replace(shot, heatmap=look, legend=picture.legend, overlays=overlays)
    content = Content(PictureSize.SCREEN, TextLevel.FULL)
    drawn = Draughtsman(sight, content).draw(shot, CancelToken())
    np.testing.assert_array_equal(pixels_of(drawn), screen)
    without = Draughtsman(sight, replace(content, overlays=False)).draw(shot, CancelToken())
    assert (pixels_of(without) != screen).any()


def test_the_place_of_an_image_that_cannot_be_read_says_so(sight: Sight) -> None:
    shot = Shot(6, SourceRef(Path("Doe") / "Jane.dcm"))
    draughtsman = Draughtsman(sight, BARE)
    error = TumorViewError("the file ends too early", path=shot.source.path)
    drawn = to_pixels(draughtsman.message(shot, error, QSize(400, 300)))
    assert drawn.shape[:2] == (300, 400)
    lines = np.flatnonzero(drawn.max(axis=1).reshape(300, -1).max(axis=1) > 100)
    assert 100 < lines.mean() < 200  # text in the middle
    assert not drawn[:30].any()
    crossed = to_pixels(draughtsman.message(shot, error, QSize(24, 18)))
    assert crossed[9, 8:16].max() > 100
