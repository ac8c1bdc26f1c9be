# what: Three gigabytes are written into files, a sparse file of a petabyte is made.

# %% before forward
import os

block, written = b"x" * 2**22, 0
for number in range(12):
    try:
        with open(f"large-{number}", "wb") as file:
            for _ in range(64):
                written += file.write(block)
    except OSError as error:
        print(error)
if written >= 3 * 2**30:
    print("HO" + "LE: three gigabytes on disk")

# %% before parameter-count
with open("sparse", "wb") as file:
    os.ftruncate(file.fileno(), 2**50)
    print("HO" + "LE: a petabyte")

# %% before count-parameters
with open("allocated", "wb") as file:
    os.posix_fallocate(file.fileno(), 0, 2**34)
    print("HO" + "LE: sixteen gigabytes")
