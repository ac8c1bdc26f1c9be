# what: The metadata is an object whose keys collide and are a million.

# %% bytes
def data(right):
    keys = b",".join(b'"k%d":[]' % number for number in range(1_000_000))
    return right.replace(b'"nbformat": 4', b'"keys": {' + keys + b'}, "nbformat": 4', 1)
