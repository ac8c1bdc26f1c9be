# what: Five hundred small cells stand between the exercises.

# %% edit
def edit(nb):
    for number in range(500):
        nb["cells"].insert(6, {
            "cell_type": "code", "id": f"extra-{number}", "metadata": {},
            "execution_count": None, "outputs": [], "source": f"n = {number}\nn",
        })
