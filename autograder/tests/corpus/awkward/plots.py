# what: A cell plots with matplotlib and shows the figure.
# shown: image/png

# %% first
%matplotlib inline
import matplotlib.pyplot as plt

# %% after check-forward
figure, axes = plt.subplots(1, 2, figsize=(6, 2))
inputs = torch.linspace(-2, 2, 50).reshape(-1, 1)
axes[0].plot(inputs, Linear(1, 3)(inputs).detach())
axes[1].imshow(Linear(8, 4).weight.detach())
figure.suptitle("what my layer does")
plt.show()
