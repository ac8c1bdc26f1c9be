# what: Cells contain null bytes, other controls, and half surrogate pairs.

# %% edit
def edit(nb):
    for number, source in enumerate(["x = 1\0", "x = '\ud83d'", "# \udcff\nx = 2", "\x1a", "\ufeffx = 3", "x =\u2028 4"]):
        nb["cells"].insert(1, {
            "cell_type": "code", "id": f"odd-{number}", "metadata": {}, "execution_count": None,
            "outputs": [], "source": source,
        })
