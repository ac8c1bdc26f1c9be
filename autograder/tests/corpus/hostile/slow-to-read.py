# what: Two cells are cheap to skip and slow to read: hundreds of shell lines among a megabyte of tokens, each of which makes IPython's transformer start again.
# endless: rewriting the cells

# %% edit
def edit(nb):
    source = "a = !x\n" * 400 + "(1,2);" * 150_000
    for number in range(2):
        nb["cells"].insert(1, {
            "cell_type": "code", "id": f"slow-{number}", "metadata": {}, "execution_count": None,
            "outputs": [], "source": source,
        })
