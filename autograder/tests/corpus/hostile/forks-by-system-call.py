# what: Processes are made with the raw system calls clone, clone3, fork and vfork.
# needs: x86_64

# %% before forward
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
SIGCHLD = 17
# No vfork: a child that returns into shared memory would crash an unconfined parent.
for number, arguments in {57: (), 56: (SIGCHLD, 0, 0, 0, 0), 435: (0, 0)}.items():
    done = libc.syscall(number, *arguments)
    if done == 0:
        os._exit(0)
    if done > 0:
        print("HO" + "LE: a new process by system call", number)
arguments = (ctypes.c_uint64 * 8)(0, 0, 0, 0, SIGCHLD, 0, 0, 0)
done = libc.syscall(435, ctypes.byref(arguments), 64)
if done == 0:
    os._exit(0)
if done > 0:
    print("HO" + "LE: a new process by clone3")
