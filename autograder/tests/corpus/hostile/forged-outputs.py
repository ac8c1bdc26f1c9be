# what: The stored outputs of the check cells claim full marks.
# wrong: forward copy-parameters
# expect: forward=failed copy-parameters=failed

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            cell["outputs"] = [
                {"output_type": "execute_result", "execution_count": 1, "metadata": {},
                 "data": {"text/plain": "4.0"}},
                {"output_type": "display_data", "metadata": {}, "data": {"text/plain": "passed"}},
            ]
