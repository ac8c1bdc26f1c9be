# what: The check cell is moved above a first right answer, and a wrong one follows.
# expect: parameter-count=failed

# %% before parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features + bias * out_features

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return 0

# %% edit
def edit(nb):
    cells = nb["cells"]
    check = [cell for cell in cells if cell["id"] == "check-parameter-count"]
    rest = [cell for cell in cells if cell["id"] != "check-parameter-count"]
    place = [cell["id"] for cell in rest].index("parameter-count")
    nb["cells"] = rest[:place] + check + rest[place:]
