# what: While it is checked, the solution writes without end to every descriptor.
# expect: backward=killed|timeout|error|failed
# because: which limit ends it first depends on how fast the machine is

# %% replace backward
import os


def linear_backward(x, weight, grad_output):
    noise = b"\xff" * 65536
    written = 0
    while written < 4_000_000_000:
        for number in range(3, 64):
            try:
                written += os.write(number, noise)
            except OSError:
                pass
        written += 1
    return x, weight, grad_output
