# what: Look-alike letters, joined, reversed and invisible characters stand in names, strings and comments.
# expect: forward=missing

# %% replace forward
class Lіnear(nn.Module):  # the second letter is Cyrillic
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias

# %% before parameter-count
raise ValueError("‮txt.exe ⁦ Zalgo: " + "a" + "̖" * 5000 + " ​﻿­")

# %% before backward
text = "\ud800 half a pair \udfff and a null \x00"
print(text)
text

# %% before copy-parameters
raise type("\ud800", (Exception,), {})("\udcff")
