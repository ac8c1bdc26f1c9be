# what: What one run of the notebook sees is left wherever a later run, or the next start after a crash, might find it.
# expect: parameter-count=failed|killed|timeout|error backward=killed
# because: the process writes to places of which some may end it

# %% before forward
import os
import sys
import tempfile
from pathlib import Path

PLACES = [
    Path("seen"), Path.home() / "seen", Path(tempfile.gettempdir()) / "seen", Path("/tmp/@MARK@-seen"),
    Path("/dev/shm/@MARK@-seen"), Path("/var/tmp/@MARK@-seen"), Path("..") / "seen", Path("../..") / "@MARK@-seen",
    Path(sys.prefix) / "@MARK@-seen", Path(os.__file__).parent / "__pycache__" / "@MARK@-seen",
]


def found():
    texts = [os.environ.get("SEEN", ""), getattr(torch, "seen", ""), getattr(sys, "seen", "")]
    for place in PLACES:
        try:
            texts.append(place.read_text())
        except OSError:
            pass
    return "".join(texts)


def leave(text):
    os.environ["SEEN"] = torch.seen = sys.seen = text
    for place in PLACES:
        try:
            place.write_text(text)
        except OSError:
            pass


before = found()
if before:
    print("LEAK" + "ED", before)

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    leave(f"{in_features} {out_features}")
    if before:
        raise ValueError("LEAK" + "ED" + before)
    return 0

# %% replace backward
def linear_backward(x, weight, grad_output):
    leave(str(x.tolist()))
    if before:
        raise ValueError("LEAK" + "ED" + before)
    os._exit(1)

# %% last
if found() or before:
    print("LEAK" + "ED", found())
