# what: The notebook is a link to a right notebook beside it.

# %% folder
def place(file, data):
    file.with_name("mine.ipynb").write_bytes(data)
    file.symlink_to("mine.ipynb")
