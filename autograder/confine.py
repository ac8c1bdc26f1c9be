"""Confines a forked child before a learner's code runs in it: what is not needed cannot be done.

Several walls, each enough for most attacks, so that one hole is not a way out: an identity without
rights, a private scratch folder of bounded size, resource limits, Landlock for files, an allow-list
of system calls. `prepare` does once, before forking, what is slow; `Confinement.apply` does the
rest in each child. SECURITY.md says what is promised; `selftest` tries it on this machine.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

with contextlib.suppress(ImportError):  # Windows has none, and no confinement either
    import resource

from autograder import landlock, readable, syscalls
from autograder.libc import call, words

MIB = 2**20
_LINUX = sys.platform == "linux"

# Variables of the environment that stay as they are, and those that name the scratch folder.
KEPT = """
    LANG LANGUAGE LC_ALL LC_CTYPE LC_NUMERIC LC_TIME TZ MPLBACKEND PYTHONHASHSEED
    OMP_NUM_THREADS OPENBLAS_NUM_THREADS MKL_NUM_THREADS MALLOC_ARENA_MAX
"""
FOLDERS = """
    HOME TMPDIR TEMP TMP MPLCONFIGDIR IPYTHONDIR XDG_CACHE_HOME XDG_CONFIG_HOME TORCH_HOME
    TORCHINDUCTOR_CACHE_DIR
"""

_DEVICES = {
    "/dev/null": landlock.DEVICE,
    "/dev/zero": landlock.READ_FILE,
    "/dev/random": landlock.READ_FILE,
    "/dev/urandom": landlock.READ_FILE,
}
# Ids that nobody has: not in any user database's range, one for each process id.
_FIRST_ID = 2_000_000_000
CAP_DAC_READ_SEARCH = 2

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_KEEPCAPS = 1, 4, 8
_PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS = 24, 38
_CLOSE_RANGE = 436  # on every architecture
_CLONE_NEWNS, _CLONE_NEWUSER = 0x00020000, 0x10000000
_MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_REC, _MS_SLAVE = 2, 4, 8, 1 << 14, 1 << 19


class ConfineError(RuntimeError):
    """A step of the confinement failed; learners' code must not run in this process."""


@dataclass(frozen=True)
class Limits:
    """What one submission may use; sizes in bytes. Wall-clock time and output are the runner's."""

    memory: int = 1024 * MIB  # address space beyond what the warm process has already
    cpu_seconds: int = 60  # of all threads; SIGXCPU, which may be caught, then SIGKILL 1 s later
    file_size: int = 32 * MIB  # of one file
    scratch_size: int = 64 * MIB  # of all files, where the scratch folder is private
    scratch_files: int = 1000  # files and folders, where the scratch folder is private
    open_files: int = 128
    threads: int = 64
    stack: int = 8 * MIB  # of the main thread


