# what: An input transformer empties every cell that calls a check.
# wrong: forward
# expect: forward=failed

# %% before forward
def quiet(lines):
    return ["pass\n"] if any("check(" in line for line in lines) else lines


get_ipython().input_transformers_cleanup.append(quiet)
get_ipython().input_transformers_post.append(quiet)
