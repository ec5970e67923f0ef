"""The report on paper: one document, painted on a PDF, a printer or a preview."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from tumorview.reporting.errors import OutputError
from tumorview.reporting.report_page import TITLE, ReportFacts, report_html
from tumorview.ui.language import local, tr

CREATOR = "TumorView"
MARGIN_MM = 15.0
_DESIGN_DPI = 96.0
_TEXT_POINTS = 9.5
_FOOTER_POINTS = 7.5
_FOOTER_LINES = 3.2
_PICTURE = "picture"
_PICTURE_SHARES = (0.34, 0.31, 0.28, 0.25)
"""Of the page's height: the largest with which picture and answer stand on one page."""
_PICTURE_ON_TWO_PAGES = 0.45
"""Likewise, where no picture that can be read leaves room for the answer on its page."""
_PICTURE_ALONE_SHARE = 0.6
"""Likewise, where there is no answer."""

_PDF_DPI = 300

_SPACING = """
h2 { margin-top: 0px; margin-bottom: 2px }
h3 { margin-top: 8px; margin-bottom: 2px }
p { margin-top: 2px; margin-bottom: 4px }
ul { margin-top: 2px; margin-bottom: 2px }
"""


def page_of(name: str) -> QPageSize:
    """The paper of that name; A4 for one that is not known."""
    return QPageSize(QPageSize.PageSizeId.Letter if name == "Letter" else QPageSize.PageSizeId.A4)


class Report:
    """A report laid out for pages of one size.

    Parameters
    ----------
    paper
        (width, height) of what can be printed on, in points.
    """

    def __init__(self, facts: ReportFacts, picture: QImage, paper: QSizeF) -> None:
        self._facts = facts
        scale = _DESIGN_DPI / 72.0
        self._width = paper.width() * scale
        self._footer = _FOOTER_POINTS * scale * 1.3 * _FOOTER_LINES
        self._height = paper.height() * scale - self._footer
        self._picture = _plain(picture)
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.setDefaultFont(_font(_TEXT_POINTS))
        self._document.setDocumentMargin(0)
        self._document.setDefaultStyleSheet(_SPACING)
        self._document.addResource(
            QTextDocument.ResourceType.ImageResource, QUrl(_PICTURE), self._picture
        )
        if facts.prediction is None:
            self._lay_out(_PICTURE_ALONE_SHARE)
            return
        for share in _PICTURE_SHARES:
            self._lay_out(share)
            if self.page_count == 1:
                return
        self._lay_out(_PICTURE_ON_TWO_PAGES)

    def _lay_out(self, share: float) -> None:
        """Give the picture `share` of the page's height, at most."""
        shown = QSizeF(self._picture.size()).scaled(
            QSizeF(self._width, self._height * share), Qt.AspectRatioMode.KeepAspectRatio
        )
        self._document.setHtml(
            report_html(self._facts, _PICTURE, int(shown.width()), int(shown.height()), local)
        )
        self._document.setPageSize(QSizeF(self._width, self._height))

    @property
    def page_count(self) -> int:
        """Pages that it takes."""
        return self._document.pageCount()

    @property
    def text(self) -> str:
        """Everything that it says."""
        return self._document.toPlainText()

    def paint_page(self, painter: QPainter, page: int, width: float) -> None:
        """Paint page `page`, counted from 0, into `width` units of `painter` from its origin."""
        painter.save()
        painter.scale(width / self._width, width / self._width)
        painter.save()
        painter.translate(0, -page * self._height)
        ink = QAbstractTextDocumentLayout.PaintContext()
        # Of itself it would take the text colour of the window.
        ink.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        ink.clip = QRectF(0, page * self._height, self._width, self._height)
        painter.setClipRect(ink.clip)
        # A pen that is black already is not recorded by the preview, which has one of its own.
        painter.setPen(Qt.GlobalColor.white)
        painter.setPen(Qt.GlobalColor.black)
        self._document.documentLayout().draw(painter, ink)
        painter.restore()
        self._paint_footer(
            painter, tr("page {number} of {count}", number=page + 1, count=self.page_count)
        )
        painter.restore()

    def paint_picture(self, painter: QPainter, width: float) -> None:
        """Paint the picture alone in place of a page."""
        painter.save()
        painter.scale(width / self._width, width / self._width)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(0, 0, self._width, self._height - self._footer / _FOOTER_LINES)
        size = QSizeF(self._picture.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.drawImage(place, self._picture, QRectF(self._picture.rect()))
        self._paint_footer(painter, self._facts.made)
        painter.restore()

    def _paint_footer(self, painter: QPainter, end: str) -> None:
        """On every page, since pages get parted."""
        painter.setFont(_font(_FOOTER_POINTS))
        painter.setPen(QColor(Qt.GlobalColor.black))
        area = QRectF(0, self._height, self._width, self._footer)
        text = f"{self._facts.disclaimer}\nTumorView {self._facts.app_version} \u00b7 {end}"
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(flags) | int(Qt.TextFlag.TextWordWrap), text)


