# what: Comments, docstrings, messages and names in a solution mention nn.Linear and F.linear.

# %% replace forward
class Linear(nn.Module):
    """Like nn.Linear(in_features, out_features), but without nn.Linear or F.linear inside."""

    def __init__(self, in_features, out_features):
        super().__init__()
        # nn.Linear draws from U(-k, k); torch.nn.functional.linear(x, w, b) is x @ w.T + b
        self.kind = "linear"
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def linear(self, x):
        return x @ self.weight.T + self.bias

    def forward(self, x):
        if not isinstance(x, torch.Tensor):
            raise TypeError("expected a tensor, as F.linear does")
        return self.linear(x)

    def extra_repr(self):
        return "instead of torch.nn.Linear"

# %% replace backward
def linear_backward(x, weight, grad_output):
    """What y.backward(grad_output) and torch.autograd.grad would find."""
    if x.dim() != 2 or x.shape[1:] != weight.shape[1:] or grad_output.shape != (len(x), len(weight)):
        raise ValueError("the shapes do not fit; torch.autograd would complain too")
    backward = grad_output @ weight
    return backward, grad_output.T @ x, grad_output.sum(0)
