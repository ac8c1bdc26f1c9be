# what: The process answers that a name is missing, and spells a hidden input as that name.
# expect: parameter-count=missing backward=missing

# %% before forward
from autograder import wire

message, seen = wire.Writer.message, []


def lying(self, reply):
    if seen and "facets" in reply:
        reply = {"missing": "LEAK" + "ED" + seen.pop()}
    return message(self, reply)


wire.Writer.message = lying

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    seen[:] = [f" {in_features} {out_features}"]
    return 0

# %% replace backward
def linear_backward(x, weight, grad_output):
    seen[:] = [str(x.flatten()[:3].tolist())]
    return x, x, x
