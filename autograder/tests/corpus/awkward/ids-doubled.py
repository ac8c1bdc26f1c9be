# what: Every cell has the same id.

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        cell["id"] = "cell"
