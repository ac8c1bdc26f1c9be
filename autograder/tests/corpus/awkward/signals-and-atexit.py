# what: Signal handlers, timers, exit handlers, hooks and faulthandler are set.

# %% before forward
import atexit
import faulthandler
import signal
import sys

signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.signal(signal.SIGTERM, lambda *_: print("asked to stop"))
signal.signal(signal.SIGALRM, lambda *_: None)
signal.alarm(1)
signal.setitimer(signal.ITIMER_REAL, 0.2, 0.2)
atexit.register(print, "goodbye")
sys.excepthook = lambda *_: print("something went wrong")
faulthandler.enable()
