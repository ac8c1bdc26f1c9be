# what: The file is a number.

# %% bytes
def data(right):
    return b"16"
