"""The part of Dask's distributed that TumorView uses."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from tornado.ioloop import IOLoop

Result = TypeVar("Result")

class Future(Generic[Result]):
    key: str
    @property
    def status(self) -> str: ...
    def result(self, timeout: float | None = ...) -> Result: ...
    def exception(self, timeout: float | None = ...) -> BaseException | None: ...
    def release(self) -> None: ...

class Security:
    require_encryption: bool
    def get_connection_args(self, role: str) -> dict[str, Any]: ...

class Client:
    status: str
    def __init__(
        self,
        address: str,
        *,
        loop: IOLoop = ...,
        timeout: float = ...,
        set_as_default: bool = ...,
        name: str = ...,
    ) -> None: ...
    def submit(
        self,
        func: Callable[..., Result],
        *args: Any,
        key: str = ...,
        workers: Iterable[str] = ...,
        allow_other_workers: bool = ...,
        pure: bool = ...,
    ) -> Future[Result]: ...
    def nthreads(self) -> dict[str, int]: ...
    def run(
        self,
        function: Callable[..., Any],
        *args: Any,
        workers: list[str] | None = ...,
        wait: bool = ...,
        on_error: str = ...,
    ) -> Any: ...
    def cancel(self, futures: Iterable[Future[Any]]) -> None: ...
    def close(self, timeout: float = ...) -> None: ...

class _WorkerState:
    nthreads: int

class Worker:
    address: str
    state: _WorkerState

def get_worker() -> Worker: ...
