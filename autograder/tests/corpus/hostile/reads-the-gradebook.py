# what: The gradebook is opened through Python, SQLite, NumPy, torch and the C library.

# %% before forward
import ctypes
import os
import sqlite3

path = "@COURSE@/gradebook.db"
hole = "HO" + "LE: the gradebook was read by "


def by_sqlite():
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True).execute("select * from grade").fetchall()


def by_numpy():
    import numpy as np

    return np.memmap(path, mode="r").tobytes()


def by_libc():
    libc = ctypes.CDLL(None, use_errno=True)
    file = libc.open(path.encode(), 0)
    if file < 0:
        raise OSError(ctypes.get_errno())
    return os.read(file, 100)


def by_relative_path():
    os.chdir("@COURSE@")
    return open("gradebook.db", "rb").read()


attempts = {
    "open": lambda: open(path, "rb").read(),
    "os.open": lambda: os.read(os.open(path, os.O_RDONLY), 100),
    "sqlite": by_sqlite,
    "numpy": by_numpy,
    "torch": lambda: torch.from_file(path, size=16, dtype=torch.uint8),
    "libc": by_libc,
    "a relative path": by_relative_path,
    "O_PATH": lambda: os.open(path, os.O_PATH | os.O_NOFOLLOW) and open("/proc/self/fd/" + str(os.open(path, os.O_PATH)), "rb").read(),
}
for name, attempt in attempts.items():
    try:
        print(hole + name, attempt())
    except Exception as error:
        print(name, type(error).__name__)
