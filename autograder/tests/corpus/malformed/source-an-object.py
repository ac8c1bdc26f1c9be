# what: The source of a cell is an object, and of another a list with null in it.

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        if cell["id"] == "forward":
            cell["source"] = {"text": cell["source"]}
        if cell["id"] == "backward":
            cell["source"] = [cell["source"], None, 3]
