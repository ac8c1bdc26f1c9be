# what: Only the editor's checkpoint was handed in.
# expect: all=missing

# %% folder
def place(file, data):
    (file.parent / ".ipynb_checkpoints").mkdir()
    (file.parent / ".ipynb_checkpoints" / "linear-layer-checkpoint.ipynb").write_bytes(data)
