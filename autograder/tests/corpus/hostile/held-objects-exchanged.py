# what: The last cell exchanges what is held for the checks: each gets what another is about, one gets nothing.
# wrong: backward
# expect: backward=failed

# %% last
import sys


def what_is_held():
    frame = sys._getframe()
    while "held" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["held"]


held = what_is_held()
names = list(held)
for name, objects in zip(names, [held[name] for name in names[1:] + names[:1]]):
    held[name] = objects
held[names[0]] = ()
