# what: Mode, owner, times, extended attributes and flags of the gradebook are changed.
# needs: linux

# %% first
import ctypes
import os

book = "@COURSE@/gradebook.db"
libc = ctypes.CDLL(None, use_errno=True)
attempts = {
    "chmod": lambda: os.chmod(book, 0o777),
    "fchmodat": lambda: os.chmod("gradebook.db", 0o777, dir_fd=os.open("@COURSE@", os.O_PATH)),
    "chown": lambda: os.chown(book, os.getuid(), os.getgid()),
    "lchown": lambda: os.lchown(book, os.getuid(), os.getgid()),
    "utime": lambda: os.utime(book, (1, 1)),
    "utime of a folder": lambda: os.utime("@COURSE@"),
    "setxattr": lambda: os.setxattr(book, "user.corpus", b"1"),
    "truncate": lambda: os.truncate(book, 3),
    "chmod of a folder": lambda: os.chmod("@COURSE@", 0o700),
}


def state():
    # A call that is only said to have succeeded changes nothing.
    found = [os.stat(path) for path in (book, "@COURSE@")]
    return [(s.st_mode, s.st_uid, s.st_gid, s.st_mtime_ns, s.st_ctime_ns, s.st_size) for s in found]


before = state()
for name, attempt in attempts.items():
    try:
        attempt()
        print(name, "was accepted")
    except OSError as error:
        print(name, error)
    if state() != before:
        print("HO" + "LE:", name)
for number, arguments in {452: (-100, book.encode(), 0o777, 0), 268: (-100, book.encode(), 0o777)}.items():
    libc.syscall(number, *arguments)
    if state() != before:
        print("HO" + "LE: system call", number)
