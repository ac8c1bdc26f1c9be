# what: A line was added to the locked setup cell, and nothing depends on it.
# noticed: setup

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        if cell["id"] == "setup":
            cell["source"] = ["import math\n", *"".join(cell["source"]).splitlines(keepends=True)]
