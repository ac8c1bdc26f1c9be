"""What a learner's code might try and what has to come of it: a table, and a program to try it.

``python confine_attempts.py [--user ID] [--open] [--abi N] [--without WALL] [NAME …]`` tries each
attempt in a fork of its own, confined (with ``--open``: not), and prints ``{name: outcome}`` as
JSON. An outcome is "done", the name of an errno, the class of another exception, or the signal that
ended the fork.
"""

from __future__ import annotations

import argparse
import asyncio
import concurrent.futures
import contextlib
import ctypes
import dataclasses
import errno
import fcntl
import importlib
import json
import mmap
import os
import pickle
import platform
import resource
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import uuid
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyseccomp

from autograder import confine, libc

MIB = 2**20
LIMITS = confine.Limits(memory=256 * MIB, file_size=4 * MIB, scratch_size=16 * MIB, threads=24)
PARENT = os.getpid()  # until forked, this very process


@dataclass(frozen=True)
class Place:
    """Folders and files of one run; ``scratch`` is the attempt's own."""

    base: Path
    scratch: Path

    @property
    def secret(self) -> Path:
        """Anyone may read and write it, as far as its mode goes."""
        return self.base / "outside" / "secret.txt"

    @property
    def known(self) -> Path:
        """Beneath a granted folder."""
        return self.base / "granted" / "known.txt"


@dataclass(frozen=True)
class Attempt:
    name: str
    act: Callable[[Place], object]
    outcomes: frozenset[str]
    harmless: bool = True  # may be tried without confinement, where it has to succeed
    warm: bool = False  # needs torch and the like, imported before the fork


ATTEMPTS: dict[str, Attempt] = {}


def expect(*outcomes: str, harmless: bool = True, warm: bool = False):
    """Adds a function to the table, as an attempt that has to end in one of ``outcomes``."""

    def add(act: Callable[[Place], object]):
        name = act.__name__.strip("_").replace("_", " ")
        ATTEMPTS[name] = Attempt(name, act, frozenset(outcomes), harmless, warm)
        return act

    return add


class UnchangedError(Exception):
    """The call said it worked, and changed nothing."""


def raw(name: str, *arguments) -> int:
    return libc.call("syscall", pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name), *arguments)


# ---- files -----------------------------------------------------------------------------------


@expect("EACCES")
def read_a_file_outside(place):
    place.secret.read_text()


@expect("EACCES")
def read_a_file_outside_by_openat2(place):
    raw("openat2", -100, os.fsencode(place.secret), ctypes.byref((ctypes.c_uint64 * 3)()), 24)


@expect("EACCES")
def map_a_file_outside(place):
    with open(place.secret, "rb") as file:
        mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)


@expect("EACCES")
def list_a_folder_outside(place):
    os.listdir(place.secret.parent)


@expect("EACCES")
def create_a_file_outside(place):
    (place.secret.parent / "new").write_text("mine")


@expect("EACCES")
def create_a_folder_outside(place):
    (place.secret.parent / "folder").mkdir()


@expect("EACCES")
def append_to_a_file_outside(place):
    with open(place.secret, "a") as file:
        file.write("more")


@expect("EACCES", "EPERM")
def truncate_a_file_outside(place):
    os.truncate(place.secret, 1)


@expect("EACCES")
def remove_a_file_outside(place):
    place.secret.unlink()


@expect("EACCES", "EXDEV")
def move_a_file_outside_into_scratch(place):
    os.rename(place.secret, place.scratch / "taken")


@expect("EACCES", "EXDEV")
def move_a_file_of_scratch_outside(place):
    mine = place.scratch / "mine"
    mine.write_text("1")
    os.rename(mine, place.secret.parent / "mine")


@expect("EPERM")
def link_to_a_file_outside(place):
    os.link(place.secret, place.base / "scratch" / f"link{os.getpid()}")


@expect("EPERM")
def leave_a_symbolic_link(place):
    os.symlink(place.secret, place.scratch / "link")


@expect("EPERM")
def leave_a_fifo(place):
    os.mkfifo(place.scratch / "fifo")


@expect("EACCES")
def write_a_file_that_may_be_read(place):
    place.known.write_text("mine")


@expect("UnchangedError")
def change_the_mode_of_a_file_outside(place):
    _changes(place.secret, lambda: os.chmod(place.secret, 0o600))


