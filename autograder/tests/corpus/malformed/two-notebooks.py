# what: Two notebooks stand in one file, one after the other.

# %% bytes
def data(right):
    return right + b"\n" + right
