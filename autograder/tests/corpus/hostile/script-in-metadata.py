# what: Scripts stand in ids, metadata, titles, attachments, kernel names and grade ids.

# %% [markdown] before forward
# ![picture](attachment:x)

# %% edit
def edit(nb):
    script = "\"><script>PWN()</script><img src=x onerror=PWN()>"
    nb["metadata"] = {
        "title": script, "authors": [{"name": script}],
        "kernelspec": {"name": script, "display_name": script, "language": script},
        "language_info": {"name": script, "pygments_lexer": script, "codemirror_mode": script},
        "widgets": {"application/vnd.jupyter.widget-state+json": {"state": {script: script}}},
    }
    for number, cell in enumerate(nb["cells"]):
        cell["metadata"] |= {"name": script, "tags": [script], "slideshow": {"slide_type": script}}
        if cell["cell_type"] == "markdown":
            cell["attachments"] = {"x": {"image/svg+xml": "<svg onload=PWN()>", "text/html": script}}
        if "nbgrader" not in cell["metadata"]:
            cell["id"] = f"{number}{script}"
