# what: A tensor subclass answers every torch function and every question about itself with a lie.
# expect: forward=failed

# %% replace forward
class Liar(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        if function in (torch.equal, torch.allclose, torch.Tensor.__eq__, torch.Tensor.eq):
            return True
        return super().__torch_function__(function, types, args, kwargs or {})

    def __eq__(self, other):
        return torch.ones((), dtype=torch.bool)

    def tolist(self):
        return []

    def numpy(self):
        return self

    @property
    def __class__(self):
        return torch.Tensor


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return (0 * (x @ self.weight.T + self.bias)).as_subclass(Liar)
