"""The pages of chapter 2 that feedback points to."""

LEARNABLE = "linear-layer/a-matrix-you-can-learn"
EXACTLY = "linear-layer/nn-linear-exactly"
LEARNS = "linear-layer/how-a-layer-learns"
FORWARD = "linear-layer/under-the-hood-forward"
BACKWARD = "linear-layer/under-the-hood-backward"
