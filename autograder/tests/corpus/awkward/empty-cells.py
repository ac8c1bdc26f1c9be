# what: Empty cells, cells with blanks only and empty Markdown stand everywhere.

# %% edit
def edit(nb):
    cells = []
    for number, cell in enumerate(nb["cells"]):
        blank = {"id": f"blank-{number}", "metadata": {}, "source": ["", "   \n\n", []][number % 3]}
        if number % 2:
            blank |= {"cell_type": "code", "execution_count": None, "outputs": []}
        else:
            blank |= {"cell_type": "markdown"}
        cells += [blank, cell]
    nb["cells"] = cells
