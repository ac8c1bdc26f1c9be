# what: Two check cells are gone.
# noticed: check-backward

# %% edit
def edit(nb):
    gone = {"check-backward", "check-parameter-count"}
    nb["cells"] = [cell for cell in nb["cells"] if cell["id"] not in gone]
