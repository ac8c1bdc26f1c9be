# what: A cell prints for ever, another writes to its descriptors for ever.
# endless: a loop that prints

# %% before forward
while True:
    print("again and again")

# %% before parameter-count
import os

while True:
    os.write(1, b"again and again\n" * 1000)
