"""Heatmaps: from the model's output to values on the source image.

Two kinds. A lesion evidence map is an output of its own that says at each place how much speaks
for a tumour, of whatever class. Class activation maps are the parts of the logits: the head of
such a model is linear over a global average, so the part that each place has in a logit
is the feature vector there times the weights of the class (class activation mapping: Zhou, Khosla,
Lapedriza, Oliva and Torralba, "Learning Deep Features for Discriminative Localization", CVPR
2016). The model computes these maps in its one forward pass; here they are only scaled.
"""

from __future__ import annotations

import numpy as np

from tumorview.domain.arrays import Float32Array
from tumorview.domain.prediction import (
    NO_TUMOR,
    Affine2D,
    ClassLabel,
    Heatmap,
    HeatmapKind,
    ModelInput,
)
from tumorview.inference.manifest import HeatmapSpec


def heatmap_planes(maps: Float32Array, spec: HeatmapSpec) -> Float32Array:
    """The model's maps, of either kind, as float32[batch, planes, h, w] in [0, 1].

    One plane a label, or a single one of a lesion evidence map float32[batch, h, w, 1].
    """
    if spec.kind is HeatmapKind.LESION_EVIDENCE:
        return _scaled(maps[:, np.newaxis, :, :, 0], spec.full_scale)
    return heatmap_values(maps, spec.full_scale)


def heatmap_values(class_maps: Float32Array, full_scale: float) -> Float32Array:
    """Scale float32[batch, h, w, classes] maps to float32[batch, classes, h, w] in [0, 1].

    `full_scale` is drawn at full strength, so that a weak trace stays weak; evidence against a
    class (negative) is 0. A single map (a sigmoid model) speaks for the positive label, and what
    speaks against it speaks for the negative one, so two maps come out.
    """
    planes = np.moveaxis(class_maps, -1, 1)
    if planes.shape[1] == 1:
        planes = np.concatenate([-planes, planes], axis=1)
    return _scaled(planes, full_scale)


def _scaled(planes: Float32Array, full_scale: float) -> Float32Array:
    scaled = np.multiply(planes, np.float32(1.0 / full_scale), order="C", dtype=np.float32)
    return np.clip(scaled, 0.0, 1.0, out=scaled)


def heatmaps_of(
    planes: Float32Array, labels: tuple[ClassLabel, ...], spec: HeatmapSpec, given: ModelInput
) -> tuple[Heatmap, ...]:
    """One heatmap a plane of float32[planes, h, w] as `heatmap_planes` makes them."""
    height, width = int(given.tensor.shape[0]), int(given.tensor.shape[1])
    of_any_tumor = spec.kind is HeatmapKind.LESION_EVIDENCE
    speaks_for = (None,) if of_any_tumor else tuple(label.id for label in labels)
    return tuple(
        Heatmap(
            source=given.source,
            values=plane,
            kind=spec.kind,
            class_id=class_id,
            input_to_source=given.input_to_source,
            input_shape=(height, width),
            source_shape=given.source_shape,
        )
        for class_id, plane in zip(speaks_for, planes, strict=True)
    )


def planes_without_types(
    planes: Float32Array, labels: tuple[ClassLabel, ...], spec: HeatmapSpec
) -> Float32Array:
    """Planes of tumour and no tumour, float32[2, h, w], where the type is not to be told.

    What speaks for a tumour at a place is what speaks most for one of its classes there. A lesion
    evidence map speaks for no type and stays as it is.
    """
    if spec.kind is HeatmapKind.LESION_EVIDENCE:
        return planes
    against = [label.id for label in labels].index(NO_TUMOR)
    tumor = np.delete(planes, against, axis=0).max(axis=0)
    return np.stack([tumor, planes[against]])


def resampled_to_source(heatmap: Heatmap) -> Float32Array:
    """The heatmap on the pixels of the source image: float32[rows, columns] in [0, 1].

    Cell i of n covers the input pixels i*side/n .. (i+1)*side/n, its centre counts as the place of
    its value, and values between centres are interpolated linearly (constant from the outermost
    centres to the edge of the input). Source pixels whose centre the model did not see are 0.

    The map from source to input has no rotation, so columns and rows are interpolated one after
    the other, each from its two nearest cells: the same time for 16 x 16 cells and for 64 x 64.
    That is exact; OpenCV's warps place samples to 1/32 of a cell only, which is more than a
    source pixel when a cell is 40 pixels wide.

    Raises ValueError when `input_to_source` rotates or shears.
    """
    affine = heatmap.input_to_source
    _refuse_rotation(affine)
    rows, columns = heatmap.source_shape
    height, width = heatmap.input_shape
    across = _interpolated(heatmap.values.T, columns, affine.a, affine.c, width)
    return _interpolated(np.ascontiguousarray(across.T), rows, affine.e, affine.f, height)


def _interpolated(
    values: Float32Array, source_side: int, scale: float, offset: float, input_side: int
) -> Float32Array:
    """float32[cells, n] interpolated along its first axis to float32[source_side, n]."""
    cells = values.shape[0]
    inputs = (np.arange(source_side) - offset) / scale
    seen = (inputs >= -0.5) & (inputs <= input_side - 0.5)
    position = np.clip((inputs + 0.5) * (cells / input_side) - 0.5, 0.0, cells - 1.0)
    below = np.minimum(position.astype(np.intp), max(cells - 2, 0))
    above = np.minimum(below + 1, cells - 1)
    share = (position - below).astype(np.float32)
    result = values[below] * np.where(seen, 1.0 - share, 0.0).astype(np.float32)[:, np.newaxis]
    result += values[above] * np.where(seen, share, 0.0).astype(np.float32)[:, np.newaxis]
    return np.asarray(result, np.float32)


def _refuse_rotation(affine: Affine2D) -> None:
    if affine.b != 0.0 or affine.d != 0.0 or affine.a <= 0.0 or affine.e <= 0.0:
        raise ValueError(f"The input must lie upright on the source. Received: {affine}")
