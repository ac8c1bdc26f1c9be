# what: The solutions return objects whose types are named after the hidden inputs.
# expect: forward=failed parameter-count=failed
# blind: what is shown must be the same whatever the hidden inputs are

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return type("LEAK" + "ED" + str(x.tolist()), (), {})()

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return type(f"{'LEAK' + 'ED'}_{in_features}_{out_features}_{bias}", (), {})()
