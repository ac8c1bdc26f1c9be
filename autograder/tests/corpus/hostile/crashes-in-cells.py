# what: Cells crash in C: a null pointer, a freed object, a smashed type, an illegal instruction.

# %% before forward
import ctypes

ctypes.string_at(0)

# %% before parameter-count
import ctypes

ctypes.memset(id(type), 0, 64)
int.mro()

# %% before count-parameters
import faulthandler

faulthandler._sigsegv()

# %% before backward
import ctypes
import mmap

page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
page.write(b"\x0f\x0b")
ctypes.CFUNCTYPE(None)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
