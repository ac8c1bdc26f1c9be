# what: The solution looks at its callers and behaves well only for cells of the learner's.
# expect: forward=failed

# %% replace forward
import inspect


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        files = {frame.filename for frame in inspect.stack(0)}
        y = x @ self.weight.T + self.bias
        return 0 * y if any("probes" in name or "runner" in name or "autograder" in name for name in files) else y
