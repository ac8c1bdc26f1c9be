# what: Solutions wait for input: in the cell, and each time they are called.
# expect: parameter-count=error count-parameters=error

# %% replace parameter-count
ONE = int(input("What is one? "))


def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features + out_features * bias * ONE

# %% replace count-parameters
def count_parameters(module):
    return int(input())

# %% last
import sys

sys.stdin.read()
