# what: There is no list of cells.

# %% edit
def edit(nb):
    del nb["cells"]
