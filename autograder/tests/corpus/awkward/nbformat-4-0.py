# what: The notebook was saved by an old editor as nbformat 4.0, without cell ids.

# %% edit
def edit(nb):
    nb["nbformat_minor"] = 0
    for cell in nb["cells"]:
        del cell["id"]
        cell["metadata"].pop("tags", None)
