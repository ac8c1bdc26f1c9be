# what: The solution raises with the hidden inputs in the message, the notes and the class's name.
# expect: forward=error backward=error
# blind: what is shown must be the same whatever the hidden inputs are

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        text = "LEAK" + "ED" + "_".join(str(round(v, 2)) for v in x.flatten().tolist()[:9])
        raise type(text, (ValueError,), {"__str__": lambda self: text})(text)

# %% replace backward
def linear_backward(x, weight, grad_output):
    if x.dim() != 2 or x.shape[1:] != weight.shape[1:] or grad_output.shape != (len(x), len(weight)):
        raise ValueError("shapes")
    raise KeyError("LEAK" + "ED" + str(x.tolist()))
