# what: The check cell is tagged skip-execution, which stock grading takes for full marks.
# wrong: forward
# expect: forward=failed

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        cell["metadata"]["tags"] = ["skip-execution", "raises-exception", "skip-flake8"]
        cell["metadata"]["nbclient"] = {"skip": True}
