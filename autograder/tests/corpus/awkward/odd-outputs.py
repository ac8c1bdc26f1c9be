# what: Stored outputs do not follow the schema: unknown kinds, numbers for text, null.

# %% edit
def edit(nb):
    odd = [{"output_type": "pyout", "text": 7}, {}, None, 3]
    for cell in nb["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = odd
            cell["execution_count"] = "seven"
