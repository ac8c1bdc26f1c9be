# what: A notebook of format 2, with worksheets, as IPython wrote it in 2011.

# %% edit
def edit(nb):
    cells = [
        {"cell_type": "code", "input": "".join(cell["source"]), "language": "python", "outputs": []}
        for cell in nb["cells"]
    ]
    return {"nbformat": 2, "metadata": {"name": "old"}, "worksheets": [{"cells": cells}]}
