# what: Everything was written into one cell at the top; the solution cells are deleted.

# %% edit
def edit(nb):
    solutions = [
        cell for cell in nb["cells"] if cell["metadata"].get("nbgrader", {}).get("solution")
    ]
    source = "import torch\nfrom torch import nn\n\n\n"
    source += "\n\n\n".join(cell["source"] for cell in solutions)
    rest = [cell for cell in nb["cells"] if cell not in solutions]
    one = {
        "cell_type": "code",
        "id": "everything",
        "metadata": {},
        "execution_count": 1,
        "outputs": [],
        "source": source,
    }
    nb["cells"] = [one, *rest]
