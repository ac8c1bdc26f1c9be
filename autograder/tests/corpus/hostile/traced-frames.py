# what: A trace and a profile function rewrite the local variables of whatever runs after the cell.
# wrong: parameter-count
# expect: parameter-count=failed

# %% before parameter-count
import sys
import threading


def rewrite(frame, event, argument):
    if "autograder" in frame.f_code.co_filename:
        for name in ("verdict", "value", "seen", "result", "raised"):
            if name in frame.f_locals:
                frame.f_locals[name] = "passed"
    return rewrite


sys.settrace(rewrite)
sys.setprofile(rewrite)
threading.settrace(rewrite)