@expect("UnchangedError")
def change_the_mode_of_an_open_file(place):
    with open(place.known) as file:
        _changes(place.known, lambda: os.fchmod(file.fileno(), 0o600))


@expect("UnchangedError")
def change_the_time_of_a_file_outside(place):
    _changes(place.secret, lambda: os.utime(place.secret, (1, 1)))


def _changes(path: Path, act: Callable[[], None]) -> None:
    before = path.stat()
    act()
    after = path.stat()
    if (before.st_mode, before.st_mtime) == (after.st_mode, after.st_mtime):
        raise UnchangedError


@expect("EPERM")
def change_the_owner_of_a_file_outside(place):
    os.chown(place.secret, os.getuid(), os.getgid())


@expect("ENOTSUP", "EOPNOTSUPP")
def set_an_attribute_of_a_file_outside(place):
    os.setxattr(place.secret, "user.mine", b"1")


@expect("EPERM")
def watch_a_folder_outside(place):
    watch = libc.call("inotify_init1", 0)
    libc.call("inotify_add_watch", watch, os.fsencode(place.secret.parent), 0x100)


@expect("EPERM")
def make_a_handle_of_a_file_outside(place):
    handle = (ctypes.c_uint32 * 40)(128)
    libc.call(
        "name_to_handle_at",
        -100,
        os.fsencode(place.secret),
        ctypes.byref(handle),
        ctypes.byref(ctypes.c_int()),
        0,
    )


@expect("EBADF")
def use_a_descriptor_of_the_parent(place):
    os.fstat(INHERITED)


@expect("KeyError")
def read_the_environment_of_the_grader(place):
    os.environ["SECRET"]


@expect("done", harmless=False)
def find_only_the_descriptors_that_were_kept(place):
    found = []
    for descriptor in range(2000):
        with contextlib.suppress(OSError):
            os.fstat(descriptor)
            found.append(descriptor)
    assert found[:3] == [0, 1, 2] and len(found) == 4, found  # and the one for the outcome


@expect("EACCES")
def read_the_autograder_itself(place):
    Path(confine.__file__).read_text()


@expect("ModuleNotFoundError", "EACCES")
def import_the_checks(place):
    importlib.import_module("autograder.checks")


@expect("EACCES")
def read_the_list_of_users(place):
    Path("/etc/passwd").read_text()


@expect("EACCES")
def read_ones_own_memory_file(place):
    Path("/proc/self/mem").open("rb").close()


@expect("EACCES")
def read_the_environment_of_the_parent(place):
    Path(f"/proc/{PARENT}/environ").read_bytes()


@expect("EACCES")
def read_the_command_line_of_the_parent(place):
    Path(f"/proc/{PARENT}/cmdline").read_bytes()


@expect("EACCES")
def list_processes(place):
    os.listdir("/proc")


@expect("EACCES")
def follow_a_descriptor_of_the_parent(place):
    os.readlink(f"/proc/{PARENT}/fd/0")


@expect("EACCES")
def use_shared_memory_files(place):
    name = Path(f"/dev/shm/attempt{os.getpid()}")
    name.write_text("1")
    name.unlink()


@expect("EACCES")
def open_a_new_terminal(place):
    os.close(os.open("/dev/ptmx", os.O_RDWR | os.O_NOCTTY))


# ---- processes and signals ---------------------------------------------------------------------


@expect("EPERM")
def fork(place):
    _reap(os.fork())


@expect("EPERM")
def fork_by_clone(place):
    _reap(raw("clone", signal.SIGCHLD, 0, 0, 0, 0))


@expect("ENOSYS")
def fork_by_clone3(place):
    arguments = (ctypes.c_uint64 * 11)()
    arguments[4] = signal.SIGCHLD
    _reap(raw("clone3", ctypes.byref(arguments), 88))


@expect("EPERM")
def spawn(place):
    os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0)


@expect("EPERM")
def run_a_program(place):
    subprocess.run(["/bin/true"], check=True)


@expect("EPERM")
def become_a_program(place):
    os.execv("/bin/true", ["true"])


@expect("EPERM")
def signal_the_parent(place):
    os.kill(PARENT, 0)


@expect("EPERM")
def signal_everyone(place):
    os.kill(-1, 0)


