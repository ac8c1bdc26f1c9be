# what: A solution cell defines its class rightly and then raises in a test below it.

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias


Linear(2, 3)(torch.ones(5, 4))
