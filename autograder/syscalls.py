"""The system calls a learner's code may make: an allow-list, compiled once, loaded in each child.

Whatever is not named here fails with EPERM, an exception that honest code survives; killing would
end `platform.processor()` and `uuid.uuid1()` too. Where an argument decides, the rule says which.
Arguments that the kernel reads as 32 bits are compared as 32 bits: the rest of a register is noise.

What Landlock does not cover is closed here: changing a file's mode, owner, times or attributes,
watching folders, signals and priorities of other processes, io_uring, shared memory, and memory
that no limit counts (memfd_create).
"""

from __future__ import annotations

import ctypes
import errno
import struct
import tempfile

from autograder.libc import call

ALLOWED = """
    read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 lseek sendfile
    open openat openat2 creat close close_range dup dup2 dup3 flock fadvise64
    fsync fdatasync ftruncate fallocate copy_file_range
    stat lstat fstat newfstatat statx statfs fstatfs access faccessat faccessat2
    readlink readlinkat getdents getdents64 getcwd chdir fchdir umask
    mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2
    mmap munmap mremap mprotect madvise msync mincore brk membarrier
    futex futex_waitv set_robust_list set_tid_address rseq exit exit_group restart_syscall
    getpid getppid gettid getuid geteuid getgid getegid getresuid getresgid getgroups
    getpgrp getpgid getsid getpriority getrlimit getrusage times uname sysinfo getcpu getrandom
    capget
    sched_yield sched_getaffinity sched_getparam sched_getscheduler
    sched_get_priority_max sched_get_priority_min
    clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time
    alarm pause getitimer setitimer timer_create timer_settime timer_gettime timer_getoverrun
    timer_delete timerfd_create timerfd_settime timerfd_gettime
    rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigsuspend rt_sigtimedwait
    sigaltstack signalfd signalfd4 wait4 waitid
    poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait
    epoll_pwait2 eventfd eventfd2 pipe pipe2 shutdown getsockname getpeername
"""
"""Allowed whatever the arguments. Files among them are Landlock's business."""

POLITE = {
    # The C library falls back to clone(), whose flags a filter can read; clone3's are in memory.
    "clone3": errno.ENOSYS,
    "fchmodat2": errno.ENOSYS,
    # shutil.copy() sets mode and attributes of its copy, and fails if it may not. Here these calls
    # do nothing at all, whatever they are asked, and say so in the way shutil understands.
    **dict.fromkeys(("chmod", "fchmod", "fchmodat"), 0),
    **dict.fromkeys(("listxattr", "llistxattr", "flistxattr"), errno.ENOTSUP),
    **dict.fromkeys(("getxattr", "lgetxattr", "fgetxattr"), errno.ENOTSUP),
    **dict.fromkeys(("setxattr", "lsetxattr", "fsetxattr"), errno.ENOTSUP),
}
"""Refused by another answer than EPERM, because honest code expects that answer."""

_OWN_PID = 0x7FC0FFEE  # stands for the child's pid, unknown until it is forked; no pid is as large
_WORD = 0xFFFFFFFF

# clone() may start a thread of this process, sharing all of it, and nothing else.
_THREAD = 0x100 | 0x200 | 0x400 | 0x800 | 0x10000 | 0x40000  # VM FS FILES SIGHAND THREAD SYSVSEM
_THREAD_OPTIONS = 0x80000 | 0x100000 | 0x200000 | 0x400000 | 0x1000000  # TLS, tid addresses

_AF_UNIX, _SOCK_STREAM, _SOCK_NONBLOCK, _SOCK_CLOEXEC = 1, 1, 0o4000, 0o2000000
_MESSAGE_FLAGS = 0x2 | 0x20 | 0x40 | 0x100 | 0x4000  # PEEK TRUNC DONTWAIT WAITALL NOSIGNAL; not OOB
_SOL_SOCKET = 1
_SOCKET_OPTIONS = (3, 4, 7, 8, 30, 38, 39)  # TYPE ERROR SNDBUF RCVBUF ACCEPTCONN PROTOCOL DOMAIN
_TERMINAL_QUESTIONS = (0x5401, 0x5413)  # TCGETS, TIOCGWINSZ
_FILE_CONTROLS = (0x541B, 0x5421, 0x5450, 0x5451)  # FIONREAD FIONBIO FIONCLEX FIOCLEX
_FICLONE = 0x40049409
# F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETLK, F_GETOWN, F_GETSIG, F_OFD_GETLK,
# F_DUPFD_CLOEXEC, F_GETPIPE_SZ, F_GET_SEALS. Not F_SETOWN and F_SETSIG (a signal to any process of
# this user), F_SETLEASE (stops others who open the file), F_NOTIFY, F_SETPIPE_SZ (more memory).
_FCNTL = (0, 1, 2, 3, 4, 5, 9, 11, 36, 1030, 1032, 1034)
_RECORD_LOCKS = (6, 7)  # F_SETLK, F_SETLKW
_PRCTL = (2, 3, 16, 21, 23, 30, 39)  # PR_GET_... and PR_CAPBSET_READ: questions only
_PR_SET_NAME, _PR_SET_VMA = 15, 0x53564D41  # names for threads and mappings
_ARCH_PRCTL = (0x1003, 0x1004, 0x1021, 0x1022, 0x1023)  # GET_FS, GET_GS; matrix units, for oneDNN


