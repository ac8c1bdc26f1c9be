# what: The assignment's folder is a link to another student's.

# %% folder
def place(file, data):
    file.parent.rmdir()
    file.parent.symlink_to(file.parents[2] / "zoe" / "02-linear-layer", target_is_directory=True)
