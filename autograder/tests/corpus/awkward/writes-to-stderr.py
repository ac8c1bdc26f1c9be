# what: Cells and solutions write to stderr, which stock grading takes for a failure.

# %% before forward
import sys

print("building the layer", file=sys.stderr)


# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        sys.stderr.write("forward was called\n")
        return x @ self.weight.T + self.bias


sys.stderr.write("the class is there\n")
