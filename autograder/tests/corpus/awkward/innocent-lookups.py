# what: getattr with a computed name, eval() of a module, functional.relu and vars() are used, all harmless.

# %% before forward
from torch.nn import functional as F

print(F.relu(torch.tensor([-1.0, 1.0])), F.mse_loss(torch.ones(2), torch.zeros(2)))

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        shapes = {"weight": (out_features, in_features), "bias": (out_features,)}
        for name, shape in shapes.items():
            setattr(self, name, nn.Parameter(torch.randn(shape)))
        self.train()

    def forward(self, x):
        parts = {name: getattr(self, name) for name in ("we" + "ight", "bias")}
        return torch.einsum("...i,oi->...o", x, parts["weight"]) + parts["bias"]


layer = Linear(2, 3)
layer.eval()
print(sorted(vars(layer)))

# %% replace copy-parameters
def copy_parameters(source, target):
    for which in ["weight", "bias"]:
        a, b = getattr(source, which, None), getattr(target, which, None)
        if (a is None) is not (b is None) or (a is not None and a.shape != b.shape):
            raise ValueError(f"the layers differ in their {which}")
    with torch.no_grad():
        for which in ["weight", "bias"]:
            if getattr(source, which, None) is not None:
                getattr(target, which).copy_(getattr(source, which))
