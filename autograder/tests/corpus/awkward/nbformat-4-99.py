# what: A minor version from the future, with keys that nobody knows yet.

# %% edit
def edit(nb):
    nb["nbformat_minor"] = 99
    nb["summary"] = {"words": 12}
    for cell in nb["cells"]:
        cell["annotations"] = []