@dataclass(frozen=True)
class Confinement:
    """What `prepare` found and compiled. It holds descriptors; `apply` closes them in the child."""

    rules: tuple[landlock.Rule, ...]
    abi: int
    program: bytes = field(repr=False)
    parent: int
    private: bool
    """The scratch folder becomes a file system of its own, bounded by the kernel. Where it is False
    the runner has to look at its size from outside (`scratch_used`)."""
    new_identity: bool
    """The child gets user and group ids that nobody else has (only as root)."""
    reads_as_root: bool
    """The child keeps CAP_DAC_READ_SEARCH, because only root can reach the interpreter's files."""
    other_tasks: int
    """Threads and processes that count towards the same limit as the child's own threads."""

    def apply(
        self, scratch: Path, keep_fds: Iterable[int] = (), limits: Limits | None = None
    ) -> None:
        """Confine this process for good, with ``scratch`` (an empty folder) as its only own place.

        To be called in a fresh fork of the process that called `prepare`, while it has one thread.
        ``keep_fds`` stay open; 0, 1 and 2 become /dev/null if they are not among them. Afterwards
        the process leads a session of its own, is killed if its parent dies, and cannot leave
        either. Raises `ConfineError` if any step fails: then nothing of a learner's may run here.
        """
        limits, keep = limits or Limits(), frozenset(keep_fds)
        scratch = Path(os.path.realpath(scratch))
        try:
            _write("/proc/self/oom_score_adj", "1000")  # if memory runs out, this goes first
            number = _FIRST_ID + os.getpid() if self.new_identity else None
            if self.private:
                _own_file_system(scratch, limits, number)
            self._give_up_rights(scratch, number)
            _settle(scratch, keep)
            self._follow_parent()
            used = _address_space()
            own = landlock.rule(scratch, landlock.SCRATCH, self.abi)
            landlock.restrict((*self.rules, own), self.abi)
            _close_all_but({0, 1, 2, *keep})
            _limit_resources(limits, used)
            _limit("RLIMIT_NPROC", self.other_tasks + limits.threads)
            syscalls.load(self.program, os.getpid())
        except (OSError, ValueError) as error:
            raise ConfineError(f"cannot confine this process: {error}") from error

    def close(self) -> None:
        """Close the descriptors. The process that forks needs them for as long as it forks."""
        for rule in self.rules:
            os.close(rule.parent_fd)

    def _give_up_rights(self, scratch: Path, number: int | None) -> None:
        if number is not None:
            os.chown(scratch, number, number)
        _become(number, self.reads_as_root or not _reachable_by_all(scratch))
        call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        call("prctl", _PR_SET_DUMPABLE, 0, 0, 0, 0)  # nobody may trace it or read its memory

    def _follow_parent(self) -> None:
        # After the change of identity, which clears it.
        call("prctl", _PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if self.parent not in (os.getppid(), os.getpid()):
            raise ConfineError("the process that prepared the confinement is gone")


def prepare(paths: Sequence[Path] | None = None, closed: Sequence[Path] = ()) -> Confinement:
    """Everything that can be done once, by the process that will fork. Raises `ConfineError`.

    ``paths`` may be read, and everything beneath them; default: `readable.default`, which leaves
    out ``closed`` and this package. Opens a descriptor for each path and forks a few times.
    """
    version = landlock.abi()
    if not version:
        raise ConfineError("the kernel has no Landlock (Linux 5.13 or newer, enabled at boot)")
    try:
        program = syscalls.compile_filter(allow_truncate=version >= 3)
    except syscalls.UnsupportedError as error:
        raise ConfineError(str(error)) from error
    granted = readable.default(closed) if paths is None else list(paths)
    names = readable.listable(closed) if paths is None else []
    root = os.geteuid() == 0
    private = _mounts_its_own()
    # A new id, and since Linux 5.14 a user namespace, has a count of threads of its own.
    counted_alone = root or (private and _linux_version() >= (5, 14))
    new_identity = root and _works_in_a_child(lambda: _become(_FIRST_ID + os.getpid(), False))
    return Confinement(
        rules=tuple(_rules(granted, names, version)),
        abi=version,
        program=program,
        parent=os.getpid(),
        private=private,
        new_identity=new_identity,
        reads_as_root=new_identity and not _works_in_a_child(lambda: _read_as_nobody(granted)),
        other_tasks=0 if counted_alone else _tasks_of_this_user(),
    )


def apply(
    scratch: Path,
    paths: Sequence[Path] | None = None,
    limits: Limits | None = None,
    keep_fds: Iterable[int] = (),
) -> None:
    """`prepare` and `Confinement.apply` at once, for a process confined only once."""
    prepare(paths).apply(scratch, keep_fds, limits)


def isolate(scratch: Path, keep_fds: Iterable[int], limits: Limits) -> None:
    """The part that any POSIX system can do: session, environment, descriptors, resource limits.

    Keeps accidents apart, not attackers. For grading where nothing else is possible.
    """
    keep = frozenset(keep_fds)
    _settle(scratch, keep)
    _close_all_but({0, 1, 2, *keep})
    _limit_resources(limits, _address_space())


def scratch_used(scratch: Path, most: int) -> tuple[int, int]:
    """Bytes and number of files and folders beneath ``scratch``; counting ends at ``most`` of them.

    For a scratch folder that is not private, and from outside, while a learner's code changes it.
    """
    size = count = 0
    todo = [str(scratch)]
    while todo and count < most:
        with contextlib.suppress(OSError), os.scandir(todo.pop()) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):  # gone since
                    found = entry.stat(follow_symlinks=False)
                    count += 1
                    size += found.st_blocks * 512
                    if stat.S_ISDIR(found.st_mode):
                        todo.append(entry.path)
                if count >= most:
                    break
    return size, count


