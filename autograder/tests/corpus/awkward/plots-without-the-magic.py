# what: A figure is drawn without %matplotlib, not closed, and more of them stay open.

# %% before backward
import matplotlib.pyplot as plt

for number in range(25):
    plt.figure()
    plt.hist(torch.randn(200).numpy(), bins=20)
