# what: Programs are run through subprocess, system, popen, exec and IPython.
# needs: linux

# %% before forward
import os
import subprocess

for attempt in (
    lambda: subprocess.run(["/bin/echo", "ran"], check=True),
    lambda: subprocess.check_output("id", shell=True),
    lambda: os.popen("echo ran").read() or 1 / 0,
    lambda: os.system("true") == 0 or 1 / 0,
    lambda: get_ipython().getoutput("echo ran")[0],
):
    try:
        attempt()
        print("HO" + "LE: a program ran")
    except Exception as error:
        print(type(error).__name__, error)

# %% before parameter-count
import os

os.execv("/bin/sh", ["sh", "-c", "echo HO''LE: became a shell; touch @OUTSIDE@/@MARK@"])

# %% before parameter-count
os.execv("/bin/sleep", ["sleep", "60"])
