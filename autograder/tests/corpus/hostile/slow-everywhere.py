# what: Every cell and every call is slow, each within its own limit perhaps, all together never.
# expect: all=timeout
# endless: each cell, taken together with the others

# %% edit
def edit(nb):
    for number in range(200):
        nb["cells"].insert(1, {
            "cell_type": "code", "id": f"slow-{number}", "metadata": {}, "execution_count": None,
            "outputs": [], "source": "import time; time.sleep(2.5)",
        })
