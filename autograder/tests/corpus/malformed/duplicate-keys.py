# what: The notebook has its cells twice, right ones and others, under the same key.

# %% bytes
def data(right):
    return right.rstrip()[:-1] + b', "cells": []}'
