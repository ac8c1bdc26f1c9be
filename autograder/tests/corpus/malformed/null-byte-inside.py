# what: One zero byte stands between two cells.

# %% bytes
def data(right):
    return right.replace(b'"cells":', b'"cells":\0', 1)
