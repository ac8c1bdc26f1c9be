# what: The file has thirty megabytes of source.

# %% edit
def edit(nb):
    nb["cells"][-1]["source"] = "# padding\n" * 3_000_000
