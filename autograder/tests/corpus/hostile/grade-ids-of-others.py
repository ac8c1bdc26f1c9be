# what: An extra cell carries the grade id of a check, and the check cell that of a solution.
# wrong: count-parameters
# expect: count-parameters=failed

# %% edit
def edit(nb):
    by_id = {cell["id"]: cell for cell in nb["cells"]}
    mark = by_id["check-count-parameters"]["metadata"]["nbgrader"]
    fake = {
        "cell_type": "code", "id": "fake", "metadata": {"nbgrader": dict(mark)},
        "execution_count": None, "outputs": [], "source": "3.0",
    }
    nb["cells"].insert(3, fake)
    mark["grade_id"] = "count-parameters"
