# what: A solution cell never ends; its definition above the loop was right.
# expect: parameter-count=timeout
# endless: a loop in a cell

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features + (out_features if bias else 0)


while True:
    pass
