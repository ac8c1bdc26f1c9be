# what: While it is checked, the solution writes without end to every descriptor.
# expect: backward=killed|timeout|error|failed
# because: which limit ends it first depends on how fast the machine is

# %% replace backward
import os

def is_open(number):
    try:
        os.fstat(number)
        return True
    except OSError:
        return False


def linear_backward(x, weight, grad_output):
    noise = b"\xff" * 65536
    written, targets = 0, [number for number in range(3, 4096) if is_open(number)]
    while written < 4_000_000_000:
        for number in targets:
            try:
                written += os.write(number, noise)
            except OSError:
                pass
        written += 1
    return x, weight, grad_output