def remove_tree(path: Path) -> None:
    """Remove ``path`` whatever is in it: folders without permissions, thousands of levels deep."""
    with contextlib.suppress(RecursionError):
        shutil.rmtree(path, ignore_errors=True)
    if path.exists():
        # These two walk by descriptors and know no limit on depth.
        for command in (["chmod", "-R", "u+rwX"], ["rm", "-rf"]):
            subprocess.run([*command, str(path)], capture_output=True, check=False)


def _rules(granted: Iterable[Path], names: Iterable[Path], version: int) -> Iterator[landlock.Rule]:
    wanted = [(path, landlock.READ) for path in granted]
    wanted += [(path, landlock.READ_DIR) for path in names]
    wanted += [(path, rights) for path, rights in _DEVICES.items()]
    for path, rights in wanted:
        with contextlib.suppress(OSError):  # not there, or not ours to read
            yield landlock.rule(path, rights, version)


def _own_file_system(scratch: Path, limits: Limits, owner: int | None) -> None:
    """Put a file system in memory over ``scratch``, seen by this process only, gone with it."""
    user, group = os.geteuid(), os.getegid()
    if user:
        # An ordinary user may mount in a user namespace. The ids inside are those outside.
        call("unshare", _CLONE_NEWUSER | _CLONE_NEWNS)
        _write("/proc/self/setgroups", "deny")
        _write("/proc/self/uid_map", f"{user} {user} 1")
        _write("/proc/self/gid_map", f"{group} {group} 1")
    else:
        call("unshare", _CLONE_NEWNS)
    # Otherwise the new mount would show in the parent's namespace too.
    call("mount", b"none", b"/", None, _MS_REC | _MS_SLAVE, None)
    options = f"size={limits.scratch_size},nr_inodes={limits.scratch_files + 1},mode=0700"
    if owner is not None:
        options += f",uid={owner},gid={owner}"
    flags = _MS_NOSUID | _MS_NODEV | _MS_NOEXEC
    call("mount", b"scratch", os.fsencode(scratch), b"tmpfs", flags, options.encode())


def _mounts_its_own() -> bool:
    def attempt() -> None:
        _own_file_system(Path(folder), Limits(), None)
        Path(folder, "file").write_bytes(b"1")

    with tempfile.TemporaryDirectory() as folder:
        return _works_in_a_child(attempt)


def _become(number: int | None, keep_reading: bool) -> None:
    """Drop all capabilities but, on request, the one to read; as root, become ``number``."""
    drop = words("prctl", 5)
    for capability in range(64):
        if drop(_PR_CAPBSET_DROP, capability, 0, 0, 0) < 0:
            break  # the last one this kernel knows is behind us, or there is none to drop
    keep_reading = keep_reading and number is not None
    if number is not None:
        call("prctl", _PR_SET_KEEPCAPS, int(keep_reading), 0, 0, 0)
        os.setgroups([])
        os.setresgid(number, number, number)
        os.setresuid(number, number, number)
    _set_capabilities(1 << CAP_DAC_READ_SEARCH if keep_reading else 0)


def _set_capabilities(mask: int) -> None:
    class Header(ctypes.Structure):
        _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]

    # Effective, permitted and inheritable: 32 bits of each, then the other 32.
    sets = (ctypes.c_uint32 * 6)(mask, mask, 0, 0, 0, 0)
    call("capset", ctypes.byref(Header(0x20080522, 0)), ctypes.byref(sets))


