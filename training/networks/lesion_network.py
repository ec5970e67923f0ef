"""The bundled network: where a lesion lies, whether it is a tumour, of which type, in what picture.

A MobileNet V2 whose features of stride 4, 8, 16 and 32 are joined from the top down into a lesion
map of stride 4 (Lin et al., "Feature Pyramid Networks for Object Detection", CVPR 2017). Whether
there is a tumour is judged from the features at the most lesion-like place and from nothing else,
so that the scanner, the sequence or the shape of the head cannot answer in the lesion's stead.
The type is judged from that place and from the whole picture, which tells where in the head it is.
The acquisition head learns on features that it cannot change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import keras
from keras import layers, ops

from training.data.records import ACQUISITIONS, CLASS_IDS
from training.networks.mobilenetv2 import EIGHTH_CHANNELS, QUARTER_CHANNELS

LOGITS = "logits"
LESION_MAP = "lesion_map"
FEATURES = "features"
ACQUISITION = "acquisition_logits"

TUMOR = "tumor"
TYPE = "type"
LESION = "lesion"

_EXACT = "float32"
"""The type of the last layers, also where the others are computed with fewer bits."""

_MOMENTUM = 0.98
"""Of the new batch normalisations: the ImageNet default of 0.99 lags behind in a short run."""


@dataclass(frozen=True, slots=True)
class NetworkOptions:
    """What can be chosen. `side` is the input in pixels, a multiple of 32."""

    side: int = 256
    feature_channels: int = 256
    decoder_channels: int = 64
    acquisition_units: int = 64
    dropout: float = 0.2

    @property
    def mask_side(self) -> int:
        """Cells of the lesion map along one side."""
        return self.side // 4


def build_head(body: Any, options: NetworkOptions) -> Any:
    """The network above the stem, as it is trained.

    Inputs {"quarter", "eighth"} as the stem gives them. Outputs logits: "tumor" [b, 1], "type"
    [b, 3], "lesion" [b, side/4, side/4, 1], "acquisition_logits" [b, 5]; and "features" [b, k].
    """
    side = options.side
    quarter = keras.Input((side // 4, side // 4, QUARTER_CHANNELS), name="quarter")
    eighth = keras.Input((side // 8, side // 8, EIGHTH_CHANNELS), name="eighth")
    lateral, deep = body(eighth)
    channels = options.feature_channels
    joined = _merged(deep, lateral, channels, "sixteenth")
    half = options.decoder_channels // 2
    finer = _merged(joined, eighth, options.decoder_channels, "decoder_eighth")
    finer = _convolved(finer, options.decoder_channels, "decoder_eighth_mixed")
    finest = _merged(finer, quarter, half, "decoder_quarter")
    finest = _convolved(finest, half, "decoder_quarter_mixed")
    lesion = layers.Conv2D(
        1, 1, name=LESION, bias_initializer=keras.initializers.Constant(-3.0), dtype=_EXACT
    )(finest)

    dropped = layers.SpatialDropout2D(options.dropout, name="feature_dropout")(joined)
    evidence = layers.AveragePooling2D(4, name="lesion_cells", dtype=_EXACT)(lesion)
    cells = layers.Reshape((-1,), name="lesion_cells_flat", dtype=_EXACT)(evidence)
    attention = layers.Softmax(name="attention", dtype=_EXACT)(cells)
    local = ops.einsum(
        "bn,bnc->bc", attention, layers.Reshape((-1, channels), dtype=_EXACT)(dropped)
    )
    strongest = ops.max(layers.Reshape((-1,), dtype=_EXACT)(lesion), axis=1, keepdims=True)
    extent = ops.logsumexp(cells, axis=1, keepdims=True)
    whole = layers.GlobalAveragePooling2D(name="whole", dtype=_EXACT)(dropped)

    tumor = layers.Dense(1, name=TUMOR, dtype=_EXACT)(
        ops.concatenate([local, strongest, extent], axis=1)
    )
    kind = layers.Dense(len(CLASS_IDS) - 1, name=TYPE, dtype=_EXACT)(
        ops.concatenate([local, whole], axis=1)
    )
    features = layers.Concatenate(name=FEATURES, dtype=_EXACT)(
        [
            layers.GlobalAveragePooling2D(name="whole_undropped", dtype=_EXACT)(joined),
            layers.GlobalAveragePooling2D(name="eighth_mean", dtype=_EXACT)(eighth),
            layers.GlobalAveragePooling2D(name="quarter_mean", dtype=_EXACT)(quarter),
            ops.std(eighth, axis=(1, 2)),
            ops.std(quarter, axis=(1, 2)),
        ]
    )
    acquisition = layers.BatchNormalization(
        momentum=_MOMENTUM, name="acquisition_batchnorm", dtype=_EXACT
    )(ops.stop_gradient(features))
    acquisition = layers.Dense(
        options.acquisition_units, activation="relu", name="acquisition_hidden", dtype=_EXACT
    )(acquisition)
    acquisition = layers.Dropout(options.dropout, name="acquisition_dropout", dtype=_EXACT)(
        acquisition
    )
    acquisition = layers.Dense(len(ACQUISITIONS), name=ACQUISITION, dtype=_EXACT)(acquisition)
    return keras.Model(
        {"quarter": quarter, "eighth": eighth},
        {TUMOR: tumor, TYPE: kind, LESION: lesion, ACQUISITION: acquisition, FEATURES: features},
        name="head",
    )


def build_inference_model(stem: Any, head: Any) -> Any:
    """The shipped network: float32[b, side, side, 1] in [0, 1] to four outputs.

    "logits" [b, 4], whose softmax is P(type | tumour) P(tumour) and 1 - P(tumour); "lesion_map"
    [b, side/4, side/4, 1] in [0, 1]; "features" [b, k]; "acquisition_logits" [b, 5].
    """
    answer = head(stem(stem.inputs[0]))
    tumor, kind = answer[TUMOR], answer[TYPE]
    typed = tumor + ops.log_softmax(kind, axis=-1)
    logits = layers.Concatenate(name=LOGITS)([typed, ops.zeros_like(tumor)])
    lesion_map = layers.Activation("sigmoid", name=LESION_MAP)(answer[LESION])
    return keras.Model(
        stem.inputs[0],
        {
            LOGITS: logits,
            LESION_MAP: lesion_map,
            FEATURES: answer[FEATURES],
            ACQUISITION: answer[ACQUISITION],
        },
        name="inference_network",
    )


def _merged(coarse: Any, fine: Any, channels: int, name: str) -> Any:
    """Both maps brought to `channels` and added on the finer grid.

    A 1x1 convolution of two joined maps is the sum of one each, and commutes with resampling; this
    way the coarse one runs on a quarter of the cells.
    """
    coarse = layers.Conv2D(channels, 1, use_bias=False, name=f"{name}_coarse")(coarse)
    coarse = layers.UpSampling2D(2, interpolation="bilinear", name=f"{name}_upsampled")(coarse)
    fine = layers.Conv2D(channels, 1, use_bias=False, name=f"{name}_fine")(fine)
    x = layers.Add(name=f"{name}_sum")([coarse, fine])
    x = layers.BatchNormalization(momentum=_MOMENTUM, name=f"{name}_batchnorm")(x)
    return layers.ReLU(name=name)(x)


def _convolved(x: Any, channels: int, name: str) -> Any:
    x = layers.Conv2D(channels, 3, padding="same", use_bias=False, name=f"{name}_conv")(x)
    x = layers.BatchNormalization(momentum=_MOMENTUM, name=f"{name}_batchnorm")(x)
    return layers.ReLU(name=name)(x)
