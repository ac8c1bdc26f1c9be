# what: The notebook is a symbolic link to itself.

# %% folder
def place(file, data):
    file.symlink_to(file.name)
