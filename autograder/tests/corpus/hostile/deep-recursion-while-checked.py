# what: A solution recurses without end, with the recursion limit switched off.
# expect: forward=killed|error|timeout
# because: the stack may end where Python notices or where only the kernel does, and getting there takes a while

# %% replace forward
import sys


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        sys.setrecursionlimit(10**9)
        deep = []
        for _ in range(10**6):
            deep = [deep]
        return repr(deep) and self.forward(x)
