"""What the rows of a series and a study need to know of one image, as the journal keeps it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path, PurePath

import msgspec

from tumorview.domain.frames import ImageGeometry
from tumorview.domain.prediction import Caution, Prediction
from tumorview.domain.series_answer import SliceAnswer, SliceState
from tumorview.domain.source import SourceRef
from tumorview.domain.study import ConcatenationPart, FrameInfo, Pass, patient_key
from tumorview.imaging.header import ImageHeader
from tumorview.imaging.recognize import FileKind
from tumorview.inference.pooling import slice_answer
from tumorview.reporting.csv_columns import RowFacts, path_text
from tumorview.reporting.pseudonyms import Pseudonyms
from tumorview.services.journal_records import SliceRecord

LEVELS_VERSION = 1
"""Part of the recipe: goes up when `SliceFacts` or what is put into it changes."""

_KEY_BYTES = 16
_LARGEST = 2**63 - 1

_Triple = tuple[float, float, float]
_Part = tuple[str, int | None, int | None, int | None, int]


class SliceFacts(msgspec.Struct, frozen=True, array_like=True):
    """One image: whose it is, where it lies, and what the model said.

    With pseudonyms, ids, path and folder are pseudonyms and the description is empty, as in the
    table of frames.

    Attributes
    ----------
    folder
        Of the file as seen from the scanned folder, where it names no series or study; else "".
    path, frame
        As in the table of frames.
    is_dicom
        False for PNG and JPEG.
    state, tumor, suspected
        Of the `SliceAnswer`.
    probabilities
        One a class in the model's order; None for classes that the answer does not tell. Empty
        without an answer.
    count
        Frames that it stands for: itself and those behind it that were not tried either.
    parametric_map
        "written", why there is none, or "" where none was asked for.
    """

    patient_id: str
    study_instance_uid: str | None
    series_instance_uid: str | None
    sop_instance_uid: str | None
    folder: str
    path: str
    frame: int
    sha256: str
    is_dicom: bool
    modality: str
    description: str
    series_number: int | None
    sequence: str
    rows: int
    columns: int
    spacing: tuple[float, float] | None
    position: _Triple | None
    orientation: tuple[float, float, float, float, float, float] | None
    thickness: float | None
    spacing_between: float | None
    frame_of_reference_uid: str
    instance_number: int | None
    part: _Part | None
    scanner_pass: tuple[int | None, int | None, int | None]
    state: SliceState
    tumor: float | None
    suspected: bool
    probabilities: tuple[float | None, ...]
    prediction_set: tuple[str, ...]
    cautions: tuple[Caution, ...]
    acquisition: str
    parametric_map: str
    count: int

    @property
    def answer(self) -> SliceAnswer:
        """What the image counts as when its series is pooled."""
        return SliceAnswer(self.state, self.tumor, self.suspected)

    @property
    def frame_info(self) -> FrameInfo:
        """The image as `imaging.splitting` and `imaging.ordering` take it."""
        return FrameInfo(
            source=SourceRef(
                Path(self.path),
                self.study_instance_uid,
                self.series_instance_uid,
                self.sop_instance_uid,
                self.frame,
            ),
            rows=self.rows,
            columns=self.columns,
            geometry=ImageGeometry(
                pixel_spacing_mm=self.spacing,
                position_mm=self.position,
                orientation=self.orientation,
                slice_thickness_mm=self.thickness,
                spacing_between_slices_mm=self.spacing_between,
                frame_of_reference_uid=self.frame_of_reference_uid,
            ),
            instance_number=self.instance_number,
            part=None if self.part is None else ConcatenationPart(*self.part),
            scanner_pass=Pass(*self.scanner_pass, self.frame_of_reference_uid or None),
        )


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(SliceFacts)


def facts_of(record: bytes) -> SliceFacts:
    """The facts of a record. Raises msgspec.MsgspecError when they are none."""
    return _DECODER.decode(record)


class SliceKeeper:
    """Makes the records of a scan's images.

    Parameters
    ----------
    class_ids
        The model's classes in order.
    pseudonyms
        Put in place of identity, as in the table of frames; None to keep it.
    """

    def __init__(self, class_ids: Sequence[str], pseudonyms: Pseudonyms | None) -> None:
        self._class_ids = tuple(class_ids)
        self._pseudonyms = pseudonyms

    def record(
        self, header: ImageHeader, row: RowFacts, *, count: int = 1, parametric_map: str = ""
    ) -> SliceRecord:
        """The record of a frame and its row; see `SliceFacts` for the last two parameters."""
        keys = _keys(header, row.relative_path, self._pseudonyms)
        return SliceRecord(*keys, _ENCODER.encode(self._facts(header, row, count, parametric_map)))

    def _facts(
        self, header: ImageHeader, row: RowFacts, count: int, parametric_map: str
    ) -> SliceFacts:
        pseudonyms, prediction = self._pseudonyms, row.prediction
        shown = row if pseudonyms is None else pseudonyms.applied(row)
        source = shown.item.source
        frame = header.frames[source.frame_number - 1]
        part, one = frame.part, frame.scanner_pass
        geometry = frame.geometry if pseudonyms is None else pseudonyms.geometry(frame.geometry)
        answer = SliceAnswer(SliceState.FAILED) if prediction is None else slice_answer(prediction)
        answered = prediction if answer.state is SliceState.ANSWERED else None
        guess = None if prediction is None else prediction.acquisition
        is_named = None not in (source.study_instance_uid, source.series_instance_uid)
        return SliceFacts(
            patient_id=shown.item.patient_id,
            study_instance_uid=source.study_instance_uid,
            series_instance_uid=source.series_instance_uid,
            sop_instance_uid=source.sop_instance_uid,
            folder="" if is_named else _folder(row.relative_path, pseudonyms),
            path=path_text(shown.relative_path),
            frame=source.frame_number,
            sha256=row.item.sha256,
            is_dicom=header.kind is FileKind.DICOM,
            modality=header.modality,
            description=shown.item.series_description,
            series_number=_number(header.series_number),
            sequence=header.sequence,
            rows=frame.rows,
            columns=frame.columns,
            spacing=geometry.pixel_spacing_mm,
            position=geometry.position_mm,
            orientation=geometry.orientation,
            thickness=geometry.slice_thickness_mm,
            spacing_between=geometry.spacing_between_slices_mm,
            frame_of_reference_uid=geometry.frame_of_reference_uid,
            instance_number=_number(frame.instance_number),
            part=None if part is None else self._part(part),
            scanner_pass=(_number(one.acquisition), _number(one.echo), _number(one.time)),
            state=answer.state,
            tumor=answer.tumor_probability,
            suspected=answer.suspected,
            probabilities=_probabilities(answered, self._class_ids),
            prediction_set=() if answered is None else answered.prediction_set,
            cautions=() if prediction is None else prediction.cautions,
            acquisition="" if guess is None else guess.id,
            parametric_map=parametric_map,
            count=count,
        )

    def _part(self, part: ConcatenationPart) -> _Part:
        uid = part.uid
        if self._pseudonyms is not None:
            uid = self._pseudonyms.uid("concatenation_uid", uid) or ""
        numbers = (_number(part.number), _number(part.total), _number(part.frame_offset))
        return (uid, *numbers, part.frame_count)


def _number(value: int | None) -> int | None:
    """A number of a header; None for one beyond 64 bits, which nobody has meant."""
    return None if value is None or abs(value) > _LARGEST else value


def _probabilities(
    prediction: Prediction | None, class_ids: Sequence[str]
) -> tuple[float | None, ...]:
    if prediction is None:
        return ()
    return tuple(prediction.probabilities.of(class_id) for class_id in class_ids)


def _keys(
    header: ImageHeader, relative: PurePath, pseudonyms: Pseudonyms | None
) -> tuple[bytes, bytes]:
    """What `imaging.grouping` groups by, as digests; keyed ones where there are pseudonyms."""
    kind = "dicom" if header.kind is FileKind.DICOM else "picture"
    folder = (kind, os.fsencode(relative.parent.as_posix()))
    study: tuple[str | bytes, ...] = folder
    if header.study_instance_uid is not None:
        study = ("uid", header.study_instance_uid, *patient_key(header.patient))
    series: tuple[str | bytes, ...] = folder
    if header.series_instance_uid is not None:
        series = ("uid", header.series_instance_uid)
    return _digest("study", study, pseudonyms), _digest("series", series, pseudonyms)


def _digest(column: str, parts: Sequence[str | bytes], pseudonyms: Pseudonyms | None) -> bytes:
    known = [
        part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass") for part in parts
    ]
    # Lengths keep one part from running into the next.
    whole = b"".join(len(part).to_bytes(8, "big") + part for part in known)
    if pseudonyms is not None:
        return bytes.fromhex(pseudonyms.text(f"{column}_group", whole.hex()))
    return hashlib.sha256(whole).digest()[:_KEY_BYTES]


def _folder(relative: PurePath, pseudonyms: Pseudonyms | None) -> str:
    text = path_text(relative.parent)
    return text if pseudonyms is None else pseudonyms.text("folder", text)
