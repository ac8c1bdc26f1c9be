# what: Lists are nested a million deep.

# %% bytes
def data(right):
    return b"[" * 1_000_000 + b"]" * 1_000_000
