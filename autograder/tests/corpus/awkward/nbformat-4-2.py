# what: nbformat 4.2 without cell ids, every source a list of lines.

# %% edit
def edit(nb):
    nb["nbformat_minor"] = 2
    for cell in nb["cells"]:
        del cell["id"]
        source = cell["source"]
        text = source if isinstance(source, str) else "".join(source)
        cell["source"] = text.splitlines(keepends=True)
