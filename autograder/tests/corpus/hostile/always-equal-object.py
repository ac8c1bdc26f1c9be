# what: The layer returns an object that is equal to everything and has every attribute.
# wrong: forward
# expect: forward=failed

# %% replace forward
class Anything:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __getattr__(self, name):
        return self

    def __call__(self, *args, **kwargs):
        return self

    def __bool__(self):
        return True

    def __hash__(self):
        return 1

    def __iter__(self):
        return iter([self])


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return Anything()
