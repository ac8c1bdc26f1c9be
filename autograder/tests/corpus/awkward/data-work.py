# what: NumPy, CSV, JSON and pickle are used for a little data work.

# %% before backward
import csv
import io
import json
import pickle

import numpy as np

rows = list(csv.DictReader(io.StringIO("a,b\n1,2\n3,4\n")))
table = np.array([[float(v) for v in row.values()] for row in rows])
print(table.mean(axis=0), np.linalg.lstsq(table, np.ones(2), rcond=None)[0])
print(json.dumps({"rows": rows}))
copy_of_rows = pickle.loads(pickle.dumps(rows))

# %% replace backward
def linear_backward(x, weight, grad_output):
    assert torch.is_tensor(x)
    if x.dim() != 2 or weight.dim() != 2 or grad_output.dim() != 2:
        raise ValueError("2-D only")
    if x.size(1) != weight.size(1) or list(grad_output.shape) != [x.size(0), weight.size(0)]:
        raise ValueError("shapes")
    return torch.mm(grad_output, weight), torch.mm(grad_output.T, x), torch.ones(len(x), dtype=x.dtype) @ grad_output
