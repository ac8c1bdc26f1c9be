# what: Files are left in every folder where grading machines often allow it.

# %% before parameter-count
import os
import site
import sys
import tempfile

import autograder

folders = [
    "@OUTSIDE@", "@COURSE@", "/tmp", "/var/tmp", "/dev/shm", "/run", os.path.expanduser("~"),
    os.path.expanduser("~root"), os.path.dirname(autograder.__file__), os.path.dirname(torch.__file__),
    sys.prefix, site.getsitepackages()[0], os.path.dirname(os.__file__), "..", "../..",
]
for folder in folders:
    path = os.path.join(folder, "@MARK@")
    try:
        with open(path, "w") as file:
            file.write("here")
        if os.path.realpath(folder) != os.getcwd() and not folder.startswith(".."):
            print("HO" + "LE: wrote into", folder)
    except OSError as error:
        print(error)
    try:
        os.mkdir(path + "-folder")
    except OSError as error:
        print(error)
