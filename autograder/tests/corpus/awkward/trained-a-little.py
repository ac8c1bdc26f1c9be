# what: The learner trains their layer for some hundred steps and looks at the loss.

# %% after check-forward
torch.manual_seed(3)
truth = torch.tensor([[1.0, -2.0]])
x = torch.randn(100, 2)
y = x @ truth.T + 0.5
layer = Linear(2, 1)
optimizer = torch.optim.Adam(layer.parameters(), lr=0.1)
for step in range(300):
    loss = ((layer(x) - y) ** 2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(f"loss {loss:.6f}", layer.weight, layer.bias)
