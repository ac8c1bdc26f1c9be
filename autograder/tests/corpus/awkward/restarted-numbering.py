# what: Execution counts are out of order, repeated and from several sessions.

# %% edit
def edit(nb):
    for number, cell in enumerate(nb["cells"]):
        if cell["cell_type"] == "code":
            cell["execution_count"] = [17, 3, None, 3, 250, 1, 0][number % 7]
