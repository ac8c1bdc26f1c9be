# what: Cell ids are longer than the schema allows and hold spaces.

# %% edit
def edit(nb):
    for number, cell in enumerate(nb["cells"]):
        cell["id"] = f"a very long id with spaces {number} " * 20
