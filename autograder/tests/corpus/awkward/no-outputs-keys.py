# what: Code cells have no "outputs", no "execution_count", and some no "metadata".

# %% last
x = 1


# %% edit
def edit(nb):
    for cell in nb["cells"]:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)
    del nb["cells"][-1]["metadata"]
