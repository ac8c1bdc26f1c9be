"""What stands around a submission while it is graded, and must be there unchanged afterwards.

A course with a gradebook and another student's work, files and an environment with a secret, a
process, sockets that count who connects, folders in which nothing may appear. A hostile case
reports its own success by printing a word (`HOLE`, `LEAK`) that its source never spells out.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import re
import secrets
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from autograder.tests.submissions import ASSIGNMENT, Case, solved

NEIGHBOR = "zoe"
HOLE = "HOLE"  # what a case prints where an attempt succeeded
LEAK = "LEAKED"  # what it puts before a hidden input that it tries to get shown
PAYLOAD = "PWN"
SETTLE_SECONDS = 30.0  # how long what a submission started may take to be gone
PR_SET_CHILD_SUBREAPER = 36


@dataclass
class World:
    """The bystanders of one test process and how they were at its start.

    Several may watch the same machine at once: each looks only at what is below its own process, in
    its own temporary folder, and at what bears its own mark or key.
    """

    root: Path
    secret: str
    mark: str
    canary: subprocess.Popen
    listeners: tuple[socket.socket, ...]
    places: dict[str, str]
    neighbor: bytes
    known: frozenset[int] = frozenset()  # processes that belong here
    before: dict = field(default_factory=dict)

    @property
    def course(self) -> Path:
        return self.root / "course"

    def remember(self) -> None:
        """Take the state after the warm process has started as what it has to come back to."""
        self.known = frozenset(_descendants(os.getpid()))
        self.before = self._state()

    def changes(self) -> list[str]:
        """What is not as it was; waits for what is about to end, and puts back what it can."""
        end = time.monotonic() + SETTLE_SECONDS
        while (now := self._state()) != self.before and time.monotonic() < end:
            time.sleep(0.05)
        found = [
            f"{what}: {self.before[what]} became {state}"
            for what, state in now.items()
            if state != self.before[what]
        ]
        found += self._marked()
        found += [
            f"something connected to {listener.getsockname()}"
            for listener in self.listeners
            if _connected(listener)
        ]
        return found

    def _state(self) -> dict:
        return {
            "the gradebook": _state_of(self.course / "gradebook.db"),
            "the course": sorted(map(str, self.course.rglob("*"))),
            "the bystander": _process_state(self.canary.pid),
            "new processes": sorted(set(_descendants(os.getpid())) - self.known),
            "temporary files": _temporary_files(),
            "shared memory": _shared_segments(self.places["KEY"]),
        }

    def _marked(self) -> list[str]:
        """Files that bear this run's mark, which only a submission gives; they are removed."""
        found = [p for place in _watched_folders(self.root) for p in place.glob(f"*{self.mark}*")]
        for path in found:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        return [f"a submission made {path}" for path in found]

    def hand_in(self, case: Case) -> Path:
        """A course of its own in which the file of ``case`` was handed in as the case says."""
        course = self.root / "folders" / case.name
        theirs = course / "submitted" / NEIGHBOR / ASSIGNMENT
        theirs.mkdir(parents=True)
        (theirs / "linear-layer.ipynb").write_bytes(self.neighbor)
        shutil.copy(self.course / "gradebook.db", course / "gradebook.db")
        file = course / "submitted" / "mallory" / ASSIGNMENT / "linear-layer.ipynb"
        file.parent.mkdir(parents=True)
        case.place(file, case.bytes(self.places))
        return course


@contextlib.contextmanager
def watched(root: Path) -> Iterator[World]:
    """A `World` under ``root``; ends its processes and restores the environment afterwards."""
    secret, mark = f"secret-{secrets.token_hex(12)}", f"mark-{secrets.token_hex(6)}"
    scratch, outside = root / "tmp", root / "outside"
    for folder in (scratch, outside):
        folder.mkdir(mode=0o777)
        folder.chmod(0o777)
    neighbor = _neighbor(secret)
    _make_course(root / "course", secret, neighbor)
    with contextlib.ExitStack() as stack:
        stack.enter_context(_environment(CORPUS_SECRET=secret, TMPDIR=str(scratch)))
        stack.enter_context(_inherited(root / "course" / ".grading-key"))
        stack.enter_context(_adopting_orphans())
        canary = stack.enter_context(_canary())
        tcp = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        unix = stack.enter_context(socket.socket(socket.AF_UNIX))
        address = tempfile.mkdtemp(prefix="s-", dir="/tmp") + "/s"  # at most 108 bytes
        stack.callback(shutil.rmtree, os.path.dirname(address), ignore_errors=True)
        unix.bind(address)
        unix.listen()
        places = {
            "COURSE": str(root / "course"), "OUTSIDE": str(outside), "MARK": mark,
            "CANARY": str(canary.pid), "PORT": str(tcp.getsockname()[1]), "SOCKET": address,
            "KEY": str(secrets.randbelow(2**31 - 1) + 1),
        }  # fmt: skip
        for listener in (tcp, unix):
            listener.setblocking(False)
        yield World(root, secret, mark, canary, (tcp, unix), places, neighbor)


def _neighbor(secret: str) -> bytes:
    """An honest submission that holds the secret and a word that a search of the heap finds."""
    nb = solved()
    predecessor = "PREDECESSOR-" + secrets.token_hex(8)
    nb["cells"][-1]["source"] = f"# {secret}\nmine = '{predecessor}'\nmine"
    return json.dumps(nb).encode()


