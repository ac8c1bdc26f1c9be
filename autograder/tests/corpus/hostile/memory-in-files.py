# what: Memory is filled through files: temporary ones, mapped ones, pipes.

# %% before count-parameters
import mmap
import os
import tempfile

maps = []
for number in range(60):
    file = tempfile.TemporaryFile()
    os.ftruncate(file.fileno(), 100 * 2**20)
    shared = mmap.mmap(file.fileno(), 100 * 2**20)
    for start in range(0, len(shared), 4096):
        shared[start] = 1
    maps.append((file, shared))
print("HO" + "LE: six gigabytes mapped")

# %% before backward
pipes = []
try:
    for _ in range(100_000):
        pipes.append(os.pipe())
except OSError as error:
    print(len(pipes), error)
