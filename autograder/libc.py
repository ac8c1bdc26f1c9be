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


def call(name: str, *arguments) -> int:
    """What ``name(*arguments)`` returns; integers go as C's long. Raises OSError below 0."""
    # Some are variadic, where an int passed as such leaves half of its register to chance.
    wide = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = getattr(_library(), name)(*wide)
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{name}: {os.strerror(error)}")
    return result
