# what: No metadata and no cell ids at all: only sources are left.

# %% edit
def edit(nb):
    nb["metadata"] = {}
    nb["nbformat_minor"] = 4
    for cell in nb["cells"]:
        cell["metadata"] = {}
        del cell["id"]
