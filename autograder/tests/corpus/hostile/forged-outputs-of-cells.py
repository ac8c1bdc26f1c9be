# what: The process answers requests to run a cell with outputs that no notebook can hold.

# %% before forward
from autograder import worker

ODD = [
    torch.zeros(3), object(), 10**5000, -(10**30), float("nan"), float("inf"), {"a": [torch.ones(2)]}, None, True,
    "\ud800", ["x"] * 900, [[[[[[[]]]]]]], (1, 2), {}, "<script>PWN()</script>",
]
real = worker.Collector.run


def run(self, source, keep):
    real(self, source, keep)
    outputs = []
    for odd in ODD:
        data = {"text/plain": odd, "image/png": odd, "text/html": odd, "application/javascript": "PWN()"}
        outputs += [
            odd,
            {"output_type": odd},
            {"output_type": "stream", "name": odd, "text": odd},
            {"output_type": "stream", "name": "stdout", "text": odd},
            {"output_type": "error", "ename": odd, "evalue": odd, "traceback": odd},
            {"output_type": "error", "ename": "E", "evalue": "e", "traceback": [odd]},
            {"output_type": "display_data", "data": data, "metadata": odd},
            {"output_type": "execute_result", "data": odd, "metadata": {}, "execution_count": odd},
            {"output_type": "execute_result", "data": data, "metadata": {"PWN()": odd}, "execution_count": odd},
            {"output_type": "update_display_data", "data": data, "metadata": {}, "transient": odd},
        ]
    return {"outputs": outputs, "stopped": odd}


worker.Collector.run = run