def _reachable_by_all(folder: Path) -> bool:
    return all(os.stat(above).st_mode & stat.S_IXOTH for above in folder.parents)


def _read_as_nobody(paths: Iterable[Path]) -> None:
    _become(_FIRST_ID + os.getpid(), False)
    for path in paths:
        if not os.access(path, os.R_OK):
            raise PermissionError(path)


def _works_in_a_child(attempt: Callable[[], None]) -> bool:
    """Whether ``attempt`` succeeds, found out by a fork that nothing else notices."""
    child = os.fork()
    if not child:
        with _exit_status():
            attempt()
    return os.waitpid(child, 0)[1] == 0


@contextlib.contextmanager
def _exit_status() -> Iterator[None]:
    """End this process after its body: 0, or 1 if it raised."""
    status = 1
    try:
        yield
        status = 0
    finally:
        os._exit(status)


def _settle(scratch: Path, keep: frozenset[int]) -> None:
    """A session, a working directory, an environment and standard streams of one's own."""
    if os.getsid(0) != os.getpid():
        os.setsid()  # no terminal, and a process group that can be killed as a whole
    os.chdir(scratch)
    os.umask(0o077)
    kept = {name: os.environ[name] for name in KEPT.split() if name in os.environ}
    os.environ.clear()
    os.environ.update(kept)
    os.environ.update(dict.fromkeys(FOLDERS.split(), str(scratch)))
    os.environ.update(PATH=os.defpath, USER="learner", LOGNAME="learner")
    tempfile.tempdir = None  # or it remembers the parent's
    null = os.open(os.devnull, os.O_RDWR)
    for standard in {0, 1, 2} - keep:
        os.dup2(null, standard)
    if null > 2:
        os.close(null)


def _close_all_but(kept: set[int]) -> None:
    if _LINUX:
        edges = [-1, *sorted(kept), 2**31 - 1]
        for below, above in zip(edges, edges[1:], strict=False):
            if above - below > 1:
                call("syscall", _CLOSE_RANGE, below + 1, above - 1, 0)
        return
    for descriptor in {int(name) for name in os.listdir("/dev/fd")} - kept:
        with contextlib.suppress(OSError):  # such as the one that listed them
            os.close(descriptor)


def _address_space() -> int:
    """Bytes of address space in use; 0 where nobody says."""
    if not _LINUX:
        return 0
    descriptor = os.open("/proc/self/statm", os.O_RDONLY)
    try:
        return int(os.read(descriptor, 100).split()[0]) * os.sysconf("SC_PAGE_SIZE")
    finally:
        os.close(descriptor)


def _limit_resources(limits: Limits, used: int) -> None:
    if _LINUX:
        _limit("RLIMIT_AS", used + limits.memory)  # RLIMIT_DATA would not count shared mappings
        _limit("RLIMIT_SIGPENDING", 128)  # bounds timers too
        _limit("RLIMIT_MEMLOCK", 0)
    _limit("RLIMIT_CPU", limits.cpu_seconds, extra=1)
    _limit("RLIMIT_FSIZE", limits.file_size)
    _limit("RLIMIT_NOFILE", limits.open_files)
    _limit("RLIMIT_STACK", limits.stack)
    _limit("RLIMIT_CORE", 0)


def _limit(name: str, most: int, extra: int = 0) -> None:
    kind = getattr(resource, name)
    hard = resource.getrlimit(kind)[1]
    ceiling = most + extra if hard == resource.RLIM_INFINITY else min(most + extra, hard)
    resource.setrlimit(kind, (min(most, ceiling), ceiling))


def _linux_version() -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", os.uname().release)[:2])


def _tasks_of_this_user() -> int:
    """Threads of this user, and room for as many to come as a desktop or a batch may start.

    Without a user namespace the limit counts all of them; too low a limit fails honest threads.
    """
    tasks = 0
    for process in os.scandir("/proc"):
        with contextlib.suppress(OSError):
            if process.name.isdecimal() and process.stat().st_uid == os.geteuid():
                tasks += len(os.listdir(f"{process.path}/task"))
    return tasks + 1024


def _write(path: str, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)
