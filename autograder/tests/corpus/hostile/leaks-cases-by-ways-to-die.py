# what: The process dies by a signal, an exit code or a kind of noise chosen by a hidden input.
# expect: parameter-count=killed|timeout backward=killed|timeout
# because: a stopped process is a timeout; which way it chose must not be told in other words

# %% replace parameter-count
import os
import signal

DEATHS = [s for s in signal.Signals if s not in (signal.SIGCHLD, signal.SIGCONT, signal.SIGURG, signal.SIGWINCH)]


def linear_parameter_count(in_features, out_features, bias=True):
    death = DEATHS[(in_features * 7 + out_features) % len(DEATHS)]
    if death not in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU):
        signal.signal(death, signal.SIG_DFL)
        os.kill(os.getpid(), death)
    os._exit(in_features)

# %% replace backward
def linear_backward(x, weight, grad_output):
    os._exit(int(x.flatten()[0].abs() * 100) % 256)
