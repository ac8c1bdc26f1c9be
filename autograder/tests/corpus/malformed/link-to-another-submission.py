# what: The notebook is a symbolic link to another student's right answers.

# %% folder
def place(file, data):
    file.symlink_to(file.parents[2] / "zoe" / "02-linear-layer" / "linear-layer.ipynb")
