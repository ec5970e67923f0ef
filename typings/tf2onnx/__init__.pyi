# tf2onnx ships no type information; it is used in training/export_onnx.py alone.
from typing import Any

def __getattr__(name: str) -> Any: ...
