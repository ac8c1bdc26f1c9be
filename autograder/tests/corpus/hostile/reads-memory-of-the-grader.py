# what: The parent's memory is read and written with process_vm_readv and process_vm_writev.
# needs: x86_64

# %% first
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


class Vector(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


buffer = ctypes.create_string_buffer(64)
mine = Vector(ctypes.addressof(buffer), 64)
theirs = Vector(id(None), 64)
for number in (310, 311):
    done = libc.syscall(number, os.getppid(), ctypes.byref(mine), 1, ctypes.byref(theirs), 1, 0)
    # EFAULT would mean that only the address was wrong.
    if done > 0 or ctypes.get_errno() == 14:
        print("HO" + "LE: system call", number, done)
