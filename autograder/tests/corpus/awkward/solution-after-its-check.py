# what: A solution cell was dragged to the end, below its own check.

# %% edit
def edit(nb):
    cells = nb["cells"]
    moved = [cell for cell in cells if cell["id"] == "forward"]
    nb["cells"] = [cell for cell in cells if cell["id"] != "forward"] + moved
