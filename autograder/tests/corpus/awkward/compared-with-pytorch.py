# what: The learner tests their class against nn.Linear in cells of their own.

# %% after check-forward
import torch.nn.functional as F

reference = nn.Linear(4, 3)
mine = Linear(4, 3)
mine.load_state_dict(reference.state_dict())
x = torch.randn(5, 4)
assert torch.allclose(mine(x), reference(x), atol=1e-6)
assert torch.allclose(mine(x), F.linear(x, reference.weight, reference.bias), atol=1e-6)
assert isinstance(mine, nn.Module) and not isinstance(mine, nn.Linear)

# %% after check-backward
x = torch.randn(5, 4, requires_grad=True)
layer = nn.Linear(4, 3)
y = layer(x)
y.backward(torch.ones_like(y))
grads = linear_backward(x.detach(), layer.weight.detach(), torch.ones_like(y))
print([torch.allclose(a, b, atol=1e-5) for a, b in zip(grads, (x.grad, layer.weight.grad, layer.bias.grad))])
