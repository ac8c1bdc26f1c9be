# what: A solution draws a figure each time it is called.

# %% first
import matplotlib.pyplot as plt


# %% replace backward
def linear_backward(x, weight, grad_output):
    if x.ndim != 2 or weight.ndim != 2 or grad_output.ndim != 2:
        raise ValueError("two dimensions each")
    if x.shape[1] != weight.shape[1] or grad_output.shape != (x.shape[0], weight.shape[0]):
        raise ValueError("shapes do not fit")
    figure, axes = plt.subplots()
    axes.plot([1, 2], [3, 4])
    plt.close(figure)
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(dim=0)
