# what: All the text is gone, only code is left.

# %% edit
def edit(nb):
    nb["cells"] = [cell for cell in nb["cells"] if cell["cell_type"] == "code"]