@expect("EPERM")
def signal_a_group(place):
    os.killpg(os.getpgid(PARENT), 0)


@expect("EPERM")
def signal_a_thread_of_the_parent(place):
    raw("tgkill", PARENT, PARENT, 0)


@expect("EPERM")
def signal_a_thread_by_its_number(place):
    raw("tkill", PARENT, 0)


@expect("EPERM")
def hold_the_parent_by_a_descriptor(place):
    os.pidfd_open(PARENT)


@expect("EPERM")
def signal_the_parent_when_a_file_is_ready(place):
    ours, theirs = socket.socketpair()
    fcntl.fcntl(ours, fcntl.F_SETOWN, PARENT)


@expect("EPERM")
def choose_the_signal_of_a_file(place):
    ours, theirs = socket.socketpair()
    fcntl.fcntl(ours, 10, signal.SIGKILL)  # F_SETSIG


@expect("EPERM")
def own_a_file_by_ioctl(place):
    ours, theirs = socket.socketpair()
    fcntl.ioctl(ours, 0x8901, struct.pack("i", PARENT))  # FIOSETOWN


@expect("UnchangedError")
def hold_a_record_lock(place):
    path = place.scratch / "locked"
    path.write_text("1")
    with open(path, "r+") as one, open(path, "r+") as other:
        fcntl.lockf(one, fcntl.LOCK_EX)
        question = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 0, 1, 0)
        found = fcntl.fcntl(other, 36, question)  # F_OFD_GETLK
        if struct.unpack_from("h", found)[0] == fcntl.F_UNLCK:
            raise UnchangedError


@expect("EPERM")
def start_a_thread_in_another_namespace(place):
    raw("clone", 0x10000 | 0x800 | 0x100 | 0x10000000, 0, 0, 0, 0)  # CLONE_NEWUSER


@expect("EPERM")
def lease_a_file(place):
    path = place.scratch / "leased"
    path.write_text("1")
    with open(path) as file:
        fcntl.fcntl(file, 1024, fcntl.F_RDLCK)  # F_SETLEASE


@expect("EPERM")
def trace_the_parent(place):
    raw("ptrace", 0x4206, PARENT, 0, 0)  # PTRACE_SEIZE; ends with this process


@expect("EPERM")
def read_the_memory_of_the_parent(place):
    buffer = ctypes.create_string_buffer(8)
    here = (ctypes.c_uint64 * 2)(ctypes.addressof(buffer), 8)
    raw("process_vm_readv", PARENT, ctypes.byref(here), 1, ctypes.byref(here), 1, 0)


@expect("EPERM")
def slow_the_parent_down(place):
    os.setpriority(os.PRIO_PROCESS, PARENT, os.getpriority(os.PRIO_PROCESS, PARENT))


@expect("EPERM")
def pin_the_parent(place):
    os.sched_setaffinity(PARENT, os.sched_getaffinity(PARENT))


@expect("EPERM")
def limit_the_parent(place):
    resource.prlimit(PARENT, resource.RLIMIT_CORE)


@expect("EPERM", "ValueError")
def raise_ones_limits(place):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


@expect("EPERM")
def leave_the_session(place):
    if os.getpid() == os.getsid(0):
        os.setpgid(0, os.getpgid(PARENT))  # fails for a leader anyway; the point is the answer
    os.setsid()


@expect("EPERM")
def outlive_the_parent(place):
    libc.call("prctl", 1, 0, 0, 0, 0)  # PR_SET_PDEATHSIG


@expect("EPERM")
def become_traceable(place):
    libc.call("prctl", 4, 1, 0, 0, 0)  # PR_SET_DUMPABLE


@expect("EPERM")
def install_a_filter_of_ones_own(place):
    libc.call("prctl", 38, 1, 0, 0, 0)
    instruction = struct.pack("=HBBI", 6, 0, 0, 0x7FFF0000)  # return ALLOW
    buffer = ctypes.create_string_buffer(instruction, 8)
    header = struct.pack("@HP", 1, ctypes.addressof(buffer))
    libc.call("prctl", 22, 2, header, 0, 0)


@expect("done", harmless=False)
def hold_no_capability(place):
    sets = (ctypes.c_uint32 * 6)()
    raw("capget", struct.pack("=Ii", 0x20080522, 0), ctypes.byref(sets))
    assert set(sets) <= {0, 1 << confine.CAP_DAC_READ_SEARCH}, list(sets)


