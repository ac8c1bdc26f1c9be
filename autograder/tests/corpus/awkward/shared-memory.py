# what: Tensors are moved to shared memory, which needs a file descriptor.

# %% before count-parameters
shared = torch.zeros(1000)
try:
    shared.share_memory_()
except (RuntimeError, OSError) as error:
    print("no shared memory here:", error)

# %% replace count-parameters
def count_parameters(module):
    return sum(parameter.detach().numel() for parameter in module.parameters())
