# what: The JSON stands on one line, in pure ASCII, with its keys in another order.

# %% bytes
def data(right):
    import json

    return json.dumps(json.loads(right), sort_keys=True, separators=(",", ":")).encode()
