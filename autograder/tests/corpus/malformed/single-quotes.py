# what: Somebody printed a Python dict instead of JSON.

# %% bytes
def data(right):
    import json

    return repr(json.loads(right)).encode()
