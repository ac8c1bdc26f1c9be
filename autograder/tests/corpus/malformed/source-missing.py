# what: A solution cell has no source, as if it were empty; the others are right.
# expect: all=passed copy-parameters=missing

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        if cell["id"] == "copy-parameters":
            del cell["source"]
