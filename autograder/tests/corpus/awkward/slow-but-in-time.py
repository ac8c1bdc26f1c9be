# what: A solution cell sleeps for two seconds, and a solution takes its time at every call.

# %% replace parameter-count
import time

time.sleep(2)


def linear_parameter_count(in_features, out_features, bias=True):
    time.sleep(0.05)
    return in_features * out_features + (out_features if bias else 0)
