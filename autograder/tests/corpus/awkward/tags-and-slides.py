# what: Cells carry tags, slide types and folding marks of the learner's editor.

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        cell["metadata"]["tags"] = ["important", "hide-input", "remove-cell", "raises-exception"]
        cell["metadata"]["slideshow"] = {"slide_type": "skip"}
        cell["metadata"]["collapsed"] = True
        cell["metadata"]["jupyter"] = {"source_hidden": True, "outputs_hidden": True}
        cell["metadata"]["trusted"] = False
