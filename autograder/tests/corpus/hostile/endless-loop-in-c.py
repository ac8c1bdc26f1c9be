# what: A solution never comes back from C code that no signal handler of Python's interrupts.
# expect: backward=timeout
# endless: a loop in C

# %% replace backward
import collections
import itertools
import signal


def linear_backward(x, weight, grad_output):
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, signal.NSIG))
    collections.deque(itertools.count(), maxlen=0)
