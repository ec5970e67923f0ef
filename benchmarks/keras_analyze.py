"""What one would write without TumorView: one image, one model.predict, one answer."""

import json
import sys

import cv2
import keras
import numpy as np
import pydicom

model = keras.models.load_model(sys.argv[1], compile=False)
name = sys.argv[2]
if name.endswith(".dcm"):
    image = pydicom.dcmread(name).pixel_array.astype(np.float32)
else:
    image = np.asarray(cv2.imread(name, cv2.IMREAD_GRAYSCALE), dtype=np.float32)
low, high = np.percentile(image, (1, 99))
image = np.clip((image - low) / (high - low), 0, 1)
_, height, width, _ = model.input_shape
image = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)
answer = model.predict(image[None, :, :, None], verbose=0)
logits = answer["logits"][0]
print(json.dumps((np.exp(logits) / np.exp(logits).sum()).tolist()))
