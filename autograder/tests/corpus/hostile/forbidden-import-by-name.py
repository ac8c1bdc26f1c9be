# what: The function is reached through importlib, __import__ and sys.modules.
# expect: forward=review

# %% replace forward
import importlib
import sys

where = importlib.import_module(".".join(["torch", "nn", "functional"]))
same = sys.modules["torch.nn." + "functional"]
again = __import__("torch").nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        function = where.__dict__["lin" + "ear"] if x.dim() == 1 else vars(same)["lin" + "ear"]
        return function(x, self.weight, self.bias)
