# what: memfd_create and its kin make files that no limit on memory counts.
# needs: x86_64

# %% first
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
for number, arguments in {319: (b"hidden", 0), 447: (0,), 323: (0,), 425: (1, 0)}.items():
    if libc.syscall(number, *arguments) >= 0:
        print("HO" + "LE: system call", number)
try:
    os.memfd_create("hidden")
    print("HO" + "LE: memfd_create")
except OSError as error:
    print(error)