def _make_course(course: Path, secret: str, neighbor: bytes) -> None:
    theirs = course / "submitted" / NEIGHBOR / ASSIGNMENT
    theirs.mkdir(parents=True)
    (theirs / "linear-layer.ipynb").write_bytes(neighbor)
    (course / ".grading-key").write_text(secret)
    with contextlib.closing(sqlite3.connect(course / "gradebook.db")) as book, book:
        book.execute("create table grade (student text, auto_score real)")
        book.execute("insert into grade values (?, 3.0)", (secret,))
    # Open to everybody on purpose: only confinement keeps a submission out.
    for path in [course, *course.rglob("*")]:
        path.chmod(0o777 if path.is_dir() else 0o666)


@contextlib.contextmanager
def _environment(**values: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    tempfile.tempdir = None  # or it stays what it was when it was first asked for
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)
        tempfile.tempdir = None


@contextlib.contextmanager
def _inherited(path: Path) -> Iterator[None]:
    """A file that a careless start of a process would hand on."""
    descriptor = os.open(path, os.O_RDONLY)
    os.set_inheritable(descriptor, True)
    try:
        yield
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _adopting_orphans() -> Iterator[None]:
    """While this lasts, a process whose parents are gone becomes a child of this one."""
    set_to = getattr(ctypes.CDLL(None), "prctl", lambda *_: None)
    set_to(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        set_to(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


@contextlib.contextmanager
def _canary() -> Iterator[subprocess.Popen]:
    canary = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(100_000)"],
                              start_new_session=True)  # fmt: skip
    try:
        yield canary
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(canary.pid, signal.SIGKILL)
        canary.wait()


def _state_of(path: Path) -> tuple:
    if not path.exists():
        return ("gone",)
    status = path.stat()
    attributes = tuple(os.listxattr(path)) if hasattr(os, "listxattr") else ()
    return (
        hash(path.read_bytes()), status.st_mode, status.st_uid, status.st_ino, status.st_mtime_ns,
        status.st_nlink, attributes,
    )  # fmt: skip


def _process_state(pid: int) -> str:
    """Alive, or what became of it; and its priority and limits."""
    try:
        fields = _stat(pid)
    except OSError:
        return "gone"
    limits = Path(f"/proc/{pid}/limits").read_text()
    return f"{'alive' if fields[0] in 'SRD' else fields[0]}, nice {fields[16]}, {hash(limits)}"


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat from the state on: the name before it may contain anything."""
    return Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()


def _descendants(ancestor: int) -> list[int]:
    """Processes below ``ancestor`` that have not ended."""
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            with contextlib.suppress(OSError):
                state, parent, *_ = _stat(int(entry))
                if state not in "ZX":
                    parents[int(entry)] = int(parent)
    found, frontier = [], {ancestor}
    while frontier:
        frontier = {pid for pid, parent in parents.items() if parent in frontier}
        found += frontier
    return found


def _temporary_files() -> list[str]:
    """Whatever lies in the temporary folder, or in the one there that holds scratch folders."""
    folder = Path(tempfile.gettempdir())
    return sorted(map(str, [*folder.glob("*"), *folder.glob("submissions-*/*")]))


def _shared_segments(key: str) -> list[str]:
    """System V shared memory, semaphores and queues that were made under ``key``."""
    lines = []
    for kind in ("shm", "sem", "msg"):
        with contextlib.suppress(OSError):
            lines += Path("/proc/sysvipc", kind).read_text().splitlines()
    return [line for line in lines if line.split()[0] == key]


def _watched_folders(root: Path) -> list[Path]:
    """Where a submission might leave something, each looked at without what is below it."""
    import site
    import sysconfig

    import autograder

    package, home = Path(autograder.__file__).parent, Path.home()
    folders = [
        root, root / "outside", root / "course", root / "course" / "submitted", root / "tmp",
        Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"), Path("/run"), home,
        home / ".ipython" / "profile_default" / "startup", package, package / "__pycache__",
        package.parent, Path.cwd(), Path(sys.prefix), *map(Path, site.getsitepackages()),
        *(Path(path) for path in sysconfig.get_paths().values()),
    ]  # fmt: skip
    return [folder for folder in dict.fromkeys(folders) if folder.is_dir()]


def _connected(listener: socket.socket) -> bool:
    try:
        listener.accept()[0].close()
    except BlockingIOError:
        return False
    return True


class _Live(HTMLParser):
    """Collects what a browser would run of a page: scripts, handlers and addresses."""

    ADDRESSES = {"href", "src", "action", "formaction", "data", "srcdoc", "xlink:href", "content"}

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "iframe", "object", "embed"):
            self.inside = tag
        for name, value in attributes:
            value = value or ""
            if value.startswith("data:image/png;base64,"):
                continue  # a picture's bytes may spell anything
            if PAYLOAD in value and (name.startswith("on") or name in self.ADDRESSES):
                self.found.append(f"<{tag} {name}={value!r}>")

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data: str) -> None:
        if self.inside and PAYLOAD in data:
            self.found.append(f"<{self.inside}>{data[:80]}")


def live_script(where: str, html: str) -> list[str]:
    """What of the payload would run if ``html`` were opened."""
    parser = _Live()
    parser.feed(html)
    return [f"live script in the {where}: {found[:200]}" for found in parser.found]


def live_markdown(source: str) -> list[str]:
    """What would run if ``source`` were rendered as the formgrader renders Markdown."""
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

    return live_script("Markdown", re.sub(r"\s+", " ", markdown2html_mistune(source)))
