# what: The notebook was handed in under another name, beside a text file.
# expect: all=missing

# %% folder
def place(file, data):
    file.with_name("Linear-Layer (1).ipynb").write_bytes(data)
    file.with_name("readme.txt").write_text("it is in the other file")
