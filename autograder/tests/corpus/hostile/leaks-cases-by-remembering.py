# what: The solution keeps the hidden inputs in globals, classes, modules and builtins; later cells print them.

# %% before forward
import builtins
import os

seen = []

# %% replace forward
class Linear(nn.Module):
    kept = []

    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        seen.append(x)
        self.kept.append(x)
        torch.kept = builtins.kept = x
        os.environ["KEPT"] = str(x)
        get_ipython().user_ns["remembered"] = x
        return x @ self.weight.T + self.bias

# %% after check-forward
if seen or Linear.kept or hasattr(torch, "kept") or "KEPT" in os.environ or "remembered" in globals():
    print("LEAK" + "ED", seen, Linear.kept)

# %% last
if seen or Linear.kept or hasattr(builtins, "kept") or "KEPT" in os.environ or "remembered" in globals():
    print("LEAK" + "ED", seen, Linear.kept)
