# what: One code cell has five megabytes, more than anybody types.

# %% edit
def edit(nb):
    nb["cells"].insert(1, {
        "cell_type": "code", "id": "huge", "metadata": {}, "execution_count": None,
        "outputs": [], "source": "# " + "x" * 5_000_000,
    })
