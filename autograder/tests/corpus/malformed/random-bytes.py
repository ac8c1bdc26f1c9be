# what: The file is noise.

# %% bytes
def data(right):
    import random

    return random.Random(7).randbytes(100_000)
