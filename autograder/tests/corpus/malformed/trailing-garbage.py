# what: After the notebook comes the end of a longer one that stood in the file before.

# %% bytes
def data(right):
    return right + right[-500:]
