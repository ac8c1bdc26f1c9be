# what: ptrace is tried on the parent, a bystander and itself, and core files are asked for.
# needs: x86_64

# %% first
import ctypes
import os
import resource

libc = ctypes.CDLL(None, use_errno=True)
ATTACH, SEIZE, TRACEME = 16, 0x4206, 0
for request, process in ((ATTACH, os.getppid()), (SEIZE, os.getppid()), (ATTACH, int("@CANARY@")), (TRACEME, 0)):
    if libc.syscall(101, request, process, 0, 0) == 0:
        print("HO" + "LE: ptrace", request)
        libc.syscall(101, 17, process, 0, 0)
for number, arguments in {438: (0, 0, 0), 434: (os.getppid(), 0), 312: (os.getppid(), os.getpid(), 1, 0, 0)}.items():
    if libc.syscall(number, *arguments) >= 0:
        print("HO" + "LE: system call", number)
