# what: The solution cell was split in two, so its metadata stands on both halves.

# %% edit
def edit(nb):
    for index, cell in enumerate(nb["cells"]):
        if cell["id"] == "forward":
            break
    second = {**cell, "id": "forward-2", "metadata": dict(cell["metadata"])}
    source = cell["source"]
    cut = source.index("    def forward")
    cell["source"] = source[:cut]
    method = source[cut:].replace("\n    ", "\n").strip()
    second["source"] = method + "\n\n\nLinear.forward = forward"
    nb["cells"].insert(index + 1, second)
