# what: NaN and Infinity stand where JSON has no such words.

# %% bytes
def data(right):
    return right.replace(b'"nbformat": 4', b'"weight": NaN, "limit": -Infinity, "nbformat": 4', 1)
