# what: Saving was interrupted in the middle of the file.

# %% bytes
def data(right):
    return right[: len(right) // 2]
