# what: There is no file.
# expect: all=missing

# %% bytes
def data(right):
    return None
