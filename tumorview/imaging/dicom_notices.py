"""What is to be noticed of a DICOM file besides its image."""

from __future__ import annotations

from pydicom.dataset import Dataset

from tumorview.domain.reading import ReadingNotice
from tumorview.imaging import dicom_tags as tags
from tumorview.imaging.color_profile import is_srgb, profile_description
from tumorview.imaging.palette_images import has_supplement
from tumorview.imaging.pixels import PixelFormat

_SIEMENS_GROUP = 0x0019
_SIEMENS_CREATOR = "SIEMENS MR HEADER"
_NUMBER_OF_IMAGES_IN_MOSAIC = 0x0A
_SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"
"""Its multi-frame classes are .1 to .4 of it."""
_CREATORS = range(0x10, 0x20)
"""Where private blocks begin; a file has a handful of them in one group."""


def is_mosaic(ds: Dataset) -> bool:
    """Whether the picture shows the slices of a volume side by side.

    Siemens says so in Image Type (0008,0008), or by Number Of Images In Mosaic (0019,xx0A) of its
    private block.
    """
    if any(value.upper() == "MOSAIC" for value in tags.texts(ds, "ImageType")):
        return True
    if not any(tags.has(ds, _SIEMENS_GROUP << 16 | creator) for creator in _CREATORS):
        return False
    try:
        block = ds.private_block(_SIEMENS_GROUP, _SIEMENS_CREATOR)
        if _NUMBER_OF_IMAGES_IN_MOSAIC not in block:
            return False
        value = block[_NUMBER_OF_IMAGES_IN_MOSAIC].value
        # In implicit encoding nothing says that the bytes are a number.
        count = int.from_bytes(value, "little") if isinstance(value, bytes) else int(value)
    except tags.CONVERSION_ERRORS:
        return False
    return count > 1


def color_profile(ds: Dataset) -> str:
    """What colours are meant for: the name of the ICC Profile, else Color Space, else ""."""
    profile = tags.raw(ds, "ICCProfile")
    described = profile_description(profile) if isinstance(profile, bytes) else ""
    return described or tags.text(ds, "ColorSpace")


def is_colored(layout: PixelFormat) -> bool:
    """Whether the pixels are shown in colour, all of them."""
    return layout.samples_per_pixel > 1 or layout.photometric_interpretation == "PALETTE COLOR"


def has_burned_in_annotation(ds: Dataset) -> bool | None:
    """Burned In Annotation (0028,0301; PS3.3 C.7.6.1): YES or NO; None where it says neither."""
    return {"YES": True, "NO": False}.get(tags.text(ds, "BurnedInAnnotation").strip().upper())


def is_secondary_capture(ds: Dataset) -> bool:
    """Whether the image was made from a screen, a film or a document (PS3.4 B.5, PS3.3 A.8)."""
    uid = tags.uid(ds, "SOPClassUID") or ""
    return uid == _SECONDARY_CAPTURE or uid.startswith(f"{_SECONDARY_CAPTURE}.")


def image_notices(
    ds: Dataset, layout: PixelFormat, *, has_overlays: bool
) -> tuple[ReadingNotice, ...]:
    """What the data set says of its image."""
    is_color = is_colored(layout)
    profile = color_profile(ds) if is_color else ""
    burned_in = has_burned_in_annotation(ds)
    applies = {
        ReadingNotice.MOSAIC: is_mosaic(ds),
        ReadingNotice.SUPPLEMENTAL_PALETTE: not is_color and has_supplement(ds),
        ReadingNotice.COLOR_PROFILE: bool(profile) and not is_srgb(profile),
        ReadingNotice.OVERLAYS: has_overlays,
        ReadingNotice.BURNED_IN: burned_in is True,
        ReadingNotice.MAYBE_BURNED_IN: burned_in is None and is_secondary_capture(ds),
    }
    return tuple(notice for notice, present in applies.items() if present)
