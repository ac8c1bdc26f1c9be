# what: A solution cell was merged with the check cell below it, and with two calls of the check.

# %% edit
def edit(nb):
    cells = nb["cells"]
    for cell in cells:
        if cell["id"] == "backward":
            cell["source"] += '\n\n\ncheck("linear-layer/backward", linear_backward)\n'
            cell["source"] += 'check("linear-layer/backward", linear_backward)'
    nb["cells"] = [cell for cell in cells if cell["id"] != "check-backward"]
