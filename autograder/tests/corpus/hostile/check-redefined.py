# what: check, progress and the whole autograder package are replaced by friendlier ones.
# wrong: forward backward
# expect: forward=failed backward=failed

# %% before forward
import sys
import types


def check(*args, **kwargs):
    print("Right on all cases")
    return 4.0


progress = evaluate = check
fake = types.ModuleType("autograder")
fake.check = fake.evaluate = fake.progress = check
sys.modules["autograder"] = fake
