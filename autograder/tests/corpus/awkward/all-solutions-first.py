# what: All solution cells were moved to the top, all checks to the bottom.

# %% edit
def edit(nb):
    def rank(cell):
        solution = cell["metadata"].get("nbgrader", {}).get("solution")
        return 0 if cell["id"] == "setup" else 1 if solution else 2

    nb["cells"].sort(key=rank)
