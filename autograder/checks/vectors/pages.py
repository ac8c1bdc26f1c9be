"""The pages of chapter 1 that feedback points to."""

VECTORS = "vectors/vectors-and-dot-products"
MATRICES = "vectors/matrices-as-maps"
