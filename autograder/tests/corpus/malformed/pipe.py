# what: The notebook is a named pipe that nobody writes to.

# %% folder
def place(file, data):
    import os

    os.mkfifo(file)
