# what: Lines of nearly a megabyte, fifty thousand statements, and an answer below a hundred thousand comments.

# %% edit
def edit(nb):
    sources = ["# " + "x" * 900_000, "s = '" + "y" * 900_000 + "'", "x = 1\n" * 50_000]
    for number, source in enumerate(sources):
        nb["cells"].insert(1, {
            "cell_type": "code", "id": f"huge-{number}", "metadata": {}, "execution_count": None,
            "outputs": [], "source": source,
        })
    for cell in nb["cells"]:
        if cell["id"] == "parameter-count":
            cell["source"] = "# no\n" * 100_000 + cell["source"]
