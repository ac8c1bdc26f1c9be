"""Tries the confinement on this machine: what really happens, not what a version number says.

A forked child confines itself and attempts what learners' code must not do, and some of what it
must. The parent reads the answers. Safe anywhere: no attempt does harm where it succeeds.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import mmap
import os
import platform
import socket
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autograder import confine, landlock
from autograder.errors import UserError
from autograder.libc import call

DONE = "done"


@dataclass(frozen=True)
class Finding:
    """One property: whether it holds here, whether grading insists on it, and what was seen."""

    name: str
    holds: bool
    required: bool
    detail: str


@dataclass(frozen=True)
class Report:
    """What this machine can confine."""

    findings: tuple[Finding, ...]

    @property
    def missing(self) -> tuple[Finding, ...]:
        """Required properties that do not hold."""
        return tuple(f for f in self.findings if f.required and not f.holds)

    @property
    def confined(self) -> bool:
        return not self.missing


def require() -> None:
    """Raises UserError, one line, unless all that is required of the confinement holds here."""
    missing = run().missing
    if missing:
        first = missing[0]
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise UserError(
            f"this machine cannot confine learners' code: {first.name}: {first.detail}{more}. "
            "See `python -m autograder doctor`; `--unsandboxed` grades without confinement, "
            "for submissions you trust."
        )


def run() -> Report:
    """Try everything; takes half a second. To be called while the process has one thread."""
    if sys.platform != "linux":
        system = platform.system() or sys.platform
        found = Finding("Linux", False, True, f"confinement needs Linux, this is {system}")
        return Report((found,))
    try:
        prepared = confine.prepare()
    except confine.ConfineError as error:
        return Report((_kernel(), Finding("confinement", False, True, str(error))))
    try:
        return Report((_kernel(), *_tried(prepared), *_helpful(prepared)))
    finally:
        prepared.close()


def _kernel() -> Finding:
    version, release = landlock.abi(), os.uname().release
    detail = (
        f"version {version}, Linux {release}" if version else f"not in Linux {release} as it runs"
    )
    return Finding("Landlock", version > 0, True, detail)


def _helpful(prepared: confine.Confinement) -> tuple[Finding, ...]:
    """What makes the walls thicker, and grading does without."""
    scopes = prepared.abi >= 6
    private = prepared.private
    return (
        _identity(prepared),
        Finding(
            "bounded scratch folder",
            private,
            False,
            "a file system in memory" if private else "on disk; the grader watches its size",
        ),
        Finding(
            "second wall for signals",
            scopes,
            False,
            "Landlock" if scopes else "none: Landlock 6 (Linux 6.12) brings one",
        ),
    )


def _identity(prepared: confine.Confinement) -> Finding:
    own = prepared.new_identity
    if own and prepared.reads_as_root:
        detail = "a new user id, which still reads as root does: others cannot reach this Python"
    elif own:
        detail = "a new user id for each submission"
    elif os.geteuid() == 0:
        detail = "root without capabilities: user ids cannot be changed here"
    else:
        detail = "the user who grades: only root can give it another"
    return Finding("identity of its own", own and not prepared.reads_as_root, False, detail)


def _tried(prepared: confine.Confinement) -> list[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        place = _Place(base, base / "outside" / "secret", os.getpid())
        for part in ("outside", "scratch"):
            (base / part).mkdir()
        place.secret.write_text("secret")
        # Modes that allow everything, so that it is not they that refuse.
        for path, mode in ((base, 0o755), (base / "outside", 0o777), (place.secret, 0o666)):
            path.chmod(mode)
        answers = _ask_child(prepared, place)
    failure = answers.get("failure")
    if failure:
        return [Finding("confinement", False, True, failure)]
    findings = []
    for name, due, _ in ATTEMPTS:
        answer = answers.get(name, "no answer")
        holds = answer in due
        detail = _words(answer) if holds else f"expected {' or '.join(due)}, found {answer}"
        findings.append(Finding(name, holds, True, detail))
    return findings


def _words(answer: str) -> str:
    if answer == UnchangedError.__name__:
        return "without effect"
    return "works" if answer == DONE else f"refused ({answer})"


@dataclass(frozen=True)
class _Place:
    base: Path
    secret: Path
    parent: int


def _ask_child(prepared: confine.Confinement, place: _Place) -> dict[str, str]:
    read, write = os.pipe()
    child = os.fork()
    if not child:
        _answer(prepared, place, write)
    os.close(write)
    with open(read, "rb") as answers:
        lines = answers.read().decode(errors="replace").splitlines()
    os.waitpid(child, 0)
    return dict(json.loads(line) for line in lines)


def _answer(prepared: confine.Confinement, place: _Place, write: int) -> None:
    """In the child: a line an attempt, as it is made; if one kills the child, the rest is known."""

    def say(name: str, outcome: str) -> None:
        os.write(write, json.dumps([name, outcome]).encode() + b"\n")

    try:
        prepared.apply(place.base / "scratch", [write])
        for name, _, attempt in ATTEMPTS:
            say(name, _outcome(attempt, place))
    except BaseException as error:
        with contextlib.suppress(OSError):
            say("failure", f"{error}")
    finally:
        os._exit(0)


def _outcome(attempt: Callable[[_Place], object], place: _Place) -> str:
    try:
        attempt(place)
        return DONE
    except OSError as error:
        return errno.errorcode.get(error.errno, str(error.errno))
    except Exception as error:
        return type(error).__name__


def _fork(_: _Place) -> None:
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitpid(child, 0)


def _change_mode(place: _Place) -> None:
    place.secret.chmod(0o600)
    if place.secret.stat().st_mode & 0o777 != 0o600:
        raise UnchangedError


class UnchangedError(Exception):
    """The call said that it worked, and nothing happened."""


def _keeps_no_capability(_: _Place) -> None:
    sets = (ctypes.c_uint32 * 6)()
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    call("capget", ctypes.byref(header), ctypes.byref(sets))
    if set(sets) - {0, 1 << confine.CAP_DAC_READ_SEARCH}:
        raise RuntimeError(f"left: {list(sets)}")


def _start_thread(_: _Place) -> None:
    thread = threading.Thread(target=int)
    thread.start()
    thread.join()


def _pair(_: _Place) -> None:
    ours, theirs = socket.socketpair()
    ours.sendall(b"x")
    theirs.recv(1)


def _own_file(place: _Place) -> None:
    path = place.base / "scratch" / "file"
    path.write_text("1")
    path.read_text()


def _more_memory(_: _Place) -> None:
    mmap.mmap(-1, 2 * confine.Limits().memory)


ATTEMPTS: tuple[tuple[str, tuple[str, ...], Callable[[_Place], object]], ...] = (
    ("reading a file outside", ("EACCES",), lambda p: p.secret.read_text()),
    ("writing a file outside", ("EACCES",), lambda p: p.secret.write_text("mine")),
    ("making a file outside", ("EACCES",), lambda p: p.secret.with_name("new").touch()),
    ("reading the autograder", ("EACCES",), lambda p: Path(confine.__file__).read_text()),
    ("reading /proc", ("EACCES",), lambda p: Path(f"/proc/{p.parent}/environ").read_bytes()),
    ("new processes", ("EPERM",), _fork),
    ("sockets", ("EPERM",), lambda p: socket.socket(socket.AF_INET).close()),
    ("signals to others", ("EPERM",), lambda p: os.kill(p.parent, 0)),
    ("tracing others", ("EPERM",), lambda p: call("ptrace", 0x4206, p.parent, 0, 0)),
    ("changing a file's mode", ("UnchangedError",), _change_mode),
    ("memory beyond the limit", ("ENOMEM",), _more_memory),
    ("memory that no limit counts", ("EPERM",), lambda p: os.memfd_create("free")),
    ("no capability to do harm", (DONE,), _keeps_no_capability),
    ("a file of its own", (DONE,), _own_file),
    ("threads", (DONE,), _start_thread),
    ("pairs of sockets", (DONE,), _pair),
    # The last: where it succeeds, this process is no more.
    ("running a program", ("EPERM",), lambda p: os.execv("/bin/true", ["true"])),
)
