# what: The version of the format has a hundred thousand digits.

# %% bytes
def data(right):
    return right.replace(b'"nbformat": 4', b'"nbformat": 4' + b"0" * 100_000, 1)
