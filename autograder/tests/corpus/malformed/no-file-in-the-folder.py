# what: The assignment's folder exists and is empty.
# expect: all=missing

# %% folder
def place(file, data):
    pass
