"""Why a decoder and TumorView disagree about a file: one reason for each, or the tests fail."""

from __future__ import annotations

from dataclasses import dataclass

from tests.pixel_truth import dcmtk, sitk


@dataclass(frozen=True, slots=True)
class Reason:
    """`decoder` and TumorView disagree about `files` because of `text`."""

    decoder: str
    files: frozenset[str]
    text: str


def _of(decoder: str, files: str, text: str) -> Reason:
    return Reason(decoder, frozenset(f"{name}.dcm" for name in files.split()), text)


REASONS = (
    _of(
        dcmtk.NAME,
        "693_J2KI GDCMJ2K_TextGBR J2K_pixelrep_mismatch JPEG2000 MR_small_jp2klossless "
        "SC_rgb_gdcm_KY examples_jpeg2k",
        "dcmtk 3.6 has no JPEG 2000 decoder",
    ),
    _of(
        dcmtk.NAME,
        "SC_rgb_jpeg",
        "the file meta information says explicit VR and the data set is implicit: dcmtk believes "
        "the former and runs off the end of the file; GDCM and TumorView see the latter",
    ),
    _of(
        dcmtk.NAME,
        "badVR",
        'Number of Frames is "1A". dcmtk takes the leading digit for one frame; TumorView counts '
        "the 15 frames that fill the pixel data exactly, which the 15 values of Grid Frame Offset "
        "Vector bear out",
    ),
    _of(sitk.NAME, "badVR", "GDCM takes the leading digit too"),
    _of(
        sitk.NAME,
        "SC_rgb_rle_16bit SC_rgb_rle_16bit_2frame SC_rgb_rle_32bit SC_rgb_rle_32bit_2frame",
        "GDCM mixes up the byte planes of RLE colour of more than 8 bits. They follow each other "
        "sample by sample, the most significant byte first (PS3.5 G.2); dcmtk reads them as "
        "TumorView does",
    ),
    _of(
        sitk.NAME,
        "rtdose_1frame rtdose_expb_1frame rtdose_rle_1frame",
        "GDCM stops at an assertion of its own where an RT Dose has no Number of Frames; with the "
        "attribute added it reads the file",
    ),
)


def reason_for(decoder: str, file_name: str) -> Reason | None:
    """The reason why `decoder` and TumorView disagree about a file, or None."""
    found = [r for r in REASONS if r.decoder == decoder and file_name in r.files]
    return found[0] if found else None