def paint_on(device: QPagedPaintDevice, facts: ReportFacts, picture: QImage) -> None:
    """Paint the report on a printer or a PDF, on as many pages as it takes.

    Raises
    ------
    OutputError
        The device takes no pages.
    """
    layout = device.pageLayout()
    report = Report(facts, picture, layout.paintRect(QPageLayout.Unit.Point).size())
    painter = _painter_on(device)
    try:
        for page in range(report.page_count):
            if page:
                device.newPage()
            report.paint_page(painter, page, float(device.width()))
    finally:
        painter.end()


def paint_image_on(device: QPagedPaintDevice, facts: ReportFacts, picture: QImage) -> None:
    """Paint the picture alone on one page, as large as it goes, above the footer.

    Raises
    ------
    OutputError
        The device takes no pages.
    """
    report = Report(facts, picture, device.pageLayout().paintRect(QPageLayout.Unit.Point).size())
    painter = _painter_on(device)
    try:
        report.paint_picture(painter, float(device.width()))
    finally:
        painter.end()


def _painter_on(device: QPagedPaintDevice) -> QPainter:
    """A painter on the first page.

    Raises
    ------
    OutputError
        The printer, or the file that stands in for one, takes no pages.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise OutputError(
            "the printer takes no pages", remedy="Look at the printer, or choose another one."
        )
    return painter


def pdf_of(facts: ReportFacts, picture: QImage, page: str) -> bytes:
    """The report as a PDF. Its metadata name the application and nobody."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_PDF_DPI)
    writer.setTitle(TITLE)
    writer.setCreator(f"{CREATOR} {facts.app_version}")
    writer.setPageSize(page_of(page))
    writer.setPageMargins(QMarginsF(*(MARGIN_MM,) * 4), QPageLayout.Unit.Millimeter)
    paint_on(writer, facts, picture)
    buffer.close()
    return bytes(content.data())


def preview_of(facts: ReportFacts, picture: QImage, page: str, width: int) -> QImage:
    """The first page, `width` pixels wide."""
    layout = QPageLayout(
        page_of(page),
        QPageLayout.Orientation.Portrait,
        QMarginsF(*(MARGIN_MM,) * 4),
        QPageLayout.Unit.Millimeter,
    )
    whole = layout.fullRect(QPageLayout.Unit.Point)
    inner = layout.paintRect(QPageLayout.Unit.Point)
    scale = width / whole.width()
    drawn = QImage(width, round(whole.height() * scale), QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(inner.left() * scale, inner.top() * scale)
    small = picture.scaledToWidth(
        min(picture.width(), width), Qt.TransformationMode.SmoothTransformation
    )
    Report(facts, small, inner.size()).paint_page(painter, 0, inner.width() * scale)
    painter.end()
    return drawn


def _plain(picture: QImage) -> QImage:
    """A document takes the size of a picture from its pixels, whatever their ratio."""
    copy = QImage(picture)
    copy.setDevicePixelRatio(1.0)
    return copy


def _font(points: float) -> QFont:
    font = QFont()
    # The page is laid out in design pixels, so that every device breaks lines alike.
    font.setPixelSize(round(points * _DESIGN_DPI / 72.0))
    return font
