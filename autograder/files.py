"""Files that are either the old ones or the new ones, never half of one."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path


def write_atomically(path: Path, content: bytes | str, mode: int = 0o644) -> None:
    """Write ``content`` to ``path``, creating its folders; a crash leaves the old file.

    Text is written as UTF-8; half a surrogate pair, which JSON may hold, becomes ``?``.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, str):
        content = content.encode("utf-8", "replace")
    # The same folder, because a rename is atomic only within one file system.
    handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(scratch, mode)  # mkstemp's 0600 would hide feedback from those it is for
        os.replace(scratch, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(scratch)
        raise


def fitting(name: str, most: int = 255) -> str:
    """``name`` if file systems take it, in at most ``most`` bytes; else a name made from it."""
    encoded = name.encode("utf-8", "replace")
    return name if len(encoded) <= most else hashlib.sha256(encoded).hexdigest()


def write_if_changed(path: Path, content: bytes | str) -> bool:
    """`write_atomically` unless the file holds just this; whether it was written."""
    if isinstance(content, str):
        content = content.encode("utf-8", "replace")
    with contextlib.suppress(OSError):
        if path.read_bytes() == content:
            return False
    write_atomically(path, content)
    return True
