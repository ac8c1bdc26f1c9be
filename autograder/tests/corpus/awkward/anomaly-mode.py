# what: Anomaly detection and deterministic algorithms are switched on.

# %% first
import torch

torch.autograd.set_detect_anomaly(True)
torch.use_deterministic_algorithms(True)
torch.set_printoptions(precision=2, sci_mode=False)
