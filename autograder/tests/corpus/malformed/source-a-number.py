# what: The source of a cell is a number.

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        if cell["id"] == "forward":
            cell["source"] = 4
