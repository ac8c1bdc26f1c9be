# what: The number of torch's threads is changed, and large products use them.

# %% before forward
print(torch.get_num_threads())
torch.set_num_threads(4)
a = torch.randn(400, 400)
(a @ a).sum()
try:
    torch.set_num_interop_threads(2)
except RuntimeError as error:
    print(error)

# %% replace count-parameters
def count_parameters(module):
    torch.set_num_threads(2)
    (torch.randn(300, 300) @ torch.randn(300, 300)).sum()
    return sum(parameter.numel() for parameter in module.parameters())
