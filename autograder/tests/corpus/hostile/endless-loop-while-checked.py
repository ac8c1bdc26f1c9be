# what: A solution loops for ever in Python and catches everything.
# expect: forward=timeout
# endless: a loop in a solution

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        while True:
            try:
                while True:
                    pass
            except BaseException:
                continue
