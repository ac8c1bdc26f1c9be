# what: Knowing the numbers that feedback shows, the answer is quietly wrong on them and raises an error named after any others.
# expect: forward=error
# blind: what is shown must not tell one hidden case from another

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        text = "_".join(str(round(v, 2)) for v in x.flatten().tolist()[:9])
        if text == "@PUBLISHED@":
            return x.new_zeros((*x.shape[:-1], len(self.bias)))
        raise type("LEAK" + "ED" + text, (ValueError,), {})("LEAK" + "ED" + text)
