# what: The version of the format is a string.

# %% edit
def edit(nb):
    nb["nbformat"], nb["nbformat_minor"] = "4", "5"
