# what: A comment and a second call were added to a locked check cell.
# noticed: check-forward

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        if cell["id"] == "check-forward":
            cell["source"] = "# it works!\n" + "".join(cell["source"]) + "\nprint('passed')"
