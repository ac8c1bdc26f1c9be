# what: The file itself has Windows line endings.

# %% bytes
def data(right):
    return right.replace(b"\n", b"\r\n")
