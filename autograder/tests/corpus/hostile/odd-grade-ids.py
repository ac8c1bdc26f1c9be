# what: Grade ids are numbers, lists, paths, SQL and very long; the cells' sources are right.

# %% edit
def edit(nb):
    odd = [7, ["a"], "../../gradebook", "x'; DROP TABLE grade; --", "y" * 100_000, None, {"a": 1}]
    for number, cell in enumerate(nb["cells"]):
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"]["grade_id"] = odd[number % len(odd)]
