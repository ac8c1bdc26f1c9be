# what: The working folder is renamed, removed, or left for another while cells run.

# %% before forward
import os
import shutil
import tempfile

here = os.getcwd()
for attempt in (lambda: os.rmdir(here), lambda: os.rename(here, here + "-moved"), lambda: shutil.rmtree(here)):
    try:
        attempt()
    except OSError as error:
        print(error)

# %% before parameter-count
os.makedirs("gone/deeper", exist_ok=True)
os.chdir("gone/deeper")
shutil.rmtree("../../gone", ignore_errors=True)
try:
    print(os.getcwd())
except OSError as error:
    print(error)

# %% before backward
tempfile.tempdir = "/nowhere"
os.environ["TMPDIR"] = "/nowhere"
os.chdir("/usr")
