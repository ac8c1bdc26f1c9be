# what: The check cells of wrong answers are deleted, retyped or hidden in an attachment.
# wrong: forward parameter-count backward
# expect: forward=failed parameter-count=failed backward=failed

# %% edit
def edit(nb):
    nb["cells"] = [cell for cell in nb["cells"] if cell["id"] != "check-forward"]
    for cell in nb["cells"]:
        if cell["id"] in ("check-parameter-count", "check-backward"):
            cell["cell_type"] = "raw" if "backward" in cell["id"] else "markdown"
