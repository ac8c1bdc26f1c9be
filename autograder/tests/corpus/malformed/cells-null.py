# what: The cells are null.

# %% edit
def edit(nb):
    nb["cells"] = None
