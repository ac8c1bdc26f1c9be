# what: The version of the format is missing.

# %% edit
def edit(nb):
    del nb["nbformat"], nb["nbformat_minor"]
