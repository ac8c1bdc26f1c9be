# what: The raw heap is searched for what an earlier submission contained.
# needs: linux

# %% before backward
import ctypes
import re
import tempfile

libc = ctypes.CDLL(None, use_errno=True)
libc.sbrk.restype = ctypes.c_void_p
libc.write.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t]
needle = re.compile(("-ROSSECEDERP"[::-1] + "[0-9a-f]{16}").encode())
step, found, misses = 1 << 16, set(), 0
# write() answers EFAULT for memory that is not there, where reading it would crash.
with tempfile.TemporaryFile(buffering=0) as window:
    address = libc.sbrk(0) - step
    for _ in range(4000):
        window.seek(0)
        if libc.write(window.fileno(), address, step) > 0:
            window.seek(0)
            found |= set(needle.findall(window.read(step)))
            misses = 0
        else:
            misses += 1
            if misses > 64:
                break
        address -= step
for text in found:
    print("HO" + "LE: the heap holds", text)
