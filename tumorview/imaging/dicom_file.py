"""DICOM file -> header and frames of stored values."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from tumorview.domain.frames import ColorSupplement, StoredFrame
from tumorview.domain.overlays import FrameOverlays
from tumorview.domain.reading import ReadingNotice
from tumorview.imaging import dicom_tags as tags
from tumorview.imaging.decode_jobs import Job
from tumorview.imaging.decode_pool import POOL, RefusedByDecoderError
from tumorview.imaging.decoders import (
    ENCAPSULATED_UNCOMPRESSED,
    NATIVE_NAMES,
    RLE,
    is_left_as_ybr,
    is_supported,
    least_bytes,
)
from tumorview.imaging.dicom_header import FrameValues, frame_values, image_header
from tumorview.imaging.dicom_layout import (
    counted_frames,
    extended_offsets,
    frame_total,
    pixel_layout,
    pixel_padding,
)
from tumorview.imaging.dicom_parse import UNDEFINED_LENGTH, ParsedDicom, parse_dicom
from tumorview.imaging.errors import (
    DecodeError,
    ImagingError,
    TooLargeError,
    TruncatedFileError,
    UnsupportedTransferSyntaxError,
)
from tumorview.imaging.fragments import frame_stream, is_cut
from tumorview.imaging.header import ImageHeader
from tumorview.imaging.overlays import frame_overlays, has_embedded
from tumorview.imaging.palette_images import Palette, color_supplement
from tumorview.imaging.pixel_lengths import pixel_notices, trusted_length
from tumorview.imaging.pixels import (
    PixelFormat,
    clean_bits,
    native_bounds,
    swap_words,
    to_eight_bits,
    unpack_native,
    ybr_partial_to_rgb,
    ybr_to_rgb,
)
from tumorview.imaging.recognize import unreadable
from tumorview.imaging.streams import has_end_mark, stream_shape

AnyArray = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class DicomFile:
    """A parsed DICOM file; frames are read from disk when asked for, one at a time."""

    header: ImageHeader
    parsed: ParsedDicom
    layout: PixelFormat

    def read_frame(self, number: int) -> StoredFrame:
        """Frame `number`, counted from 1; the caller has checked that it exists."""
        index = number - 1
        stored, photometric = self._pixels(index)
        layout = self.layout
        with tags.quiet_pydicom():
            ds = self.parsed.dataset
            color = stored.ndim == 3
            values = _NO_VALUES if color else self._values(index)
            padding = None if color else pixel_padding(ds, layout)
            supplement = self._supplement(index, stored)
        info = self.header.frames[index]
        return StoredFrame(
            source=info.source,
            stored_values=stored,
            photometric_interpretation=photometric,
            source_photometric_interpretation=layout.photometric_interpretation,
            bits_stored=8 if color else layout.bits_stored,
            pixel_representation=0 if color else layout.pixel_representation,
            modality=self.header.modality,
            series_description=self.header.series_description,
            body_part_examined=self.header.body_part_examined,
            geometry=info.geometry,
            padding=padding,
            rescale_slope=values.rescale_slope,
            rescale_intercept=values.rescale_intercept,
            rescale_type=values.rescale_type,
            modality_lut=values.modality_lut,
            voi_windows=values.voi_windows,
            voi_luts=values.voi_luts,
            lossy=self.header.lossy,
            notices=self.header.notices,
            supplement=supplement,
        )

    def read_overlays(self, number: int) -> FrameOverlays:
        """The overlays of frame `number`; the caller has checked that it exists.

        Reads the pixels only where the overlay lies among them.
        """
        groups, cells = self.header.overlay_groups, None
        if not groups:
            return FrameOverlays()
        keeps_all_bits = self.parsed.transfer_syntax_uid in {*NATIVE_NAMES, RLE}
        if keeps_all_bits and has_embedded(self.parsed.dataset, groups):
            cells, _ = self._samples(number - 1)
        with tags.quiet_pydicom():
            return frame_overlays(self.parsed.dataset, self.layout, groups, number, cells)

    def _supplement(self, index: int, stored: AnyArray) -> ColorSupplement | None:
        if ReadingNotice.SUPPLEMENTAL_PALETTE not in self.header.notices:
            return None
        ds = self.parsed.dataset
        per_frame = tags.items(ds, "PerFrameFunctionalGroupsSequence")
        groups = per_frame[index] if index < len(per_frame) else None
        return color_supplement(ds, self.header.path, self.layout, groups, stored)

    def _values(self, index: int) -> FrameValues:
        return frame_values(
            self.parsed.dataset, self.header.path, index, big_endian=self.parsed.big_endian
        )

    def _pixels(self, index: int) -> tuple[AnyArray, str]:
        """Stored values of frame `index` in MONOCHROME or RGB, and which of them it is."""
        samples, is_ybr = self._samples(index)
        try:
            return self._finished(samples, is_ybr=is_ybr)
        except ImagingError:
            raise
        except MemoryError as error:
            raise TooLargeError("not enough memory for one frame", path=self.header.path) from error
        except Exception as error:
            raise self._refused(index, error) from error

    def _samples(self, index: int) -> tuple[AnyArray, bool]:
        """All bits of frame `index`, and whether its samples are Y, Cb and Cr."""
        syntax = self.parsed.transfer_syntax_uid
        path = self.header.path
        if not is_supported(syntax):
            raise UnsupportedTransferSyntaxError(
                "no decoder for this transfer syntax",
                path=path,
                received=syntax,
                remedy="`tumorview doctor` lists what can be decoded.",
            )
        try:
            with self._open() as stream:
                if self.parsed.pixels.length == UNDEFINED_LENGTH:
                    return self._encapsulated(stream, index)
                is_ybr = self.layout.photometric_interpretation.startswith("YBR")
                return self._native(stream, index), is_ybr
        except ImagingError:
            raise
        except OSError as error:
            raise unreadable(path, error) from error
        except MemoryError as error:
            raise TooLargeError("not enough memory for one frame", path=path) from error
        except Exception as error:
            raise self._refused(index, error) from error

    def _open(self) -> BinaryIO:
        content = self.parsed.pixels.content
        return self.header.path.open("rb") if content is None else io.BytesIO(content)

    def _refused(self, index: int, error: Exception) -> DecodeError:
        own_words = isinstance(error, RefusedByDecoderError)
        return DecodeError(
            f"frame {index + 1} cannot be decoded",
            path=self.header.path,
            received=str(error) if own_words else f"{type(error).__name__}: {error}"[:200],
        )

    def _native(self, stream: BinaryIO, index: int) -> AnyArray:
        layout, pixels = self.layout, self.parsed.pixels
        if self.parsed.transfer_syntax_uid not in NATIVE_NAMES:
            raise DecodeError(
                "compressed pixel data must be encapsulated",
                path=self.header.path,
                received=f"{pixels.length} bytes of defined length",
            )
        first, end = native_bounds(layout, index)
        low = first & ~1 if layout.word_swapped else first
        high = end + (end & 1) if layout.word_swapped else end
        if end > pixels.available:
            raise self._too_short(index, f"{pixels.available} of {end} bytes")
        stream.seek(pixels.offset + low)
        data = stream.read(high - low)
        if len(data) < high - low:
            raise self._too_short(index, f"{low + len(data)} of {end} bytes")
        if layout.word_swapped:
            data = swap_words(data)[first - low : end - low]
        return unpack_native(data, layout, index)

    def _too_short(self, index: int, received: str) -> TruncatedFileError:
        return TruncatedFileError(
            f"the pixel data end before frame {index + 1} does",
            path=self.header.path,
            received=received,
            remedy="Copy the file again from where it came from.",
        )

    def _encapsulated(self, stream: BinaryIO, index: int) -> tuple[AnyArray, bool]:
        """Samples of a compressed frame, and whether they are still Y, Cb and Cr."""
        layout, syntax = self.layout, self.parsed.transfer_syntax_uid
        data = self._frame_stream(stream, index)
        if syntax == ENCAPSULATED_UNCOMPRESSED:
            is_ybr = layout.photometric_interpretation.startswith("YBR")
            return unpack_native(data[: -(-layout.frame_bits // 8)], layout, 0), is_ybr
        if syntax in NATIVE_NAMES:
            raise DecodeError(
                "the pixel data are encapsulated but the transfer syntax says they are not",
                path=self.header.path,
                received=syntax,
            )
        job = Job(
            codec="dicom",
            pixels=layout.rows * layout.columns * layout.samples_per_pixel,
            transfer_syntax_uid=syntax,
            rows=layout.rows,
            columns=layout.columns,
            samples=layout.samples_per_pixel,
            bits_allocated=layout.bits_allocated,
            colorspace_is_ybr=layout.photometric_interpretation.startswith("YBR"),
        )
        # Decoders fill what is missing of a cut stream with grey: look for its end first.
        suspicious = syntax != RLE and not has_end_mark(data)
        if suspicious and self._is_cut(stream):
            raise self._too_short(index, f"{len(data)} compressed bytes")
        if len(data) < least_bytes(syntax, layout.rows * layout.columns, layout.samples_per_pixel):
            raise self._too_short(index, f"{len(data)} compressed bytes")
        announced = None if syntax == RLE else stream_shape(data)
        if announced is not None and announced != (layout.rows, layout.columns):
            raise self._other_size(index, announced)
        try:
            array = POOL.decode(job, data, self.header.path)
        except RefusedByDecoderError as error:
            if self._is_cut(stream):
                raise self._too_short(index, f"{len(data)} compressed bytes") from error
            raise self._refused(index, error) from error
        shape: tuple[int, ...] = (layout.rows, layout.columns)
        if layout.samples_per_pixel > 1:
            shape = (*shape, layout.samples_per_pixel)
        if array.shape != shape:
            raise self._other_size(index, array.shape)
        return array, is_left_as_ybr(syntax, data, layout.photometric_interpretation)

    def _other_size(self, index: int, received: tuple[int, ...]) -> DecodeError:
        layout = self.layout
        return DecodeError(
            f"the compressed frame {index + 1} is not of the size that the header says: "
            f"{layout.rows} x {layout.columns}, {layout.samples_per_pixel} samples",
            path=self.header.path,
            received=received,
        )

    def _frame_stream(self, stream: BinaryIO, index: int) -> bytes:
        pixels = self.parsed.pixels
        try:
            return frame_stream(
                stream,
                index,
                offset=pixels.offset,
                available=pixels.available,
                frame_count=self.header.frame_count,
                extended_offsets=extended_offsets(self.parsed.dataset, self.header.path),
            )
        except (EOFError, ValueError, IndexError) as error:
            if self._is_cut(stream):
                raise self._too_short(index, "no complete fragment") from error
            raise self._refused(index, error) from error

    def _is_cut(self, stream: BinaryIO) -> bool:
        pixels = self.parsed.pixels
        return is_cut(stream, pixels.offset, pixels.offset + pixels.available)

    def _finished(self, samples: AnyArray, *, is_ybr: bool) -> tuple[AnyArray, str]:
        """Clean stored values, or RGB, and the Photometric Interpretation that they have now."""
        layout = self.layout
        photometric = layout.photometric_interpretation
        # A decoder that returns signed numbers for Pixel Representation 0 read them from a stream
        # that says so; the stream is believed (PS3.5 8.2).
        contradicted = samples.dtype.kind == "i" and layout.pixel_representation == 0
        if layout.bits_allocated > 1 and samples.dtype.kind in "iu" and not contradicted:
            bits = min(layout.bits_stored, samples.dtype.itemsize * 8)
            as_stored = self.parsed.transfer_syntax_uid in {*NATIVE_NAMES, RLE}
            high_bit = layout.high_bit if as_stored else bits - 1
            samples = clean_bits(samples, bits, high_bit, layout.pixel_representation == 1)
        if photometric == "PALETTE COLOR":
            return Palette(self.parsed.dataset, self.header.path, layout).colors(samples), "RGB"
        if layout.samples_per_pixel == 1:
            return np.ascontiguousarray(samples), photometric
        unsigned = samples.view(np.dtype(f"u{samples.dtype.itemsize}"))
        rgb = to_eight_bits(unsigned, layout.bits_stored)
        if is_ybr:
            partial = photometric.startswith("YBR_PARTIAL")
            rgb = ybr_partial_to_rgb(rgb) if partial else ybr_to_rgb(rgb)
        return np.ascontiguousarray(rgb), "RGB"


_NO_VALUES = FrameValues(1.0, 0.0, "", None, (), ())


def open_dicom(path: Path) -> DicomFile:
    """Parse a DICOM file up to its pixels.

    Raises an `ImagingError` for whatever is wrong with it.
    """
    try:
        with path.open("rb") as stream, tags.quiet_pydicom():
            parsed = parse_dicom(path, stream, path.stat().st_size)
            layout = pixel_layout(parsed, path)
            count = frame_total(parsed.dataset, path, counted_frames(parsed, layout))
            header = image_header(parsed.dataset, path, layout, parsed.transfer_syntax_uid, count)
            parsed = trusted_length(parsed, layout, count)
            noticed = pixel_notices(parsed, layout, count, stream)
            header = replace(header, notices=(*parsed.notices, *noticed, *header.notices))
    except ImagingError:
        raise
    except OSError as error:
        raise unreadable(path, error) from error
    except Exception as error:
        raise DecodeError(
            "the DICOM header cannot be read", path=path, received=type(error).__name__
        ) from error
    if parsed.pixels.length == UNDEFINED_LENGTH and parsed.transfer_syntax_uid not in NATIVE_NAMES:
        POOL.prepare()
    return DicomFile(header, parsed, layout)
