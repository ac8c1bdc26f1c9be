# what: The file is one JSON string that contains a notebook.

# %% bytes
def data(right):
    import json

    return json.dumps(right.decode()).encode()
