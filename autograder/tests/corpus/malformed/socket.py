# what: The notebook is a socket.

# %% folder
def place(file, data):
    import os
    import socket

    here = os.getcwd()
    os.chdir(file.parent)  # a socket's path must be short
    try:
        socket.socket(socket.AF_UNIX).bind(file.name)
    finally:
        os.chdir(here)
