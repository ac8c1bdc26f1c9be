# what: A right answer shares its cell with an expression too deep for tools that walk the tree.
# expect: parameter-count=passed

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        if cell["id"] == "parameter-count":
            cell["source"] += "\n\n\nnumber = 1" + " + 1" * 900 + "\ndeep = " + "-" * 85 + "1"
