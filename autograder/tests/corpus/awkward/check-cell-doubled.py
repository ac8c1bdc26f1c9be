# what: A check cell was copied and pasted with its metadata, three times.
# noticed: check-count-parameters

# %% edit
def edit(nb):
    cells = []
    for cell in nb["cells"]:
        cells.append(cell)
        if cell["id"] == "check-count-parameters":
            cells += [{**cell, "id": f"copy-{n}"} for n in range(3)]
    nb["cells"] = cells
