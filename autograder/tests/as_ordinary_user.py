"""Runs a program as a user without rights: ``python as_ordinary_user.py UID FOLDER PROGRAM …``.

To be started by root. FOLDER becomes that user's own, and the place of its temporary files. Where
the interpreter or the project lies below a folder that only root may enter, it is made reachable in
a mount namespace of its own, as if it had been installed for everybody.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from autograder.libc import call

MS_BIND, MS_REC, MS_PRIVATE, CLONE_NEWNS = 1 << 12, 1 << 14, 1 << 18, 0x20000


def main() -> None:
    user, folder, program = int(sys.argv[1]), Path(sys.argv[2]).resolve(), sys.argv[3:]
    needed = [Path(sys.base_prefix), Path(sys.prefix), Path(__file__).resolve().parents[2], folder]
    _open_the_way(needed, folder)
    os.chown(folder, user, user)
    home = {"HOME": str(folder), "TMPDIR": str(folder), "USER": "ordinary"}
    os.environ.update(home, PYTHONDONTWRITEBYTECODE="1")
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    os.execv(program[0], program)


def _open_the_way(needed: list[Path], folder: Path) -> None:
    """Let everybody reach ``needed``; ``folder`` serves to keep them at hand meanwhile."""
    closed = {path: _closed_above(path) for path in needed}
    if not any(closed.values()):
        return
    call("unshare", CLONE_NEWNS)
    call("mount", b"none", b"/", None, MS_REC | MS_PRIVATE, None)
    aside = {}
    for number, path in enumerate(path for path in needed if closed[path]):
        aside[path] = folder / f"aside-{number}"
        aside[path].mkdir(exist_ok=True)
        call("mount", os.fsencode(path), os.fsencode(aside[path]), None, MS_BIND | MS_REC, None)
    held = {path: os.open(place, os.O_PATH) for path, place in aside.items()}
    for top in {top for top in closed.values() if top}:
        call("mount", b"none", os.fsencode(top), b"tmpfs", 0, b"mode=755")
    for path, descriptor in held.items():
        path.mkdir(parents=True, exist_ok=True)
        source = os.fsencode(f"/proc/self/fd/{descriptor}")
        call("mount", source, os.fsencode(path), None, MS_BIND | MS_REC, None)


def _closed_above(path: Path) -> Path | None:
    """The highest folder above ``path`` that others may not enter."""
    closed = [above for above in path.parents if not above.stat().st_mode & 0o001]
    return closed[-1] if closed else None


if __name__ == "__main__":
    main()