@expect("EPERM")
def become_root(place):
    os.setresuid(0, 0, 0)


@expect("EPERM")
def enter_a_user_namespace(place):
    libc.call("unshare", 0x10000000)


@expect("EPERM")
def mount_something(place):
    libc.call("mount", b"none", os.fsencode(place.scratch), b"tmpfs", 0, None)
    libc.call("umount2", os.fsencode(place.scratch), 2)


@expect("EPERM")
def uncover_the_folder_under_scratch(place):
    libc.call("umount2", os.fsencode(place.scratch), 2)


@expect("EPERM")
def change_the_root(place):
    os.chroot(place.scratch)


@expect("EPERM")
def change_the_personality(place):
    libc.call("personality", 0x0040000)  # ADDR_NO_RANDOMIZE


# ---- network and messages ----------------------------------------------------------------------


@expect("EPERM")
def open_an_internet_socket(place):
    socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()


@expect("EPERM")
def open_a_datagram_socket(place):
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()


@expect("EPERM")
def open_a_unix_socket(place):
    socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).close()


@expect("EPERM")
def open_a_netlink_socket(place):
    socket.socket(socket.AF_NETLINK, socket.SOCK_RAW).close()


@expect("EPERM")
def send_a_datagram_from_a_pair(place):
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    ours.sendto(b"hello", "\0" + DATAGRAMS)


@expect("EPERM")
def send_to_an_address_from_a_pair(place):
    ours, theirs = socket.socketpair()
    address = struct.pack("=H", socket.AF_UNIX) + b"\0" + DATAGRAMS.encode()
    with contextlib.suppress(IsADirectoryError):
        raw("sendto", ours.fileno(), b"x", 1, 0, address, len(address))


@expect("EPERM")
def send_a_descriptor(place):
    ours, theirs = socket.socketpair()
    socket.send_fds(ours, [b"x"], [0])


@expect("EPERM")
def send_an_urgent_byte(place):
    ours, theirs = socket.socketpair()
    ours.send(b"x", socket.MSG_OOB)


@expect("EPERM")
def find_out_who_is_at_the_other_end(place):
    ours, theirs = socket.socketpair()
    ours.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)


@expect("EPERM")
def attach_a_filter_to_a_socket(place):
    ours, theirs = socket.socketpair()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**16)


@expect("EPERM")
def use_system_v_shared_memory(place):
    raw("shmctl", raw("shmget", 0, 4096, 0o1600), 0, 0)


@expect("EPERM")
def use_system_v_messages(place):
    raw("msgctl", raw("msgget", 0, 0o1600), 0, 0)


@expect("EPERM")
def use_system_v_semaphores(place):
    raw("semctl", raw("semget", 0, 1, 0o1600), 0, 0, 0)


@expect("EPERM")
def use_posix_messages(place):
    os.close(raw("mq_open", b"attempt", os.O_RDWR | os.O_CREAT, 0o600, 0))
    raw("mq_unlink", b"attempt")


@expect("EPERM")
def make_an_io_uring(place):
    os.close(raw("io_uring_setup", 1, ctypes.byref((ctypes.c_uint8 * 120)())))


@expect("EPERM")
def use_the_keyring(place):
    raw("keyctl", 0, -3, 1)  # the session keyring


@expect("EPERM")
def watch_performance_counters(place):
    attributes = struct.pack("=IIQ", 1, 112, 1).ljust(112, b"\0")
    os.close(raw("perf_event_open", attributes, 0, -1, -1, 0))


@expect("EPERM")
def handle_page_faults(place):
    os.close(raw("userfaultfd", 1))


@expect("EPERM")
def load_a_bpf_program(place):
    os.close(raw("bpf", 0, struct.pack("=IIII", 2, 4, 4, 1).ljust(48, b"\0"), 48))


# ---- limits --------------------------------------------------------------------------------------


@expect("ENOMEM")
def map_more_memory_than_allowed(place):
    mmap.mmap(-1, LIMITS.memory + 32 * MIB)


@expect("ENOMEM")
def map_more_private_memory_than_allowed(place):
    mmap.mmap(-1, LIMITS.memory + 32 * MIB, flags=mmap.MAP_PRIVATE)


