# what: platform, uuid, socket names, users and times are asked for, in a solution cell too.

# %% first
import datetime
import getpass
import os
import platform
import sys
import time
import uuid

print(platform.platform(), platform.machine(), platform.python_version(), sys.version)
print(platform.processor(), platform.uname())
print(uuid.uuid4(), uuid.uuid1(), os.getpid(), os.getppid(), os.cpu_count())
print(time.strftime("%H:%M"), datetime.datetime.now().astimezone())

# %% replace parameter-count
print(f"run {uuid.uuid1()} on {platform.processor() or platform.machine()}")


def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features + (out_features if bias else 0)

# %% last
print(getpass.getuser(), os.path.expanduser("~"), platform.node())
