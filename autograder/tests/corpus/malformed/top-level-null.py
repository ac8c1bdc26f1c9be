# what: The file says null.

# %% bytes
def data(right):
    return b"null"
