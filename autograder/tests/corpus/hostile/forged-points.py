# what: The metadata promises a hundred points a check, and bonus checks are added.
# wrong: forward
# expect: forward=failed

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        mark = cell["metadata"].get("nbgrader", {})
        if mark.get("grade"):
            mark["points"] = 100
    bonus = {
        "cell_type": "code", "id": "bonus", "execution_count": 1, "source": "100.0",
        "outputs": [{"output_type": "execute_result", "execution_count": 1, "metadata": {},
                     "data": {"text/plain": "100.0"}}],
        "metadata": {"nbgrader": {"grade": True, "grade_id": "bonus", "locked": True, "points": 100,
                                  "schema_version": 3, "solution": False, "task": False,
                                  "cell_type": "code", "checksum": "0" * 32}},
    }
    nb["cells"].append(bonus)
