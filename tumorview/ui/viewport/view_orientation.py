"""Which way round the image is shown: the eight symmetries of a square, plain arithmetic.

A view is told as a presentation state tells it (Spatial Transformation module, PS3.3 C.10.6): the
image is rotated clockwise first and flipped horizontally after that. What the user does is always
done to what is on screen, so it comes after everything before it.

Directions are (x, y), x to the right and y downwards, as on the screen.
"""

from __future__ import annotations

from dataclasses import dataclass

from tumorview.imaging.orientation import EdgeLetters
from tumorview.ui.language import tr

Vector = tuple[float, float]

_QUARTER = 90
_TURN = 360


@dataclass(frozen=True, slots=True)
class ViewOrientation:
    """One of the eight ways to put a rectangle upright on a screen.

    Attributes
    ----------
    rotation
        Image Rotation (0070,0042): 0, 90, 180 or 270 degrees clockwise, before the flip.
    horizontal_flip
        Image Horizontal Flip (0070,0041): left and right exchanged, after the rotation.
    """

    rotation: int = 0
    horizontal_flip: bool = False

    def __post_init__(self) -> None:
        if self.rotation not in range(0, _TURN, _QUARTER):
            raise ValueError(f"A view turns by 0, 90, 180 or 270. Received: {self.rotation}")

    @property
    def is_sideways(self) -> bool:
        """True when the image's rows stand upright on the screen."""
        return self.rotation % (2 * _QUARTER) != 0

    def to_view(self, direction: Vector) -> Vector:
        """The direction on screen of a direction in the image."""
        x, y = direction
        for _ in range(self.rotation // _QUARTER):
            x, y = -y, x
        return (-x, y) if self.horizontal_flip else (x, y)

    def to_image(self, direction: Vector) -> Vector:
        """The direction in the image of a direction on screen; undoes `to_view`."""
        x, y = direction
        if self.horizontal_flip:
            x = -x
        for _ in range(self.rotation // _QUARTER):
            x, y = y, -x
        return x, y


UPRIGHT = ViewOrientation()
CLOCKWISE = ViewOrientation(90)
COUNTERCLOCKWISE = ViewOrientation(270)
FLIP_HORIZONTAL = ViewOrientation(0, True)
FLIP_VERTICAL = ViewOrientation(180, True)

ALL_ORIENTATIONS = tuple(
    ViewOrientation(rotation, flip) for flip in (False, True) for rotation in (0, 90, 180, 270)
)


def then(first: ViewOrientation, second: ViewOrientation) -> ViewOrientation:
    """The view after `first` and then, on what is on screen, `second`."""
    # A rotation that passes a flip changes its sense.
    turned = -second.rotation if first.horizontal_flip else second.rotation
    return ViewOrientation(
        (first.rotation + turned) % _TURN, first.horizontal_flip != second.horizontal_flip
    )


def inverse(orientation: ViewOrientation) -> ViewOrientation:
    """The view that undoes `orientation`."""
    # Every flip, along whichever axis, undoes itself.
    if orientation.horizontal_flip:
        return orientation
    return ViewOrientation(-orientation.rotation % _TURN)


def turned_letters(letters: EdgeLetters, orientation: ViewOrientation) -> EdgeLetters:
    """Letters at the edges of the screen, from those at the edges of the image."""
    of_image = {
        (-1.0, 0.0): letters.left,
        (1.0, 0.0): letters.right,
        (0.0, -1.0): letters.top,
        (0.0, 1.0): letters.bottom,
    }
    return EdgeLetters(
        left=of_image[orientation.to_image((-1.0, 0.0))],
        right=of_image[orientation.to_image((1.0, 0.0))],
        top=of_image[orientation.to_image((0.0, -1.0))],
        bottom=of_image[orientation.to_image((0.0, 1.0))],
    )


def orientation_text(orientation: ViewOrientation) -> str:
    """How the view differs from the image, in words; "" when it does not.

    The two flips are named as the keys are; what is left is said as a rotation and a flip.
    """
    if orientation == FLIP_VERTICAL:
        return tr("Flipped vertically")
    parts = []
    if orientation.rotation:
        parts.append(tr("Rotated {degrees}°", degrees=orientation.rotation))
    if orientation.horizontal_flip:
        parts.append(tr("flipped horizontally") if parts else tr("Flipped horizontally"))
    return ", ".join(parts)
