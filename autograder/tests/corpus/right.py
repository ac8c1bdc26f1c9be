# A right answer to each exercise: what every case of the corpora starts from.

# %% replace forward
class Linear(nn.Module):
    """A linear layer: y = x @ weight.T + bias."""

    def __init__(self, in_features, out_features):
        super().__init__()
        scale = (1 / in_features) ** 0.5
        self.weight = nn.Parameter(scale * torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return torch.matmul(x, self.weight.t()) + self.bias


# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    inputs = in_features + 1 if bias else in_features
    return inputs * out_features


# %% replace count-parameters
def count_parameters(module):
    total = 0
    for parameter in module.parameters():
        total += parameter.numel()
    return total


# %% replace backward
def linear_backward(x, weight, grad_output):
    rows, inputs = x.shape
    outputs = weight.shape[0]
    if tuple(weight.shape) != (outputs, inputs) or tuple(grad_output.shape) != (rows, outputs):
        raise ValueError("x, weight and grad_output do not fit together")
    grad_x = grad_output.matmul(weight)
    grad_weight = grad_output.t().matmul(x)
    grad_bias = grad_output.sum(0)
    return grad_x, grad_weight, grad_bias


# %% replace copy-parameters
def copy_parameters(source, target):
    if source.weight.shape != target.weight.shape:
        raise ValueError("the weights differ in shape")
    if (source.bias is None) is not (target.bias is None):
        raise ValueError("only one of the layers has a bias")
    pairs = [(source.weight, target.weight)]
    if source.bias is not None:
        if source.bias.shape != target.bias.shape:
            raise ValueError("the biases differ in shape")
        pairs.append((source.bias, target.bias))
    with torch.no_grad():
        for theirs, ours in pairs:
            ours.copy_(theirs)
