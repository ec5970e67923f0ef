"""What the model is given and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from tumorview.domain.arrays import Float32Array, freeze_field
from tumorview.domain.reading import ReadingNotice
from tumorview.domain.source import SourceRef

NO_TUMOR = "no_tumor"
"""Id of the class that speaks against a tumour; every other class is one of tumour."""


class Caution(StrEnum):
    """Why a result must be read with care. A closed set, never free text."""

    MODALITY_NOT_VALIDATED = "modality_not_validated"
    MODALITY_CONTRADICTED = "modality_contradicted"
    """The file states one modality and the picture clearly looks like another."""
    SEQUENCE_NOT_VALIDATED = "sequence_not_validated"
    MODALITY_UNKNOWN = "modality_unknown"
    OUT_OF_DISTRIBUTION = "out_of_distribution"
    LOSSY_SOURCE = "lossy_source"
    LOW_RESOLUTION = "low_resolution"
    BLANK_IMAGE = "blank_image"
    UNCERTAIN = "uncertain"
    """The most probable class is below the manifest's certainty threshold."""
    THRESHOLD_DISAGREES = "threshold_disagrees"
    """The decision by the threshold and the most probable class say different things."""
    COLOR_CONVERTED = "color_converted"
    MOSAIC = "mosaic"
    """Many slices side by side: the answer is for no single one of them."""
    READ_WITH_RESERVE = "read_with_reserve"
    """The file does not keep to the standard, or some of its pixels are no grey values."""


@dataclass(frozen=True, slots=True)
class Affine2D:
    """x' = a x + b y + c, y' = d x + e y + f.

    Coordinates are (column, row) with pixel centres at integers.
    """

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def matrix(self) -> Float32Array:
        """float32[2, 3], as OpenCV's warpAffine takes it."""
        return np.array([[self.a, self.b, self.c], [self.d, self.e, self.f]], np.float32)


@dataclass(frozen=True, slots=True)
class ModelInput:
    """One image as the model takes it.

    Attributes
    ----------
    tensor
        float32[height, width, channels] in [0, 1].
    input_to_source
        Maps (column, row) of the tensor to (column, row) of the source image.
    source_shape
        (rows, columns) of the source image.
    model_id
        The manifest that the mapping came from.
    """

    source: SourceRef
    tensor: Float32Array
    input_to_source: Affine2D
    source_shape: tuple[int, int]
    model_id: str
    blank: bool = False

    def __post_init__(self) -> None:
        freeze_field(self, "tensor")


