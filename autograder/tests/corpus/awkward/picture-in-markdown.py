# what: A photograph of the learner's notes, three megabytes in base64, was pasted into a Markdown cell.

# %% edit
def edit(nb):
    picture = "<img src='data:image/jpeg;base64," + "/9j/4AAQ" * 400_000 + "'>"
    nb["cells"].insert(3, {"cell_type": "markdown", "id": "photo", "metadata": {}, "source": picture})
