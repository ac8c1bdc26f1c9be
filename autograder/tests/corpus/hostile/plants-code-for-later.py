# what: Code is planted where the next submission or the instructor would run it.

# %% first
import os
import site
import sys
import sysconfig

import autograder
import IPython

code = "import os; open('@OUTSIDE@/@MARK@-planted', 'w').write('ran')\n"
places = [
    os.path.join(site.getsitepackages()[0], "@MARK@.pth"),
    os.path.join(site.getusersitepackages(), "@MARK@-usercustomize.py"),
    os.path.join(sysconfig.get_paths()["purelib"], "@MARK@-sitecustomize.py"),
    os.path.join(os.path.expanduser("~"), ".ipython/profile_default/startup/@MARK@.py"),
    os.path.join(os.environ.get("IPYTHONDIR", "."), "profile_default/startup/@MARK@.py"),
    os.path.join(os.path.dirname(autograder.__file__), "@MARK@.py"),
    os.path.join(os.path.dirname(autograder.__file__), "__pycache__", "@MARK@.pyc"),
    os.path.join(os.path.dirname(IPython.__file__), "@MARK@.py"),
    "torch.py", "autograder.py", "sitecustomize.py", "conftest.py", "nbgrader_config.py",
]
for place in places:
    try:
        os.makedirs(os.path.dirname(place) or ".", exist_ok=True)
        with open(place, "a") as file:
            file.write(code)
    except OSError as error:
        print(error)
