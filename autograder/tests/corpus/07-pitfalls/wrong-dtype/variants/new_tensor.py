"""new_tensor of a parameter; it prints.

verdict: passed
"""


def predict(model, data):
    weight = next(model.parameters())
    print(weight.dtype, data.dtype)
    return model(weight.new_tensor(data.tolist()).reshape(data.shape))
