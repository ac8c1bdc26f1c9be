# what: Clocks, sleep, signals and limits that a grader might use inside the process are patched.
# wrong: parameter-count
# expect: parameter-count=timeout
# endless: a loop in a solution

# %% replace parameter-count
import resource
import signal
import time


def linear_parameter_count(in_features, out_features, bias=True):
    time.time = time.monotonic = time.perf_counter = lambda: 0.0
    signal.alarm(0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    for number in range(1, signal.NSIG):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    except (OSError, ValueError):
        pass
    while True:
        pass