class UnsupportedError(Exception):
    """libseccomp or pyseccomp is missing; the text says which, and what to install."""


def compile_filter(allow_truncate: bool) -> bytes:
    """The filter as BPF instructions, to be given to `load`. Raises `UnsupportedError`.

    ``allow_truncate``: whether Landlock already guards truncate(), as it does from version 3.
    """
    try:
        import pyseccomp as seccomp
    except ImportError as error:
        raise UnsupportedError("the Python package pyseccomp is not installed") from error
    except (RuntimeError, OSError, AttributeError) as error:
        raise UnsupportedError(
            "libseccomp is not installed (Debian and Ubuntu: libseccomp2)"
        ) from error
    program = seccomp.SyscallFilter(seccomp.ERRNO(errno.EPERM))
    # 32-bit calls have other numbers, so no rule here would mean what it says.
    program.set_attr(seccomp.Attr.ACT_BADARCH, seccomp.KILL_PROCESS)
    for name, conditions in _rules(allow_truncate):
        _add(seccomp, program, seccomp.ALLOW, name, conditions)
    for name, error in POLITE.items():
        _add(seccomp, program, seccomp.ERRNO(error), name, ())
    _add(seccomp, program, seccomp.ERRNO(errno.EOPNOTSUPP), "ioctl", ((1, _WORD, _FICLONE),))
    # A process cannot conflict with its own record locks, so having none is the same; each real one
    # would cost kernel memory that no limit counts.
    for command in _RECORD_LOCKS:
        _add(seccomp, program, seccomp.ERRNO(0), "fcntl", ((1, _WORD, command),))
    # shutil sets the times of its copy: without effect too. But Path.touch(), which names no times,
    # has to hear no, or it takes a missing file for a touched one.
    number = seccomp.resolve_syscall(seccomp.Arch.NATIVE, "utimensat")
    program.add_rule(seccomp.ERRNO(0), number, seccomp.Arg(2, seccomp.NE, 0))
    with tempfile.TemporaryFile() as file:
        program.export_bpf(file)
        file.seek(0)
        compiled = file.read()
    if struct.pack("=I", _OWN_PID) not in compiled:
        raise UnsupportedError("libseccomp compiled the filter in a way this version does not know")
    return compiled


def load(program: bytes, pid: int) -> None:
    """Confine the calling thread, and all it starts, to ``program``, with ``pid`` as its own.

    no_new_privs must be set. Raises OSError.
    """
    instructions = program.replace(struct.pack("=I", _OWN_PID), struct.pack("=I", pid))
    buffer = ctypes.create_string_buffer(instructions, len(instructions))
    header = _Program(len(instructions) // 8, ctypes.addressof(buffer))
    set_seccomp, mode_filter = 22, 2
    call("prctl", set_seccomp, mode_filter, ctypes.byref(header), 0, 0)


class _Program(ctypes.Structure):
    _fields_ = [("len", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


def _rules(allow_truncate: bool):
    """Pairs (name, conditions); the condition (n, mask, value) is: argument n & mask == value."""
    yield from ((name, ()) for name in ALLOWED.split())
    if allow_truncate:
        yield "truncate", ()
    yield "clone", ((0, _WORD & ~_THREAD_OPTIONS, _THREAD),)
    # To oneself only. kill(0) and kill(-1) would reach others; tkill cannot be told apart.
    for name in ("kill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo"):
        yield name, ((0, _WORD, _OWN_PID),)
    # A datagram socket could send to any address without connecting; a stream cannot, nor may any
    # here pass descriptors (sendmsg).
    kind = _WORD & ~(_SOCK_NONBLOCK | _SOCK_CLOEXEC)
    yield "socketpair", ((0, _WORD, _AF_UNIX), (1, kind, _SOCK_STREAM))
    yield "sendto", ((3, _WORD & ~_MESSAGE_FLAGS, 0), (4, 2**64 - 1, 0))
    yield "recvfrom", ((3, _WORD & ~_MESSAGE_FLAGS, 0),)
    for option in _SOCKET_OPTIONS:
        yield "getsockopt", ((1, _WORD, _SOL_SOCKET), (2, _WORD, option))
    for request in _TERMINAL_QUESTIONS + _FILE_CONTROLS:
        yield "ioctl", ((1, _WORD, request),)
    for command in _FCNTL:
        yield "fcntl", ((1, _WORD, command),)
    # Reading one's own limits; a new value, even a lower one, is refused.
    yield "prlimit64", ((0, _WORD, 0), (2, 2**64 - 1, 0))
    for option in (*_PRCTL, _PR_SET_NAME, _PR_SET_VMA):
        yield "prctl", ((0, _WORD, option),)
    for option in _ARCH_PRCTL:
        yield "arch_prctl", ((0, _WORD, option),)


def _add(seccomp, program, action: int, name: str, conditions: tuple) -> None:
    number = seccomp.resolve_syscall(seccomp.Arch.NATIVE, name)
    if number < 0:  # not on this architecture, or newer than libseccomp: then it stays refused
        return
    arguments = [seccomp.Arg(n, seccomp.MASKED_EQ, mask, value) for n, mask, value in conditions]
    program.add_rule(action, number, *arguments)
