# what: F.linear is imported under another name in another cell.
# expect: forward=review

# %% before forward
from torch.nn.functional import linear as my_own_idea

also = my_own_idea

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return also(x, self.weight, self.bias)
