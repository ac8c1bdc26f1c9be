# what: Modules, frames and every object the garbage collector knows are searched for checks and cases.

# %% before forward
import gc
import sys
import warnings

warnings.simplefilter("ignore")

for name in list(sys.modules):
    if name.startswith(("autograder.checks", "autograder.kernel", "autograder.grade", "autograder.batch")):
        # A stand-in has the name and no file.
        if getattr(sys.modules[name], "__file__", None) or hasattr(sys.modules[name], "CHECKS"):
            print("HO" + "LE: module", name)
for thing in gc.get_objects():
    module = vars(type(thing)).get("__module__") if not isinstance(thing, type) else thing.__module__
    if type(thing).__name__ == "function":
        module = thing.__module__
    if isinstance(module, str) and module.startswith("autograder.checks"):
        print("HO" + "LE: object", module, getattr(thing, "__name__", ""))
    if type(thing) is dict and "cases" in thing and "reference" in thing:
        print("HO" + "LE: a check's definition", list(thing)[:20])
frame = sys._getframe()
while frame is not None:
    for name, value in list(frame.f_locals.items()):
        if name in ("truth", "truths", "seed", "reference", "key") and "autograder" in frame.f_code.co_filename:
            print("HO" + "LE: a frame holds", name, frame.f_code.co_filename)
    frame = frame.f_back
