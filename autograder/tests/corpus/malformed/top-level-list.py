# what: The notebook is wrapped in a list.

# %% bytes
def data(right):
    return b"[" + right + b"]"