@expect("MemoryError")
def allocate_more_than_allowed(place):
    bytearray(LIMITS.memory + 32 * MIB)


@expect("EPERM")
def make_memory_that_no_limit_counts(place):
    os.close(os.memfd_create("free"))


@expect("EPERM")
def make_secret_memory(place):
    os.close(raw("memfd_secret", 0))


@expect("EPERM")
def enlarge_a_pipe(place):
    read, write = os.pipe()
    fcntl.fcntl(write, 1031, MIB)  # F_SETPIPE_SZ


@expect("EFBIG")
def write_a_large_file(place):
    (place.scratch / "large").write_bytes(bytes(LIMITS.file_size + 1))


@expect("ENOSPC")
def fill_the_scratch_folder(place):
    for number in range(LIMITS.scratch_size // LIMITS.file_size + 1):
        (place.scratch / str(number)).write_bytes(bytes(LIMITS.file_size))


@expect("ENOSPC")
def fill_it_with_removed_files(place):
    held = []
    for _ in range(LIMITS.scratch_size // LIMITS.file_size + 1):
        path = place.scratch / "removed"
        file = path.open("w+b")
        file.write(bytes(LIMITS.file_size))
        file.flush()
        held.append(mmap.mmap(file.fileno(), mmap.PAGESIZE))
        path.unlink()
        file.close()


@expect("ENOSPC")
def make_many_files(place):
    for number in range(LIMITS.scratch_files + 2):
        (place.scratch / str(number)).touch()


@expect("EMFILE")
def open_many_files(place):
    held = [os.open(os.devnull, os.O_RDONLY) for _ in range(LIMITS.open_files + 1)]
    raise AssertionError(len(held)) if len(held) < LIMITS.open_files else SystemExit


@expect("RuntimeError")
def start_many_threads(place):
    threading.stack_size(64 * 1024)
    stop = threading.Event()
    threads = []
    try:
        for _ in range(LIMITS.threads + 1):
            threads.append(threading.Thread(target=stop.wait))
            threads[-1].start()
    finally:
        stop.set()


@expect("SIGXCPU", harmless=False)
def use_up_the_processor(place):
    while True:
        pass


@expect("SIGKILL", harmless=False)
def use_up_the_processor_and_ignore_the_signal(place):
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    while True:
        pass


@expect("SIGSYS", harmless=False)
def make_a_32_bit_system_call(place):
    _run_machine_code(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")  # mov eax, 20 (getpid); int 0x80; ret


@expect("SIGSYS", harmless=False)
def make_an_x32_system_call(place):
    _run_machine_code(b"\xb8\x27\x00\x00\x40\x0f\x05\xc3")  # mov eax, 0x40000000 + 39; syscall; ret


def _run_machine_code(code: bytes) -> None:
    if platform.machine() != "x86_64":
        os.kill(os.getpid(), signal.SIGSYS)
    page = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(code)
    ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()


@expect("done", harmless=False)
def make_every_other_system_call(place):
    """None outside the list does anything: not even an unknown number gets another answer."""
    from autograder import syscalls

    conditional = {name for name, conditions in syscalls._rules(True) if conditions}
    named = {*syscalls.ALLOWED.split(), *syscalls.POLITE, *conditional, "truncate", "utimensat"}
    numbers = {pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name) for name in named}
    answers = {}
    numbers |= {335, 336}  # x86-64: the kernel's own probes, never filtered, SIGILL from elsewhere
    for number in set(range(700)) - numbers:
        try:
            libc.call("syscall", number, -1, -1, -1, -1, -1, -1)
            answers[number] = "done"
        except OSError as error:
            answers[number] = errno.errorcode[error.errno]
    assert set(answers.values()) == {"EPERM"}, answers


# ---- what honest code does -----------------------------------------------------------------------


@expect("done")
def start_threads(place):
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(len, ["a", "bb"] * 20)) == 60


@expect("done")
def use_a_socket_pair(place):
    ours, theirs = socket.socketpair()
    ours.settimeout(1)
    ours.sendall(b"hello")
    assert theirs.recv(10) == b"hello"


@expect("done")
def run_a_coroutine(place):
    async def work():
        await asyncio.sleep(0.001)
        return await asyncio.to_thread(len, "ab")

    assert asyncio.run(work()) == 2


@expect("done")
def wait_for_pipes_and_events(place):
    read, write = os.pipe()
    os.write(write, b"x")
    poller = select.epoll()
    poller.register(read, select.EPOLLIN)
    assert poller.poll(1) and select.select([read], [], [], 1)[0]
    if hasattr(os, "eventfd"):
        os.close(os.eventfd(0))


@expect("done")
def set_a_timer(place):
    rang = []
    signal.signal(signal.SIGALRM, lambda *_: rang.append(True))
    signal.setitimer(signal.ITIMER_REAL, 0.001)
    time.sleep(0.02)
    signal.alarm(0)
    assert rang


@expect("done")
def signal_oneself(place):
    seen = []
    signal.signal(signal.SIGUSR1, lambda *_: seen.append(True))
    os.kill(os.getpid(), signal.SIGUSR1)
    signal.raise_signal(signal.SIGUSR1)
    assert len(seen) == 2


@expect("done")
def work_with_files(place):
    os.makedirs("a/b")
    Path("a/b/c.txt").write_text("text")
    os.rename("a/b/c.txt", "a/c.txt")
    with open("a/c.txt", "r+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.truncate(2)
    assert Path("a/c.txt").read_text() == "te"
    assert os.path.isfile(place.scratch / "a" / "c.txt")
    shutil.rmtree("a")
    assert os.listdir() == []


@expect("done")
def copy_files(place):
    Path("one").write_text("1")
    shutil.copy("one", "two")
    shutil.copy2("one", "three")
    shutil.copytree(".", "folder", ignore=shutil.ignore_patterns("folder"))
    shutil.move("two", "four")
    Path("one").touch()
    Path("new").touch()
    assert Path("new").exists()
    os.chmod("one", 0o644)


@expect("done")
def use_temporary_files(place):
    with tempfile.NamedTemporaryFile("w+") as file, tempfile.TemporaryDirectory() as folder:
        file.write("x")
        assert Path(folder).parent == place.scratch == Path(file.name).parent
    with tempfile.TemporaryFile() as file:
        file.write(b"x")


@expect("done")
def keep_objects_in_files(place):
    with open("object", "wb") as file:
        pickle.dump({"a": 1}, file)
    with open("object", "rb") as file:
        assert pickle.load(file) == {"a": 1}
    with zipfile.ZipFile("archive", "w") as archive:
        archive.write("object")
    with zipfile.ZipFile("archive") as archive:
        archive.extractall("unpacked")


@expect("done")
def ask_about_the_machine(place):
    assert platform.processor() is not None
    assert platform.platform() and os.cpu_count() and os.uname() and shutil.disk_usage(".")
    assert os.getpriority(os.PRIO_PROCESS, 0) is not None and os.sched_getaffinity(0)
    assert resource.getrlimit(resource.RLIMIT_AS) and resource.getrusage(resource.RUSAGE_SELF)
    if sys.flags.utf8_mode == 0:
        sys.getfilesystemencoding()


@expect("done")
def ask_who_one_is(place):
    import getpass

    assert getpass.getuser() and Path.home().is_dir() and os.getuid() >= 0


@expect("done")
def make_unique_names(place):
    assert uuid.uuid1() and uuid.uuid4() and os.urandom(4)


@expect("done")
def import_another_module(place):
    for name in ("colorsys", "wave", "sqlite3", "xml.dom.minidom", "unittest", "decimal"):
        importlib.import_module(name)


@expect("done")
def use_time_zones(place):
    import datetime
    import zoneinfo

    assert datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Berlin")).utcoffset()
    time.localtime()


@expect("done")
def use_a_database_in_scratch(place):
    import sqlite3

    with contextlib.closing(sqlite3.connect("data.db")) as database:
        database.execute("create table t (x)")
        database.commit()


@expect("done")
def read_what_is_granted(place):
    assert place.known.read_text() == "known"
    assert "known.txt" in os.listdir(place.known.parent)


@expect("done")
def survive_what_is_refused(place):
    with contextlib.suppress(OSError):
        subprocess.run(["ls"])
    with contextlib.suppress(OSError):
        socket.create_connection(("localhost", 1), timeout=1)
    with contextlib.suppress(OSError):
        import multiprocessing

        multiprocessing.Process(target=print).start()


@expect("done", harmless=False)
def write_to_standard_streams(place):
    print("nobody hears this", flush=True)
    os.write(2, b"nor this")
    assert os.read(0, 1) == b""


# ---- what honest code does with torch ------------------------------------------------------------


@expect("done", warm=True)
def train_a_layer(place):
    import torch

    layer = torch.nn.Linear(3, 2)
    optimizer = torch.optim.Adam(layer.parameters())
    loss = layer(torch.randn(4, 3)).pow(2).sum()
    loss.backward()
    optimizer.step()
    torch.set_num_threads(2)
    assert torch.randn(2000, 2000).matmul(torch.randn(2000, 300)).shape == (2000, 300)


@expect("done", warm=True)
def save_and_load_tensors(place):
    import numpy
    import safetensors.torch
    import torch

    torch.save({"a": torch.ones(3)}, "a.pt")
    assert torch.load("a.pt", mmap=True)["a"].sum() == 3
    safetensors.torch.save_file({"a": torch.ones(3)}, "a.safetensors")
    assert safetensors.torch.load_file("a.safetensors")["a"].sum() == 3
    numpy.save("a.npy", numpy.ones(3))
    assert numpy.load("a.npy", mmap_mode="r").sum() == 3
    numpy.memmap("a.bin", dtype="float32", mode="w+", shape=(4,))[:] = 1


@expect("done", warm=True)
def load_batches(place):
    import torch
    from torch.utils.data import DataLoader, TensorDataset

    data = TensorDataset(torch.ones(8, 2))
    assert len(list(DataLoader(data, batch_size=4, shuffle=True))) == 2
    with contextlib.suppress(OSError, RuntimeError):
        list(DataLoader(data, num_workers=1))


@expect("done", warm=True)
def share_a_tensor(place):
    import torch

    with contextlib.suppress(OSError, RuntimeError):
        torch.ones(3).share_memory_()


@expect("done", warm=True)
def draw_a_figure(place):
    import matplotlib.pyplot as plt

    plt.plot([1, 2], [3, 4])
    plt.title("$x^2$ ü")
    for kind in ("png", "svg", "pdf"):
        plt.savefig(place.scratch / f"figure.{kind}")
        assert (place.scratch / f"figure.{kind}").stat().st_size > 1000


@expect("done", warm=True)
def import_more_of_torch(place):
    import torch

    for name in ("torch.func", "torch.fx", "torch._dynamo", "torch.ao.quantization", "sympy"):
        importlib.import_module(name)
    assert torch.func.grad(torch.sin)(torch.zeros(())) == 1


@expect("done", warm=True)
def run_cells(place):
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell.instance()
    for cell in (
        "import asyncio\nawait asyncio.sleep(0.001)",
        "%timeit -n 1 -r 1 1 + 1",
        "%%time\nimport inspect, torch\ninspect.getsource(torch.nn.Linear)",
        "%%writefile module.py\nanswer = 42",
        "import module\nassert module.answer == 42",
    ):
        shell.run_cell(cell).raise_error()
    shell.run_cell("!ls")
    shell.run_cell("%pip install something")
    shell.run_cell("%%bash\nls")


# ---- the program ---------------------------------------------------------------------------------

INHERITED = -1
DATAGRAMS = ""


def _reap(child: int) -> None:
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def main() -> None:
    global INHERITED, DATAGRAMS
    parser = argparse.ArgumentParser()
    parser.add_argument("--user", type=int)
    parser.add_argument("--open", action="store_true")
    parser.add_argument("--abi", type=int)
    parser.add_argument("--warm", action="store_true")
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        _furnish(base, arguments.user)
        paths = [*confine.readable.default(), base / "granted"]
        if arguments.warm:
            _warm_up()
        if arguments.user is not None:
            _let_everyone_reach(Path(sys.base_prefix), base)
            _become(arguments.user)
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        DATAGRAMS = f"attempts{os.getpid()}"
        listener.bind("\0" + DATAGRAMS)
        INHERITED = os.open(base / "outside" / "secret.txt", os.O_RDONLY)
        os.environ["SECRET"] = "x"
        for wall in set(arguments.without) - {"identity"}:
            _tear_down(wall)
        if arguments.abi:
            confine.landlock.abi = lambda: arguments.abi
        prepared = None if arguments.open else confine.prepare(paths)
        if "identity" in arguments.without:
            prepared = dataclasses.replace(prepared, new_identity=False, reads_as_root=False)
        outcomes = {}
        names = [
            name
            for name, attempt in ATTEMPTS.items()
            if attempt.warm == arguments.warm and (attempt.harmless or not arguments.open)
        ]
        for number, name in enumerate(arguments.names or names):
            scratch = base / "scratch" / str(number)
            scratch.mkdir()
            outcomes[name] = _outcome(ATTEMPTS[name], Place(base, scratch), prepared)
            _restore(base)
        json.dump(outcomes, sys.stdout)
        sys.stdout.flush()
        if arguments.user is not None:
            os._exit(0)  # the folder is for whom started this to remove


def _warm_up() -> None:
    import matplotlib

    matplotlib.use("agg")
    import matplotlib.pyplot
    import torch
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    torch.set_num_threads(1)
    sys.path.insert(0, "")  # as in a notebook
    InteractiveShell.instance(config=Config(HistoryManager={"enabled": False}))


def _furnish(base: Path, user: int | None) -> None:
    base.chmod(0o755)
    for name in ("outside", "granted", "scratch"):
        (base / name).mkdir()
        (base / name).chmod(0o777)
    _restore(base)
    if user is not None:
        for path in (base, *base.rglob("*")):
            os.chown(path, user, user)


def _restore(base: Path) -> None:
    for path in (base / "outside" / "secret.txt", base / "granted" / "known.txt"):
        path.write_text(path.stem)
        path.chmod(0o666)


def _let_everyone_reach(folder: Path, base: Path) -> None:
    """An interpreter under root's home, as an ordinary user would have it; seen here only."""
    closed = [above for above in folder.parents if not above.stat().st_mode & 0o001]
    if not closed:
        return
    bind, private = 4096, 1 << 18 | 1 << 14
    aside = base / "interpreter"
    aside.mkdir()
    libc.call("unshare", 0x20000)
    libc.call("mount", b"none", b"/", None, private, None)
    libc.call("mount", os.fsencode(folder), os.fsencode(aside), None, bind, None)
    libc.call("mount", b"none", os.fsencode(closed[-1]), b"tmpfs", 0, b"mode=755")
    folder.mkdir(parents=True)
    libc.call("mount", os.fsencode(aside), os.fsencode(folder), None, bind, None)


def _become(user: int) -> None:
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    libc.call("prctl", 4, 1, 0, 0, 0)  # as dumpable as a process that this user started


def _tear_down(wall: str) -> None:
    """Leave one wall out, to see the others alone."""
    if wall == "seccomp":
        confine.syscalls.load = lambda program, pid: None
    elif wall == "landlock":
        confine.landlock.restrict = lambda rules, version: None
    elif wall == "limits":
        confine._limit = lambda *_, **__: None
    elif wall == "descriptors":
        confine._close_all_but = lambda kept: None
    elif wall == "mount":
        confine._mounts_its_own = lambda: False
    else:
        raise SystemExit(f"no wall called {wall}")


def _outcome(attempt: Attempt, place: Place, prepared: confine.Confinement | None) -> str:
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        _try(attempt, place, prepared, write)
    os.close(write)
    with open(read, "rb") as answer:
        outcome = answer.read().decode()
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        return signal.Signals(os.WTERMSIG(status)).name
    return outcome or f"exit {os.WEXITSTATUS(status)}"


def _try(attempt: Attempt, place: Place, prepared, write: int) -> None:
    outcome = "confinement failed"
    try:
        limits = LIMITS
        if "processor" in attempt.name:
            limits = confine.Limits(cpu_seconds=1)
        if attempt.warm:
            limits = confine.Limits()
        if prepared:
            prepared.apply(place.scratch, [write], limits)
        else:
            os.chdir(place.scratch)
            os.environ["TMPDIR"] = os.environ["HOME"] = str(place.scratch)
            tempfile.tempdir = None
        attempt.act(place)
        outcome = "done"
    except OSError as error:
        outcome = errno.errorcode.get(error.errno, str(error))
    except BaseException as error:
        outcome = type(error).__name__
        if outcome == "AssertionError" or isinstance(error, RuntimeError):
            outcome += f": {error}"[:300] if outcome != "RuntimeError" else ""
    finally:
        with contextlib.suppress(OSError):
            os.write(write, outcome.encode())
        os._exit(0)


if __name__ == "__main__":
    main()
