# what: Worker processes are tried in cells of their own, where they may not work.

# %% before backward
import multiprocessing
from torch.utils.data import DataLoader, TensorDataset

data = TensorDataset(torch.randn(20, 3))
print(len(list(DataLoader(data, batch_size=4))))

# %% before backward
for batch in DataLoader(data, batch_size=4, num_workers=2):
    print(batch[0].shape)

# %% before backward
with multiprocessing.Pool(2) as pool:
    print(pool.map(abs, [-1, -2]))
