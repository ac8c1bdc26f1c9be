# what: The class is built in steps: a base, a mixin, a metaclass and a name bound at the end.

# %% replace forward
class Meta(type):
    def __new__(mcs, name, bases, namespace):
        return super().__new__(mcs, name, bases, namespace)


class WithParameters(nn.Module, metaclass=Meta):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))


class Affine:
    def forward(self, x):
        return torch.addmv(self.bias, self.weight, x) if x.dim() == 1 else torch.addmm(self.bias, x, self.weight.T)


class _Layer(Affine, WithParameters):
    pass


Linear = _Layer
