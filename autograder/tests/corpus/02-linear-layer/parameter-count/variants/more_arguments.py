"""The function takes more than it must, by keyword and with defaults.

verdict: passed
"""

import math
import operator


def linear_parameter_count(in_features, out_features, bias=True, *, layers=1, **options):
    count = math.prod((in_features, out_features))
    count = operator.add(count, out_features) if bias else count
    return layers * count
