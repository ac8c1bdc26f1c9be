# what: The metadata has a million keys; what is not read cannot hurt, and the rest is right.
# expect: all=passed

# %% bytes
def data(right):
    keys = b",".join(b'"k%d":[]' % number for number in range(1_000_000))
    return right.replace(b'"nbformat": 4', b'"keys": {' + keys + b'}, "nbformat": 4', 1)
