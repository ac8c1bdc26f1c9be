# what: Scripts stand in exceptions, their types, tracebacks, comments, source and returned values.
# expect: forward=error parameter-count=failed

# %% before forward
# <script>PWN()</script> <!-- -->
raise type("<script>PWN()</script>", (Exception,), {})("<img src=x onerror=PWN()>")

# %% replace forward
class Linear(nn.Module):
    """</pre></code><script>PWN()</script>"""

    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        raise type("<script>PWN()</script>", (ValueError,), {})("<script>PWN()</script>")

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return "<script>PWN()</script>"
