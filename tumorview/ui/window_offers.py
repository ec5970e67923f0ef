"""The windows that the number keys, the menu and the tool bar offer for the image on screen."""

from __future__ import annotations

from dataclasses import dataclass

from tumorview.domain.frames import ModalityFrame, VoiLut, VoiWindow
from tumorview.imaging.presets import presets_for
from tumorview.imaging.voi import lut_span, own_views
from tumorview.ui.language import local, tr
from tumorview.ui.messages import FileWindow, WindowChoice
from tumorview.ui.viewport.corner_text import number_text

_LONGEST_NAME = 20
"""Characters of an explanation that the tool bar has room for; a tool tip has all of it."""


@dataclass(frozen=True, slots=True)
class WindowOffer:
    """One window.

    Attributes
    ----------
    window
        As the image on screen gets it; other images of the series may have other numbers.
    source
        Where the numbers are from.
    choice
        What the viewer is asked for.
    """

    name: str
    window: VoiWindow
    source: str
    choice: WindowChoice

    @property
    def numbers(self) -> str:
        """Width / centre."""
        return f"{number_text(self.window.width)} / {number_text(self.window.center)}"


def offers_for(modality: str, frame: ModalityFrame | None) -> tuple[WindowOffer, ...]:
    """The file's own windows and VOI LUTs in the order of the file, then the modality's presets.

    Without a `frame`, which is then still being read, only the presets.
    """
    own = () if frame is None else own_views(frame)
    table = tuple(
        WindowOffer(local(preset.name), preset.window(), preset.source, preset.window())
        for preset in presets_for(modality)
    )
    return (*(_of_file(place, view, len(own)) for place, view in enumerate(own)), *table)


def _of_file(place: int, view: VoiWindow | VoiLut, count: int) -> WindowOffer:
    choice = FileWindow(place)
    said = " ".join(view.explanation.split())
    number = place + 1 if count > 1 else ""
    if isinstance(view, VoiLut):
        name = tr("File LUT {number}", number=number)
        window, source = lut_span(view), tr("VOI LUT Sequence of the file")
    else:
        name = tr("File window {number}", number=number)
        window, source = view, tr("Window Center and Width of the file")
    if said:  # in the language of the file
        short = said if len(said) <= _LONGEST_NAME else f"{said[: _LONGEST_NAME - 1]}…"
        name, source = tr("File: {name}", name=short), f"{said}, {source}"
    return WindowOffer(name.strip(), window, source, choice)
