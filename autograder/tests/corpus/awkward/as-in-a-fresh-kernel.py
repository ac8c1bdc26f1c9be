# what: The first cell looks around: nothing is there but what a fresh notebook has.
# shown: all is as new

# %% first
import random
import sys
import warnings

new = {"random", "sys", "warnings", "new"}
left = [name for name in globals() if name[0] != "_" and name not in new]
assert set(left) <= {"In", "Out", "get_ipython", "exit", "quit", "open"}, left
assert len(In) == 2 and In[0] == "", In[0]
assert (_, __, ___) == ("", "", "") and not Out, (_, Out)
assert get_ipython().user_ns_hidden.keys().isdisjoint({"plt", "Layer", "function"})

import torch

assert torch.get_default_dtype() == torch.float32 and torch.is_grad_enabled()
assert not torch.are_deterministic_algorithms_enabled()
assert torch.get_default_device().type == "cpu" and not torch.is_inference_mode_enabled()
for name, module in list(sys.modules.items()):
    noted = vars(module).get("__warningregistry__") or {} if module is not None else {}
    assert not set(noted) - {"version"}, (name, noted)
with warnings.catch_warnings(record=True) as caught:
    warnings.warn("heard")
assert len(caught) == 1
import matplotlib.pyplot as plt

assert not plt.get_fignums()
assert not [kind for kind in torch.nn.Module.__subclasses__() if kind.__module__ == "__main__"]
print("all is as new")
