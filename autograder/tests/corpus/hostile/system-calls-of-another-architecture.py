# what: System calls are made through the 32-bit gate and with the x32 bit, past a 64-bit filter.
# needs: x86_64

# %% before parameter-count
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
if libc.syscall(0x40000000 | 39) == os.getpid():
    print("HO" + "LE: an x32 system call")

# %% before backward
import ctypes
import mmap
import os

# mov eax, 20 (getpid); int 0x80; ret
code = b"\xb8\x14\x00\x00\x00\xcd\x80\xc3"
page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
page.write(code)
address = ctypes.addressof(ctypes.c_char.from_buffer(page))
if ctypes.CFUNCTYPE(ctypes.c_int)(address)() == os.getpid():
    print("HO" + "LE: a 32-bit system call")
