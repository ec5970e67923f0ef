# scikit-learn ships no type information; what we use of it is wrapped where it is used.
from typing import Any

def __getattr__(name: str) -> Any: ...
