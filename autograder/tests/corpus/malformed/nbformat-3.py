# what: A notebook of format 3, with worksheets and inputs.

# %% edit
def edit(nb):
    cells = [
        {"cell_type": cell["cell_type"], "metadata": {}, "outputs": [], "collapsed": False,
         "language": "python", "input": "".join(cell["source"]), "source": "".join(cell["source"])}
        for cell in nb["cells"]
    ]
    return {
        "nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""},
        "worksheets": [{"cells": cells, "metadata": {}}],
    }
