# what: The cells are an object with numbers for keys.

# %% edit
def edit(nb):
    nb["cells"] = {str(number): cell for number, cell in enumerate(nb["cells"])}
