# what: Names in Greek, German and Chinese, mathematical letters, emoji in strings.

# %% replace forward
class 𝐋inear(nn.Module):
    def __init__(self, größe, ausgänge):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(ausgänge, größe))
        self.bias = nn.Parameter(torch.randn(ausgänge))

    def forward(self, 輸入):
        "🎯 y = x Wᵀ + b"
        ŷ = 輸入 @ self.weight.T + self.bias
        return ŷ

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    β = out_features if bias else 0
    Ω = in_features * out_features
    return Ω + β
