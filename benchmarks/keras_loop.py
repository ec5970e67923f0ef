"""What one would write without TumorView: a file at a time, model.predict, Grad-CAM by tape.

Prints the seconds of the loop without imports, loading and a first image that warms up.
"""

import json
import sys
import time
from typing import Any

import cv2
import keras
import numpy as np
import pydicom
import tensorflow as tf

model = keras.models.load_model(sys.argv[1], compile=False)
# The bundled model names no layer for class activation, since its map is learned. What is explained
# here is the last feature map of its trunk, of which the head makes everything.
trunk, head = model.get_layer("stem"), model.get_layer("head")
_, height, width, _ = model.input_shape


def read(name: str) -> Any:
    """The image as the model takes it."""
    if name.endswith(".dcm"):
        image = pydicom.dcmread(name).pixel_array.astype(np.float32)
    else:
        image = np.asarray(cv2.imread(name, cv2.IMREAD_GRAYSCALE), dtype=np.float32)
    low, high = np.percentile(image, (1, 99))
    image = np.clip((image - low) / (high - low), 0, 1)
    return cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)[None, :, :, None]


def analyze(name: str) -> tuple[Any, Any]:
    """Logits and Grad-CAM of one file."""
    image = read(name)
    logits = model.predict(image, verbose=0)["logits"][0]
    with tf.GradientTape() as tape:
        features = trunk(image, training=False)
        maps = features["eighth"]
        tape.watch(maps)
        score = head(features, training=False)["tumor"][0, 0]
    weights = tf.reduce_mean(tape.gradient(score, maps), axis=(1, 2), keepdims=True)
    return logits, tf.nn.relu(tf.reduce_sum(weights * maps, axis=-1)).numpy()


names = sys.argv[2:]
analyze(names[0])
began = time.perf_counter()
for name in names:
    analyze(name)
print(json.dumps({"seconds": time.perf_counter() - began}))
