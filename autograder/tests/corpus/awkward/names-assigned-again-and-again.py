# what: The same few names are assigned over and over, each time from themselves.

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        w = self.weight
        w = w.mT
        w = w.mT
        w = w.mT
        w = w.mT
        w = w.mT
        y = x
        y = y @ w
        y = y + self.bias
        x = y
        y = x
        x = y
        y = x
        return y

# %% replace backward
def linear_backward(x, weight, grad_output):
    if x.dim() != 2 or x.shape[1:] != weight.shape[1:] or grad_output.shape != (len(x), len(weight)):
        raise ValueError("shapes")
    g = grad_output
    g = g.T
    g = g.T
    g = g.T
    g = g.T
    x, weight = x, weight
    a = g @ weight
    b = g.T @ x
    c = g.sum(0)
    return a, b, c
