# what: Six gigabytes are asked for, in one piece, in many, shared and private.
# endless: running out of memory, again and again, in what handles that

# %% before forward
import mmap

import numpy as np

for make in (
    lambda: torch.ones(6 * 2**28),
    lambda: np.ones(6 * 2**27),
    lambda: bytearray(6 * 2**30),
    lambda: "x" * (6 * 2**30),
):
    try:
        make()
        print("HO" + "LE: six gigabytes at once")
    except (MemoryError, RuntimeError) as error:
        print(type(error).__name__)

# %% before parameter-count
kept = []
for _ in range(6000):
    kept.append(bytearray(2**20))
print("HO" + "LE: six gigabytes in pieces")

# %% before count-parameters
maps = []
for _ in range(60):
    shared = mmap.mmap(-1, 100 * 2**20)
    for start in range(0, len(shared), 4096):
        shared[start] = 1
    maps.append(shared)
print("HO" + "LE: six gigabytes shared")

# %% before backward
many = []
for number in range(100_000_000):
    many.append([number])
print("HO" + "LE: a hundred million lists")
