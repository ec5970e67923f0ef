# ONNX Runtime ships no type information; everything that we use of it is wrapped in one engine.
from typing import Any

def __getattr__(name: str) -> Any: ...
