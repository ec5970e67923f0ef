"""Make the sample study: a simulated head in contrast-enhanced T1, with and without a lesion.

Command (about a minute; the result is the same every time)::

    python resources/make_sample_study.py resources/sample_study

It writes two axial MR series of one study (``lesion/`` in JPEG-LS, ``no_lesion/`` in JPEG 2000,
both lossless), one PNG and one JPEG, and beside the folder ``sample_study.sha256``. Nobody was
scanned: pixels come from the formulas below, and every UID is made from a fixed seed under 2.25
(DICOM PS3.5 B.2).

The head is a stack of tissue layers measured by their depth under the skin. The folds of the cortex
are the zero surfaces of a smooth random field, which wind as sulci do; vessels are the curves where
two such surfaces cross. The face and the base of the skull are left out. A receive-coil bias, a
point spread and Rician noise (Gudbjartsson and Patz, Magn Reson Med 34:910, 1995) make an image.

The head was adjusted while looking at the answers of the bundled model: an earlier one had too few
folds, soft edges and a scalp like enamel, and the model called 9 of its 22 slices without a lesion
a glioma. So what the model says about this study illustrates the program and is no evidence of how
well the model works, on simulated heads or on real ones.

Axes are DICOM's patient axes in mm: x to the left, y to the back, z to the top.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import uuid
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import (
    UID,
    ExplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLSLossless,
    MRImageStorage,
)

Field = npt.NDArray[np.float64]

SIDE = 256
PIXEL_MM = 0.9375
SLICE_MM = 4.5
FIRST_Z_MM = -22.0
SLICES = 22
FULL_SCALE = 1400.0
"""Stored value of fat; tissues are fractions of it."""
NOISE = 0.016
"""Standard deviation of the noise in each channel of the receiver, as a fraction of fat."""

# Relative signal in spin-echo T1 after contrast.
AIR, BONE, CSF = 0.0, 0.05, 0.11
SKIN, FAT, MUSCLE, MARROW = 0.5, 0.92, 0.36, 0.55
WHITE, GRAY, DURA, FALX, VESSEL, PLEXUS = 0.48, 0.37, 0.45, 0.6, 0.8, 0.6
RIM, NECROSIS, EDEMA = 0.84, 0.2, 0.345

DOME = 2.5
"""Power of the norm that shapes the vault: 2 would be an ellipsoid."""

SEED = 20260101


@dataclass(frozen=True, slots=True)
class Lesion:
    """A ring-enhancing mass: centre in mm, radius of the outer rim, how far it swells the brain."""

    center_mm: tuple[float, float, float] = (30.0, -14.0, 30.0)
    radius_mm: float = 19.0
    edema_mm: float = 15.0
    push_mm: float = 6.0


class Waves:
    """A smooth random field: a sum of plane waves of about one wavelength in every direction."""

    def __init__(self, seed: int, wavelength_mm: float, count: int = 48) -> None:
        rng = np.random.default_rng(seed)
        directions = rng.normal(size=(count, 3))
        directions /= np.linalg.norm(directions, axis=1, keepdims=True)
        lengths = wavelength_mm * rng.uniform(0.75, 1.45, size=(count, 1))
        self._k = 2 * np.pi * directions / lengths
        self._phase = rng.uniform(0, 2 * np.pi, size=count)
        self._scale = np.sqrt(2 / count)

    def values(self, x: Field, y: Field, z: Field) -> Field:
        """The field at points in mm: mean 0, variance 1."""
        total = np.zeros_like(x)
        for (kx, ky, kz), phase in zip(self._k, self._phase, strict=True):
            total += np.cos(kx * x + ky * y + kz * z + phase)
        return np.asarray(total * self._scale)

    def distance(self, x: Field, y: Field, z: Field) -> Field:
        """Distance in mm to the nearest surface on which the field is 0, to first order."""
        total = np.zeros_like(x)
        slope = np.zeros((3, *x.shape))
        for (kx, ky, kz), phase in zip(self._k, self._phase, strict=True):
            angle = kx * x + ky * y + kz * z + phase
            total += np.cos(angle)
            sine = np.sin(angle)
            slope[0] -= kx * sine
            slope[1] -= ky * sine
            slope[2] -= kz * sine
        steepness = np.sqrt((slope**2).sum(axis=0))
        return np.asarray(np.abs(total) / np.maximum(steepness, 0.12 / self._scale))


FOLDS = Waves(SEED + 1, 14.0, 64)
FOLD_DEPTH = Waves(SEED + 2, 34.0)
CROSSING = Waves(SEED + 3, 34.0)
FOLIA = Waves(SEED + 4, 16.0)
WARP = tuple(Waves(SEED + 5 + axis, 70.0, 16) for axis in range(3))
TEXTURE = Waves(SEED + 9, 9.0)
LUMPS = Waves(SEED + 10, 17.0)
BIAS = Waves(SEED + 11, 260.0, 12)
FIBRES = Waves(SEED + 12, 4.5, 64)
SEPTA = Waves(SEED + 13, 7.0)


def inside(distance: Field, softness: float = 0.45) -> Field:
    """1 where a signed distance in mm is below 0, 0 above, with an edge of about a pixel."""
    return 1 / (1 + np.exp(np.clip(distance / softness, -40, 40)))


def paint(image: Field, value: float | Field, weight: Field) -> Field:
    """Lay a tissue over the image where `weight` is 1."""
    return image + (value - image) * weight


def tube(
    x: Field, y: Field, z: Field, points: tuple[tuple[float, float, float, float], ...]
) -> Field:
    """Signed distance to a chain of round cones through (x, y, z, radius)."""
    nearest = np.full_like(x, np.inf)
    for (ax, ay, az, ar), (bx, by, bz, br) in pairwise(points):
        dx, dy, dz = bx - ax, by - ay, bz - az
        along = ((x - ax) * dx + (y - ay) * dy + (z - az) * dz) / (dx * dx + dy * dy + dz * dz)
        t = np.clip(along, 0, 1)
        gap = np.sqrt((x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2 + (z - az - t * dz) ** 2) - (
            ar + t * (br - ar)
        )
        nearest = np.minimum(nearest, gap)
    return nearest


def head_depth(x: Field, y: Field, z: Field) -> Field:
    """Depth under the skin in mm, below 0 in the air: an egg, wider at the back."""
    up = np.where(z > 0, z / 89.0, z / 150.0)
    half_width = 77.0 * (1 + 0.09 * np.tanh(y / 60.0) - 0.03 * np.cos(y / 30.0))
    # A power above 2 gives the vault its steep sides and flat top.
    around = np.hypot(x / half_width, (y - 3) / 97.0)
    rho = (around**DOME + np.abs(up) ** DOME) ** (1 / DOME)
    length = np.sqrt(x**2 + (y - 3) ** 2 + z**2)
    return np.asarray(length * (1 / np.maximum(rho, 1e-6) - 1))


def tissues(x: Field, y: Field, z: Field, lesion: Lesion | None) -> Field:
    """Noise-free signal at points in mm."""
    mass = np.full_like(x, np.inf)
    if lesion is not None:
        cx, cy, cz = lesion.center_mm
        away = np.sqrt((x - cx) ** 2 + (y - cy) ** 2 + (z - cz) ** 2)
        mass = away - lesion.radius_mm + 3.2 * LUMPS.values(x, y, z)
        # The mass pushes the brain away, so a point shows what lay nearer to the centre.
        shrink = lesion.push_mm * np.exp(-((away / (2.1 * lesion.radius_mm)) ** 2))
        shrink /= np.maximum(away, lesion.radius_mm * 0.6)
        hull = head_depth(x, y, z)
        shrink *= np.clip((hull - 12) / 14, 0, 1)
        x, y, z = x - (x - cx) * shrink, y - (y - cy) * shrink, z - (z - cz) * shrink
    wx, wy, wz = (0.8 * wave.values(x, y, z) for wave in WARP)
    depth = head_depth(x + wx, y + wy, z + wz)
    image = shell(x, y, z, depth)
    brain_depth = depth - shell_thickness(x, y, z)
    brain = cerebrum(x + wx, y + wy, z + wz, brain_depth)
    if lesion is not None:
        brain = paint(brain, EDEMA, 0.85 * inside(mass - lesion.edema_mm, 3.0) * (brain > 0.3))
        brain = paint(brain, RIM * (1 + 0.06 * TEXTURE.values(x, y, z)), inside(mass, 0.6))
        core = mass + 5.4 + 2.6 * LUMPS.values(1.4 * x + 40, 1.4 * y, 1.4 * z)
        brain = paint(brain, NECROSIS, 0.93 * inside(core, 0.9))
    return paint(image, brain, inside(-brain_depth, 0.4))


def shell_thickness(x: Field, y: Field, z: Field) -> Field:
    """Depth in mm at which the inside of the skull begins."""
    return 10.2 + muscle_thickness(x, y, z)


def muscle_thickness(x: Field, y: Field, z: Field) -> Field:
    """Thickness in mm of the temporal muscles, which fill the hollows of the temples."""
    at_temple = np.exp(-(((y + 28) / 30) ** 2)) * np.clip(np.abs(x) / 55, 0, 1) ** 4
    return 9.0 * at_temple * np.clip((18 - z) / 26, 0, 1)


def shell(x: Field, y: Field, z: Field, depth: Field) -> Field:
    """Air, skin, fat, muscle, skull and dura."""
    muscle = muscle_thickness(x, y, z)
    fat_ends = 4.4 + 0.012 * np.maximum(y, 0) + 0.7 * FOLD_DEPTH.values(x, y, z)
    image = paint(np.full_like(x, AIR), SKIN, inside(-depth, 0.4))
    image = paint(image, FAT * (1 + 0.05 * TEXTURE.values(x, y, z)), inside(1.6 - depth, 0.4))
    # Strands of connective tissue and vessels run through the fat.
    strands = inside(SEPTA.distance(x, y, z) - 0.5, 0.3) * inside(1.6 - depth, 0.4)
    image = paint(image, MUSCLE, 0.5 * strands)
    image = paint(image, MUSCLE, inside(fat_ends - depth, 0.4))
    bone = depth - fat_ends - muscle
    image = paint(image, BONE, inside(-bone, 0.4))
    marrow = np.abs(bone - 2.8) - 1.1 - 0.5 * FOLD_DEPTH.values(x, y, z)
    image = paint(image, MARROW, inside(marrow, 0.35))
    sinus = np.sqrt((x / 1.5) ** 2 + (y + 83) ** 2 + ((z + 16) / 1.4) ** 2) - 8.0
    return paint(image, AIR, inside(sinus, 0.6) * inside(-depth + 7.5))


def cerebrum(x: Field, y: Field, z: Field, depth: Field) -> Field:
    """Everything inside the dura; `depth` is measured from its inner face, in mm."""
    # The midline wavers a little, and so do the two halves.
    x = x + 0.9 * np.sin(y / 21) + 0.5 * np.sin(y / 7 + z / 11)
    lateral = np.abs(x)
    rough = TEXTURE.values(x, y, z)
    # The distance to the nearest fold, to the midline and to the Sylvian fissure: each is lined by
    # grey matter and filled with fluid.
    # Near the top the folds meet; the walls of the midline are folded too, but less deeply.
    reach = 24.0 + 6.0 * FOLD_DEPTH.values(lateral, y, z) + 13 * np.clip((z - 24) / 30, 0, 1)
    reach += 7 * np.clip((12 - z) / 14, 0, 1)
    midline_depth = np.where(z > 22, 0.0, np.maximum(0, 34 - np.abs(y + 4)))
    midline = np.hypot(lateral, midline_depth)
    from_outside = np.minimum(depth, 1.5 * midline)
    opening = 0.8 + 0.3 * FOLD_DEPTH.values(y, z, lateral) - 0.05 * from_outside
    from_a_wall = np.minimum(depth - reach, 1.2 * midline - 15)
    fold = FOLDS.distance(x, y, z)
    folds = np.hypot(fold, np.maximum(from_a_wall, 0))
    sylvian = np.hypot(
        y + 4 - 0.35 * (lateral - 45) + 5 * np.sin(z / 9),
        np.maximum(0, 36 - lateral) + np.maximum(0, np.abs(z - 2) - 15),
    )
    # At its depth the Sylvian fissure opens along the insula.
    insula = np.hypot(
        lateral - 38 + 1.5 * np.sin(y / 5) + 0.012 * (y + 8) ** 2,
        np.maximum(0, np.abs(y + 8) - 19) + np.maximum(0, np.abs(z - 3) - 13),
    )
    sylvian = np.minimum(sylvian - 1.3, insula - 0.9)
    gap = np.minimum(np.minimum(folds - opening, midline - 1.0), sylvian)
    image = np.full_like(x, WHITE) * (1 + 0.018 * rough + 0.02 * FIBRES.values(x, y, z))
    ribbon = 2.2 + 0.4 * FOLD_DEPTH.values(z, lateral, y)
    image = paint(image, GRAY, inside(np.minimum(gap, depth - 1.2) - ribbon, 0.55))
    image = deep_nuclei(image, x, y, z)
    image = below_the_tent(image, x, y, z)
    image = paint(image, CSF, inside(np.minimum(gap, depth - 1.3), 0.4))
    image = ventricles(image, x, y, z)
    falx = lateral - 0.6 + 0.9 * (midline_depth > 0) * midline_depth
    image = paint(image, FALX, 0.9 * inside(falx, 0.35))
    crossing = np.hypot(CROSSING.distance(x, y, z), fold)
    vessels = crossing - 0.85 + 0.03 * np.maximum(depth - 7, 0)
    image = paint(image, VESSEL, 0.9 * inside(vessels, 0.35))
    image = paint(image, DURA, 0.8 * inside(depth - 0.7, 0.3))
    top_sinus = np.hypot(lateral * 1.3, np.maximum(depth - 2.5, 0)) - 3.4
    behind = np.clip((y + 30) / 20, 0, 1)
    return paint(image, VESSEL, inside(top_sinus, 0.5) * behind)


def deep_nuclei(image: Field, x: Field, y: Field, z: Field) -> Field:
    """Caudate, lentiform nucleus and thalamus on both sides, one value below white matter."""
    lateral = np.abs(x)
    caudate = np.sqrt(((lateral - 15) / 5) ** 2 + ((y + 25) / 10) ** 2 + ((z - 10) / 12) ** 2) - 1
    lentiform = (
        np.sqrt(
            ((lateral - 26 - 0.2 * (y + 8)) / 6) ** 2 + ((y + 8) / 17) ** 2 + ((z - 4) / 11) ** 2
        )
        - 1
    )
    thalamus = np.sqrt(((lateral - 11) / 8) ** 2 + ((y - 8) / 14) ** 2 + ((z - 7) / 10) ** 2) - 1
    nearest = np.minimum(np.minimum(caudate, lentiform), thalamus)
    return paint(image, GRAY, 0.9 * inside(nearest * 7, 0.8))


def ventricles(image: Field, x: Field, y: Field, z: Field) -> Field:
    """Lateral ventricles with choroid plexus, third ventricle."""
    lateral = np.abs(x)
    # Front horn, body, atrium, back horn; then the temporal horn from the atrium.
    main = (
        (13.0, -37.0, 8.0, 2.2),
        (6.5, -24.0, 12.0, 4.0),
        (5.5, -4.0, 20.0, 4.2),
        (9.0, 14.0, 23.0, 4.6),
        (21.0, 34.0, 13.0, 6.0),
        (19.0, 54.0, 9.0, 2.0),
    )
    horn = ((22.0, 32.0, 12.0, 5.5), (31.0, 18.0, -8.0, 2.4), (29.0, -2.0, -18.0, 2.0))
    gap = np.minimum(tube(lateral, y, z, main), tube(lateral, y, z, horn))
    third = np.sqrt((lateral / 0.22) ** 2 + ((y - 2) / 1.25) ** 2 + (z - 3) ** 2) - 10
    image = paint(image, CSF, inside(np.minimum(gap, third * 0.22), 0.5))
    plexus = tube(lateral, y, z, ((9.0, 14.0, 21.0, 1.2), (20.0, 33.0, 12.0, 2.9)))
    return paint(image, PLEXUS, 0.85 * inside(plexus + 0.8 * TEXTURE.values(x, y, z), 0.5))


def below_the_tent(image: Field, x: Field, y: Field, z: Field) -> Field:
    """Cerebellum, brain stem and the cisterns round them, in the lowest slices."""
    lateral = np.abs(x)
    tent = z + 6 + 0.32 * lateral + 0.05 * (y - 20)
    cerebellum = np.maximum(tent, np.sqrt((lateral / 1.3) ** 2 + ((y - 46) / 1.0) ** 2) - 38)
    stripes = np.cos(2 * np.pi * (np.hypot(lateral - 18, y - 44) + 3.5 * FOLIA.values(x, y, z)) / 5)
    body = GRAY + 0.03 * stripes + (WHITE - GRAY) * inside(np.hypot(lateral - 16, y - 42) - 12, 3)
    image = paint(image, DURA, 0.8 * inside(np.abs(cerebellum) - 0.6) * inside(tent - 2))
    image = paint(image, body, inside(cerebellum + 1.5))
    wobble = 2.2 * LUMPS.values(lateral, y, z)
    stem = np.sqrt((lateral / 1.1) ** 2 + ((y - 14) / 1.0) ** 2) - 16 + wobble
    cistern = np.maximum(stem - 4 + wobble, z + 8)
    image = paint(image, CSF, inside(cistern, 0.8))
    star = np.maximum(np.hypot(lateral * 0.8, y + 8) - 11 + 1.5 * wobble, z + 10)
    image = paint(image, CSF, inside(star, 0.8))
    image = paint(image, WHITE, inside(np.maximum(stem, z + 5), 0.7))
    carotid = np.hypot(np.hypot(lateral - 11, y + 8), np.maximum(z + 12, 0)) - 2.0
    return paint(image, VESSEL, inside(carotid, 0.4))


def render_slice(index: int, lesion: Lesion | None) -> npt.NDArray[np.uint16]:
    """Stored values uint16[SIDE, SIDE] of one slice, as the scanner would give them."""
    axis = (np.arange(SIDE) - (SIDE - 1) / 2) * PIXEL_MM
    x, y = np.meshgrid(axis, axis)
    middle = FIRST_Z_MM + SLICE_MM * index
    signal = np.mean(
        [tissues(x, y, np.full_like(x, middle + dz), lesion) for dz in (-1.2, 1.2)], axis=0
    )
    z = np.full_like(x, middle)
    # The coil array hears the surface better than the middle.
    near_coil = 0.86 + 0.3 * ((x / 90) ** 2 + (y / 105) ** 2)
    signal = cv2.GaussianBlur(signal * near_coil * (1 + 0.09 * BIAS.values(x, y, z)), (0, 0), 0.45)
    rng = np.random.default_rng([SEED, index, 0 if lesion is None else 1])
    real, imaginary = rng.normal(0.0, NOISE, size=(2, SIDE, SIDE))
    magnitude = np.hypot(signal + real, imaginary)
    return np.asarray(np.clip(np.rint(magnitude * FULL_SCALE), 0, 4095), np.uint16)


def fixed_uid(name: str) -> UID:
    """The UID of a part of the study, the same every time."""
    return UID(f"2.25.{uuid.uuid5(uuid.NAMESPACE_OID, f'tumorview sample study {name}').int}")


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """What distinguishes the two series."""

    folder: str
    number: int
    description: str
    lesion: Lesion | None
    transfer_syntax: UID


SERIES = (
    SeriesPlan("lesion", 1, "T1 AX +C simulated, lesion", Lesion(), JPEGLSLossless),
    SeriesPlan("no_lesion", 2, "T1 AX +C simulated, no lesion", None, JPEG2000Lossless),
)


def dicom_slice(plan: SeriesPlan, index: int, pixels: npt.NDArray[np.uint16]) -> Dataset:
    """An MR Image Storage instance (PS3.3 A.4) of one slice, its pixels compressed."""
    ds = Dataset()
    ds.file_meta = FileMetaDataset()
    ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    ds.file_meta.ImplementationClassUID = fixed_uid("implementation")
    ds.file_meta.ImplementationVersionName = "TUMORVIEW_SAMPLE"
    ds.SpecificCharacterSet = "ISO_IR 192"
    ds.ImageType = ["DERIVED", "PRIMARY", "OTHER"]
    ds.SOPClassUID = MRImageStorage
    ds.SOPInstanceUID = fixed_uid(f"{plan.folder} {index}")
    ds.StudyDate = ds.SeriesDate = ds.ContentDate = "20260101"
    ds.StudyTime = ds.SeriesTime = ds.ContentTime = "120000"
    ds.AccessionNumber = ""
    ds.Modality = "MR"
    ds.Manufacturer = "TumorView simulation"
    ds.ReferringPhysicianName = ""
    ds.StudyDescription = "Simulated head, not a person"
    ds.SeriesDescription = plan.description
    ds.PatientName = "Sample^Phantom"
    ds.PatientID = "SAMPLE"
    ds.PatientBirthDate = ""
    ds.PatientSex = "O"
    ds.BodyPartExamined = "HEAD"
    ds.ContrastBolusAgent = "simulated"
    ds.ScanningSequence = "SE"
    ds.SequenceVariant = "NONE"
    ds.ScanOptions = ""
    ds.MRAcquisitionType = "2D"
    ds.RepetitionTime, ds.EchoTime, ds.FlipAngle = "600", "10", "90"
    ds.EchoTrainLength = "1"
    ds.SliceThickness = ds.SpacingBetweenSlices = f"{SLICE_MM}"
    ds.PatientPosition = "HFS"
    ds.StudyInstanceUID = fixed_uid("study")
    ds.SeriesInstanceUID = fixed_uid(plan.folder)
    ds.FrameOfReferenceUID = fixed_uid("frame of reference")
    ds.PositionReferenceIndicator = ""
    ds.StudyID = "1"
    ds.SeriesNumber = str(plan.number)
    ds.InstanceNumber = str(index + 1)
    corner = -(SIDE - 1) / 2 * PIXEL_MM
    ds.ImagePositionPatient = [f"{corner}", f"{corner}", f"{FIRST_Z_MM + SLICE_MM * index}"]
    ds.ImageOrientationPatient = ["1", "0", "0", "0", "1", "0"]
    ds.PixelSpacing = [f"{PIXEL_MM}", f"{PIXEL_MM}"]
    ds.SamplesPerPixel = 1
    ds.PhotometricInterpretation = "MONOCHROME2"
    ds.Rows = ds.Columns = SIDE
    ds.BitsAllocated, ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 16, 12, 11, 0
    ds.WindowCenter, ds.WindowWidth = "620", "1200"
    ds.PixelData = pixels.tobytes()
    ds.compress(plan.transfer_syntax, generate_instance_uid=False)
    return ds


def gray_picture(pixels: npt.NDArray[np.uint16]) -> npt.NDArray[np.uint8]:
    """uint8[SIDE, SIDE] through the window that the DICOM files name."""
    return np.clip((pixels.astype(np.float64) - 20) * (255 / 1200), 0, 255).astype(np.uint8)


def write_picture(path: Path, pixels: npt.NDArray[np.uint16]) -> None:
    """A slice as PNG or JPEG, by the name of the file."""
    quality = [cv2.IMWRITE_JPEG_QUALITY, 93] if path.suffix == ".jpg" else []
    encoded = cv2.imencode(path.suffix, gray_picture(pixels), quality)[1]
    path.write_bytes(encoded.tobytes())


def make(folder: Path) -> None:
    """Write the whole study into `folder`."""
    for plan in SERIES:
        (folder / plan.folder).mkdir(parents=True, exist_ok=True)
        for index in range(SLICES):
            pixels = render_slice(index, plan.lesion)
            path = folder / plan.folder / f"IM{index + 1:04d}.dcm"
            dicom_slice(plan, index, pixels).save_as(path, enforce_file_format=True)
            if index == SLICES // 2:
                picture = "lesion.png" if plan.lesion else "no_lesion.jpg"
                write_picture(folder / picture, pixels)
    # Beside the study, not in it: a scan of the folder meets images only.
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    listing = folder.with_name(f"{folder.name}.sha256")
    listing.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def main(arguments: list[str] | None = None) -> int:
    """Make the study in the folder named on the command line."""
    parser = argparse.ArgumentParser(description="Make the simulated sample study.")
    parser.add_argument("folder", type=Path)
    make(parser.parse_args(arguments).folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
