# what: Folders of other students are listed and their notebooks read.

# %% first
import glob
import os

root = "@COURSE@"
for folder in [root, root + "/submitted", root + "/submitted/zoe"]:
    try:
        print("HO" + "LE: listed", os.listdir(folder))
    except OSError as error:
        print(error)
for name in ["submitted/zoe/02-linear-layer/linear-layer.ipynb", ".grading-key", "gradebook.db"]:
    try:
        print("HO" + "LE: read", open(os.path.join(root, name), errors="replace").read())
    except OSError as error:
        print(error)
for found in glob.glob(root + "/**/*.ipynb", recursive=True):
    print("HO" + "LE: found", found)