@dataclass(frozen=True, slots=True)
class ClassLabel:
    """A class of a model: `id` is stable (CSV column, settings), `name` is what people read."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ClassProbabilities:
    """Calibrated probabilities, one a label, summing to 1 (softmax of logits / temperature)."""

    labels: tuple[ClassLabel, ...]
    values: tuple[float, ...]
    calibration_temperature: float

    def __post_init__(self) -> None:
        if len(self.labels) != len(self.values):
            raise ValueError(
                f"One value a label. Received: {len(self.values)} values, {len(self.labels)} labels"
            )

    @property
    def predicted_index(self) -> int:
        """Index of the most probable class."""
        return max(range(len(self.values)), key=self.values.__getitem__)

    @property
    def predicted(self) -> ClassLabel:
        """The most probable class."""
        return self.labels[self.predicted_index]

    @property
    def top(self) -> float:
        """Probability of the most probable class."""
        return self.values[self.predicted_index]

    def of(self, class_id: str) -> float | None:
        """Probability of that class; None where the model has no such class."""
        pairs = zip(self.labels, self.values, strict=True)
        return next((value for label, value in pairs if label.id == class_id), None)

    @property
    def tumor(self) -> float | None:
        """Probability of a tumour of whatever class; None where no class speaks against one."""
        against = self.of(NO_TUMOR)
        return None if against is None else 1.0 - against


@dataclass(frozen=True, slots=True)
class TumorDecision:
    """Whether a tumour is suspected: its probability is at or above the operating point.

    `sensitivity` and `specificity` are those that the threshold was chosen for on the data that
    `chosen_on` names; they say nothing of this one image.
    """

    suspected: bool
    tumor_probability: float
    threshold: float
    sensitivity: float
    specificity: float
    chosen_on: str


@dataclass(frozen=True, slots=True)
class AcquisitionGuess:
    """How the image was made, judged from its pixels alone.

    Attributes
    ----------
    id, sequence, probability
        The most probable way of making an image of that modality: its id, its name for people
        ("" for CT), its probability.
    modality, modality_probability
        "MR" or "CT".
    modality_is_clear, sequence_is_clear
        Whether the probability reaches the model's own minimum of confidence.
    """

    id: str
    sequence: str
    probability: float
    sequence_is_clear: bool
    modality: str
    modality_probability: float
    modality_is_clear: bool


class HeatmapKind(StrEnum):
    """How a heatmap was made."""

    CLASS_ACTIVATION = "class activation map"
    LESION_EVIDENCE = "lesion evidence map"


@dataclass(frozen=True, slots=True)
class Heatmap:
    """Where the model saw signs of one class, or of any tumour; never a lesion outline.

    Attributes
    ----------
    class_id
        The class it speaks for; None where it speaks for all classes of tumour together.
    values
        float32[h, w] in [0, 1], on the grid of the model's feature map.
    input_to_source, input_shape, source_shape
        Where that grid lies on the source image; shapes are (rows, columns).
    """

    source: SourceRef
    values: Float32Array
    kind: HeatmapKind
    class_id: str | None
    input_to_source: Affine2D
    input_shape: tuple[int, int]
    source_shape: tuple[int, int]

    def __post_init__(self) -> None:
        freeze_field(self, "values")


@dataclass(frozen=True, slots=True)
class Prediction:
    """The model's whole answer for one frame.

    Attributes
    ----------
    probabilities
        Where the model's rules for the modality do not let the type of tumour be told, these are
        of two labels only: tumour and no tumour.
    prediction_set
        Ids of the classes that cannot be told apart, the labels' order; empty where the model has
        no prediction sets and where the gate refused.
    set_coverage
        Stated share of images, of each class, whose class is in their set; None without sets.
    gate_score
        The input gate's distance (higher is stranger), None when the model ships no gate.
    decision
        Whether a tumour is suspected; None without a threshold and where the gate refused.
    acquisition
        How the image was made by the look of it; None without such a head and where the image is
        too strange or blank to be judged.
    evidence
        How weak or strong the evidence is on images of this modality, one sentence or more; ""
        where the model states nothing.
    notices
        What was noticed while the image was read.
    """

    source: SourceRef
    probabilities: ClassProbabilities
    heatmaps: tuple[Heatmap, ...]
    model_id: str
    model_sha256: str
    cautions: tuple[Caution, ...]
    engine: str
    device: str
    milliseconds: float
    prediction_set: tuple[str, ...] = ()
    gate_score: float | None = None
    gate_refused: bool = False
    decision: TumorDecision | None = None
    acquisition: AcquisitionGuess | None = None
    evidence: str = ""
    set_coverage: float | None = None
    notices: tuple[ReadingNotice, ...] = ()

    def heatmap_for(self, class_id: str) -> Heatmap | None:
        """The heatmap that speaks for that class, or None.

        One that speaks for any tumour is given for each class of tumour and not for no tumour.
        """
        own = next((h for h in self.heatmaps if h.class_id == class_id), None)
        is_tumor = class_id != NO_TUMOR and self.probabilities.of(class_id) is not None
        return self.tumor_heatmap if own is None and is_tumor else own

    @property
    def tumor_heatmap(self) -> Heatmap | None:
        """The heatmap that speaks for all classes of tumour together, or None."""
        return next((h for h in self.heatmaps if h.class_id is None), None)

    @property
    def leading_heatmap(self) -> Heatmap | None:
        """The one to show where nobody chose a class.

        That is the one of any tumour, whatever the answer is: there is no other and a weak trace
        is worth a look; else that of the most probable class.
        """
        return self.tumor_heatmap or self.heatmap_for(self.probabilities.predicted.id)
