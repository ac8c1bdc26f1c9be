# what: Numbers of a million digits and exponents stand in the metadata.

# %% bytes
def data(right):
    numbers = b'"n": ' + b"9" * 1_000_000 + b', "e": 1e99999999, '
    return right.replace(b'"nbformat": 4', numbers + b'"nbformat": 4', 1)
