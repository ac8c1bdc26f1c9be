# what: A solution waits for ever on a lock, with all signals ignored.
# expect: copy-parameters=timeout
# endless: waiting for a lock

# %% replace copy-parameters
import signal
import threading


def copy_parameters(source, target):
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM, signal.SIGXCPU, signal.SIGUSR1):
        signal.signal(number, signal.SIG_IGN)
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
