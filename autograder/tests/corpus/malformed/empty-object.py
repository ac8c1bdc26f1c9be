# what: The file is an empty JSON object.

# %% bytes
def data(right):
    return b"{}"
