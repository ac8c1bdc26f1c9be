# what: The notebook is a sparse file of a terabyte.

# %% folder
def place(file, data):
    import os

    file.write_bytes(data)
    os.truncate(file, 2**40)
