# what: The solution cell itself shows tables, figures and values before and after the definition.

# %% replace count-parameters
print("a first try:")
display(torch.arange(6).reshape(2, 3))


def count_parameters(module):
    return sum(p.numel() for p in module.parameters())


for width in range(1, 40):
    print(width, count_parameters(nn.Sequential(nn.Linear(width, width), nn.BatchNorm1d(width))))
count_parameters(nn.Linear(3, 4))
