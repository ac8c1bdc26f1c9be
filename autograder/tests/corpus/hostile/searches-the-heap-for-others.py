# what: The raw heap is searched for what an earlier submission contained.
# needs: linux

# %% before backward
import ctypes
import gc
import re
import tempfile

libc = ctypes.CDLL(None, use_errno=True)
libc.sbrk.restype = ctypes.c_void_p
libc.write.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t]
needle = re.compile(("-ROSSECEDERP"[::-1] + "[0-9a-f]{16}").encode())
step, found = 1 << 20, set()
# Where Python keeps its own objects, and below the end of the C library's heap.
things = [*gc.get_objects(), *gc.get_referents(*gc.get_objects())]
regions = {id(thing) // step * step for thing in things}
end = libc.sbrk(0) // step * step
regions |= set(range(end - 256 * step, end + step, step))
# write() answers EFAULT for memory that is not there, where reading it would crash.
with tempfile.TemporaryFile(buffering=0) as window:
    for start in sorted(regions):
        for address in range(start, start + step, 1 << 16):
            window.seek(0)
            if libc.write(window.fileno(), address, 1 << 16) > 0:
                window.seek(0)
                found |= set(needle.findall(window.read(1 << 16)))
for text in found:
    print("HO" + "LE: the heap holds", text)
print(len(regions), "regions searched")
