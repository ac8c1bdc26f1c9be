"""The pages of chapter 5 that feedback points to."""

DOES = "init/what-pytorch-does"
SIGNALS = "init/signals-through-depth"
OWN = "init/symmetry-and-your-own"

BOUND = f"{DOES}#sqrt-five"
SOURCE = f"{DOES}#reset-parameters-source"
RECIPES = f"{DOES}#default-versus"
GENERATOR = f"{DOES}#own-generator"
WRITING = f"{OWN}#your-own-init"
