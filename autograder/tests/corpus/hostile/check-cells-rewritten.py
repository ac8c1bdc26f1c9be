# what: Locked check cells call the check with PyTorch's own layer, or pass.
# wrong: forward parameter-count
# expect: forward=failed parameter-count=failed
# noticed: check-forward

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        if cell["id"] == "check-forward":
            cell["source"] = 'check("linear-layer/forward", nn.Linear)'
        if cell["id"] == "check-parameter-count":
            cell["source"] = "4.0"
