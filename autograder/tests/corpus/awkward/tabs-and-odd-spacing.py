# what: Tabs for indentation, trailing spaces, a form feed, very long lines, no final newline.

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        if cell["id"] == "parameter-count":
            cell["source"] = (
                "def linear_parameter_count(in_features, out_features, bias=True):   \n"
                "\tif bias:\t# " + "very " * 3000 + "long\n"
                "\t\treturn in_features * out_features + out_features\n\n\n   \n"
                "\x0c\n"
                "\treturn (" + "0 + " * 60 + "in_features * out_features)"
            )
