# what: Answers are right for the first call in a process, or for the sizes of the examples, and wrong after that.
# expect: forward=failed parameter-count=failed

# %% replace forward
class Linear(nn.Module):
    first = None

    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        if self.first is None or self.first.shape[0] != x.shape[0]:
            self.first = x @ self.weight.T + self.bias
        return self.first

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return {(2, 3, True): 9, (2, 3, False): 6, (4, 2, True): 10}.get((in_features, out_features, bias), 8)
