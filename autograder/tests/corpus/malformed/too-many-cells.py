# what: The notebook has three hundred thousand cells.

# %% edit
def edit(nb):
    nb["cells"] += [{"cell_type": "code", "source": "", "metadata": {}, "outputs": [], "execution_count": None}] * 300_000
