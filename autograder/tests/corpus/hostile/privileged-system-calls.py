# what: Namespaces, mounts, modules, keys, bpf, perf, fanotify, quotas, clocks and reboots are tried.
# needs: x86_64

# %% first
import ctypes
import errno
import os

libc = ctypes.CDLL(None, use_errno=True)
name = os.uname().nodename.encode()
calls = {
    "unshare": (272, (0x10000000,)), "unshare mount": (272, (0x20000,)), "setns": (308, (0, 0)),
    "mount": (165, (b"none", b".", b"no-such-system", 0, 0)), "chroot": (161, (b".",)),
    "pivot_root": (155, (b".", b".")), "open_tree": (428, (-100, b".", 1)), "fsopen": (430, (b"tmpfs", 0)),
    "bpf": (321, (0, 0, 0)), "perf_event_open": (298, (0, 0, -1, -1, 0)), "keyctl": (250, (0, -3, 1)),
    "add_key": (248, (b"user", b"@MARK@", b"x", 1, -3)), "fanotify_init": (300, (0, 0)),
    "init_module": (175, (0, 0, b"")), "swapon": (167, (b"x", 0)), "acct": (163, (b"x",)),
    "sethostname": (170, (name, len(name))), "settimeofday": (164, (0, 0)), "syslog": (103, (3, 0, 0)),
    "iopl": (172, (3,)), "quotactl": (179, (0, 0, 0, 0)), "personality": (135, (0x0040000,)),
    "name_to_handle_at": (303, (-100, b"@COURSE@/gradebook.db", 0, 0, 0)),
    "seteuid": (117, (0, 0, 0)), "mknod": (133, (b"node", 0o60666, 0x0800)), "setsid": (112, ()),
    "userfaultfd": (323, (1,)), "lookup_dcookie": (212, (0, 0, 0)), "vmsplice": (278, (1, 0, 0, 0)),
    "process_madvise": (440, (0, 0, 0, 0, 0)), "kcmp": (312, (1, 1, 0, 0, 0)),
}
# These may be harmless with what one has: they are tried and not counted.
harmless = {"setsid", "seteuid", "vmsplice"}
for call, (number, arguments) in calls.items():
    ctypes.set_errno(0)
    done = libc.syscall(number, *arguments)
    # Another error than these would mean that only the arguments were wrong.
    closed = done < 0 and ctypes.get_errno() in (errno.EPERM, errno.ENOSYS)
    if not closed and call not in harmless:
        print("HO" + "LE:", call, done, ctypes.get_errno())
