# what: The file has no bytes.

# %% bytes
def data(right):
    return b""
