# what: The file is a Python script that was renamed.

# %% bytes
def data(right):
    return b"import torch\n\n\nclass Linear(torch.nn.Module):\n    pass\n"
