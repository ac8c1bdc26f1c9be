# what: The metadata of an otherwise right notebook is nested a hundred thousand deep.

# %% bytes
def data(right):
    deep = b'{"a":' * 100_000 + b"1" + b"}" * 100_000
    return right.replace(b'"nbformat": 4', b'"deep": ' + deep + b', "nbformat": 4', 1)
