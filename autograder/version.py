"""Which graders give the same results. Nothing slow is imported: this is asked first of all."""

from __future__ import annotations

import hashlib
import importlib.metadata
import sys
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def version() -> str:
    """Changes with anything that a result depends on beside submission, release and seed."""
    package = Path(__file__).parent
    names = (
        *("confine", "grade", "notebook", "readable", "reading", "results", "runner", "server"),
        *("syscalls", "wire", "worker"),
    )
    files = [package / f"{name}.py" for name in names]
    for folder in ("checks", "probes"):
        files += sorted((package / folder).rglob("*.py"))
    digest = hashlib.sha256(f"{sys.version} {importlib.metadata.version('torch')}".encode())
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()
