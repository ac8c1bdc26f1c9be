"""A method of an object stands in for the function.

verdict: passed
"""

import math


class Shapes:
    ones = (1,)

    def count(self, in_features, out_features, bias=True):
        shapes = [(out_features, in_features)]
        if bias:
            shapes.append((out_features,))
        return sum(math.prod(shape, start=self.ones[0]) for shape in shapes)


linear_parameter_count = Shapes().count
