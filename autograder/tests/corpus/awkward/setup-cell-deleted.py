# what: The locked setup cell is gone; the learner imports what is needed elsewhere.

# %% before forward
import torch
import torch.nn as nn


# %% edit
def edit(nb):
    nb["cells"] = [cell for cell in nb["cells"] if cell["id"] != "setup"]
