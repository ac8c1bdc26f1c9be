# what: The last brace is missing.

# %% bytes
def data(right):
    return right.rstrip()[:-1]
