# what: The notebook does not say what language it is in.

# %% edit
def edit(nb):
    nb["metadata"] = {}
