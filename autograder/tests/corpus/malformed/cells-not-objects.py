# what: The cells are strings, numbers, null and lists.

# %% edit
def edit(nb):
    nb["cells"] = [cell["source"] for cell in nb["cells"]] + [1, None, []]
