# what: Timers, alarms and signal handlers of a cell go off while later cells and checks run.

# %% before forward
import os
import signal
import threading


def interrupt(*_):
    raise KeyboardInterrupt("from a timer")


signal.signal(signal.SIGALRM, lambda *_: None)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
signal.signal(signal.SIGUSR1, lambda *_: None)


def pester():
    while True:
        signal.raise_signal(signal.SIGUSR1)
        threading.Event().wait(0.002)


threading.Thread(target=pester, daemon=True).start()
