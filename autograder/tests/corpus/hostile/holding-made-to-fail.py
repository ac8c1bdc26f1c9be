# what: What keeps an object for its check is patched so that it ends the process each time.
# expect: all=killed

# %% first
from autograder import worker


def refuse(*args):
    raise SystemExit("no")


worker._named = refuse
