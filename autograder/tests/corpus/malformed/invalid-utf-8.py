# what: A byte in a string is not UTF-8.

# %% bytes
def data(right):
    return right.replace(b"linear layer", b"linear \xff\xfe layer", 1)
