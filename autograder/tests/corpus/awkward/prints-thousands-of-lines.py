# what: A solution left its debugging prints in: hundreds of lines at every call.

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        print("creating", in_features, out_features)
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        for number in range(500):
            print("line", number, "of forward, with x of shape", tuple(x.shape))
        return x @ self.weight.T + self.bias
