# what: A cell waits for a thread with a timeout and for an event that never comes.

# %% before forward
import queue
import threading

threading.Event().wait(0.2)
try:
    queue.Queue().get(timeout=0.1)
except queue.Empty:
    print("nothing came")
