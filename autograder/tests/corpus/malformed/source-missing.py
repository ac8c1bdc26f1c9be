# what: A solution cell has no source.

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        if cell["id"] == "copy-parameters":
            del cell["source"]
