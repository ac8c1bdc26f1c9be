# what: fork, socket and kill are called by machine code of its own, past every wrapper.
# needs: x86_64

# %% before backward
import ctypes
import mmap
import os


def call(number, a=0, b=0, c=0):
    """A system call by nothing but mov and syscall."""
    code = b"\x48\xb8" + number.to_bytes(8, "little") + b"\x48\xbf" + a.to_bytes(8, "little")
    code += b"\x48\xbe" + b.to_bytes(8, "little") + b"\x48\xba" + c.to_bytes(8, "little")
    code += b"\x0f\x05\xc3"
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(code)
    return ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()


print(call(39) == os.getpid())
done = call(57)
if done == 0:
    call(231, 0)
for name, done in {"fork": done, "socket": call(41, 2, 1), "kill": call(62, int("@CANARY@"), 9)}.items():
    if done >= 0:
        print("HO" + "LE: by machine code:", name)
