# what: The list of cells is empty, in an otherwise faultless notebook.
# expect: all=missing

# %% edit
def edit(nb):
    nb["cells"] = []
