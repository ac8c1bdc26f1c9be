# what: nbformat 4.4 that has cell ids all the same, which the schema of 4.4 does not allow.

# %% edit
def edit(nb):
    nb["nbformat_minor"] = 4
