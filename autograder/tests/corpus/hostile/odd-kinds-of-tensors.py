# what: The answers are sparse, quantized, nested, meta, complex and named tensors.
# expect: forward=failed backward=failed

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        y = x @ self.weight.T + self.bias
        return y.to_sparse() if len(self.bias) % 2 else y.to("meta")

# %% replace backward
def linear_backward(x, weight, grad_output):
    a = torch.quantize_per_tensor(torch.zeros(3), 0.1, 0, torch.qint8)
    b = torch.nested.nested_tensor([torch.zeros(2), torch.zeros(3)])
    return a, b, torch.zeros(3, dtype=torch.complex32)
