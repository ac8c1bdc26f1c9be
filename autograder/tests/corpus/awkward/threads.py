# what: Threads are started and joined in cells and inside a solution.

# %% before forward
import threading
from concurrent.futures import ThreadPoolExecutor

results = []
workers = [threading.Thread(target=results.append, args=(n,)) for n in range(8)]
[worker.start() for worker in workers]
[worker.join() for worker in workers]

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    with ThreadPoolExecutor(3) as pool:
        rows = pool.map(lambda _: in_features, range(2))
        per_output = max(rows)
    return out_features * per_output + (out_features if bias else 0)

# %% replace backward
def linear_backward(x, weight, grad_output):
    if x.dim() != 2 or x.shape[-1] != weight.shape[-1] or grad_output.shape != (len(x), len(weight)):
        raise ValueError("do not fit")
    # Not in a thread: PyTorch 2.13 can stop for ever where one thread asks a tensor that requires
    # gradients for .T, which keeps the interpreter locked, while another multiplies with it.
    flipped = grad_output.T
    with ThreadPoolExecutor(max_workers=3) as pool:
        jobs = [
            pool.submit(lambda: grad_output @ weight),
            pool.submit(lambda: flipped @ x),
            pool.submit(lambda: grad_output.sum(0)),
        ]
        return tuple(job.result() for job in jobs)
