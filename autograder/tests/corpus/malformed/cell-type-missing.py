# what: Cells do not say what they are.

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        del cell["cell_type"]
