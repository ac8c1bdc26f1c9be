"""Landlock, the kernel's way to give up files: three system calls, best effort by what it knows.

Constants and structures are those of ``linux/landlock.h``; the numbers of the system calls are the
same on every architecture that Python runs on. `abi` is 0 where the kernel has no Landlock.
"""

from __future__ import annotations

import ctypes
import os
import stat
import sys
from collections.abc import Iterable

from autograder.libc import call, failed, words

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_CREATE_RULESET_VERSION = 1
_RULE_PATH_BENEATH = 1

# Rights on files and folders; the number behind each is the ABI that brought it.
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
REMOVE_DIR, REMOVE_FILE, MAKE_DIR, MAKE_REG = 1 << 4, 1 << 5, 1 << 7, 1 << 8
REFER = 1 << 13  # 2
TRUNCATE = 1 << 14  # 3
IOCTL_DEV = 1 << 15  # 5
_FS_RIGHTS = {1: (1 << 13) - 1, 2: REFER, 3: TRUNCATE, 5: IOCTL_DEV}
_NET_RIGHTS = {4: 0b11}  # bind and connect by TCP
_SCOPES = {6: 0b11}  # abstract Unix sockets, and signals, to processes outside
_LOG_SAME_EXEC_OFF = 1  # 7

READ = READ_FILE | READ_DIR
DEVICE = READ_FILE | WRITE_FILE | TRUNCATE
# No links, sockets, FIFOs or devices: whoever cleans up must meet files and folders only.
SCRATCH = READ | WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | REFER | TRUNCATE
_OF_A_FILE = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV


class _Ruleset(ctypes.Structure):
    _fields_ = [
        ("handled_access_fs", ctypes.c_uint64),
        ("handled_access_net", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    ]


class Rule(ctypes.Structure):
    """``struct landlock_path_beneath_attr``: rights, and a descriptor of what they are about."""

    _pack_ = 1
    _layout_ = "ms"  # as packed in the kernel's header; Python 3.14 asks for the name
    _fields_ = [("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32)]


def abi() -> int:
    """The version of Landlock this kernel speaks; 0 for none."""
    if sys.platform != "linux":
        return 0
    try:
        return call("syscall", _CREATE_RULESET, None, 0, _CREATE_RULESET_VERSION)
    except OSError:  # built without it, not enabled at boot, or hidden by a container
        return 0


def rule(path: str | os.PathLike, rights: int, version: int) -> Rule:
    """A rule that grants ``rights`` on the file ``path``, or on all beneath the folder ``path``.

    It holds an open descriptor: made before a fork, it can be used after. Raises OSError.
    """
    descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
        rights &= _OF_A_FILE
    return Rule(rights & _known(_FS_RIGHTS, version), descriptor)


def restrict(rules: Iterable[Rule], version: int) -> None:
    """Confine the calling thread, and all it starts, to ``rules``, for good.

    Every right that ``version`` (from `abi`) knows and no rule grants is gone. no_new_privs must be
    set. Raises OSError.
    """
    handled = _known(_FS_RIGHTS, version)
    wanted = _Ruleset(handled, _known(_NET_RIGHTS, version), _known(_SCOPES, version))
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = call("syscall", _CREATE_RULESET, ctypes.byref(wanted), size, 0)
    try:
        add = words("syscall", 5)
        for one in rules:
            if add(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, ctypes.addressof(one), 0) < 0:
                raise failed("landlock_add_rule")
        # A loop of refused calls must not fill the machine's audit log.
        call("syscall", _RESTRICT_SELF, ruleset, _LOG_SAME_EXEC_OFF if version >= 7 else 0)
    finally:
        os.close(ruleset)


def _known(by_version: dict[int, int], version: int) -> int:
    return sum(rights for since, rights in by_version.items() if since <= version)
