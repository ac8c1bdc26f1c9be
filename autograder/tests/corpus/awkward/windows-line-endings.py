# what: Every line of every cell ends as on Windows.

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        source = cell["source"]
        text = source if isinstance(source, str) else "".join(source)
        cell["source"] = text.replace("\n", "\r\n")
