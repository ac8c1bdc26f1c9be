# what: A check cell was turned into Markdown by a slip on the keyboard.
# noticed: check-copy-parameters

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        if cell["id"] == "check-copy-parameters":
            cell["cell_type"] = "markdown"
            del cell["outputs"], cell["execution_count"]
