# what: os.environ, the working directory and sys.path are changed and left changed.

# %% before forward
import os
import sys

os.environ["OMP_NUM_THREADS"] = "3"
os.environ["PYTHONHASHSEED"] = "0"
os.environ.pop("HOME", None)
os.makedirs("work", exist_ok=True)
os.chdir("work")
sys.path.insert(0, ".")
sys.path.append("/content/drive")
sys.argv = ["notebook", "--lr", "0.1"]
