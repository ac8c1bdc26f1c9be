"""Functions of the C library that Python does not offer, raising OSError where they fail."""

from __future__ import annotations

import ctypes
import functools
import os


@functools.cache
def _library() -> ctypes.CDLL:
    # Not at import: the module has to load where there is no such library.
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall.restype = ctypes.c_long
    return library


@functools.cache
def words(name: str, count: int) -> ctypes._CFuncPtr:
    """``name`` taking ``count`` integers and addresses: for many calls, as nothing is converted or
    checked on the way. It returns -1 where it fails."""
    kind = ctypes.CFUNCTYPE(ctypes.c_long, *[ctypes.c_long] * count, use_errno=True)
    return kind((name, _library()))


def call(name: str, *arguments) -> int:
    """What ``name(*arguments)`` returns; integers go as C's long. Raises OSError below 0."""
    # Some are variadic, where an int passed as such leaves half of its register to chance.
    wide = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = getattr(_library(), name)(*wide)
    if result < 0:
        raise failed(name)
    return result


def failed(name: str) -> OSError:
    """The error of the last call, which was of ``name``."""
    error = ctypes.get_errno()
    return OSError(error, f"{name}: {os.strerror(error)}")
