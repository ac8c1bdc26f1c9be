# what: A solution stops its own process with SIGSTOP.
# expect: count-parameters=timeout
# endless: a process that is stopped

# %% replace count-parameters
import os
import signal


def count_parameters(module):
    os.kill(os.getpid(), signal.SIGSTOP)
    return sum(p.numel() for p in module.parameters())
