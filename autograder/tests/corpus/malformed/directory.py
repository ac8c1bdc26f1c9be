# what: The notebook is a folder with a notebook in it.

# %% folder
def place(file, data):
    file.mkdir()
    (file / "linear-layer.ipynb").write_bytes(data)
