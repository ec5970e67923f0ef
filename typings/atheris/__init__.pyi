# atheris ships no type information; what tests/fuzz uses of it.
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

def Setup(  # noqa: N802
    args: Sequence[str],
    test_one_input: Callable[[bytes], None],
    *,
    custom_mutator: Callable[[bytes, int, int], bytes] | None = None,
) -> list[str]: ...
def Fuzz() -> None: ...  # noqa: N802
def Mutate(data: bytes, max_size: int) -> bytes: ...  # noqa: N802
def instrument_imports(
    include: Sequence[str] | None = None, exclude: Sequence[str] | None = None
) -> AbstractContextManager[object]: ...
