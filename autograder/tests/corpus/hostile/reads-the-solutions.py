# what: The instructor's solutions, corpora of tests and git objects beside the package are looked for.

# %% first
import os

import autograder

root = os.path.dirname(os.path.dirname(autograder.__file__))
for name in [
    "solutions/02-linear-layer/linear-layer.ipynb",
    "autograder/tests/corpus/right.py",
    "autograder/tests/corpus/02-linear-layer/forward/variants/matmul.py",
    ".git/HEAD",
]:
    try:
        with open(os.path.join(root, name)) as file:
            print("HO" + "LE: read", name, len(file.read()))
    except OSError as error:
        print(error)
for folder in ["solutions", "solutions/02-linear-layer", "autograder/tests", ".git"]:
    try:
        if os.listdir(os.path.join(root, folder)):
            print("HO" + "LE: listed", folder)
    except OSError as error:
        print(error)
