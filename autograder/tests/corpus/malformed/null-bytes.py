# what: A disk that was full left only zeros.

# %% bytes
def data(right):
    return b"\0" * len(right)
