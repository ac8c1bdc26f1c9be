# what: The text of the exercises was rewritten, translated and decorated with a picture.

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = [
                "# Meine Lösung ✏️\n",
                "![skizze](attachment:skizze.png)\n",
                "日本語も",
            ]
            cell["attachments"] = {"skizze.png": {"image/png": "iVBORw0KGgo="}}
