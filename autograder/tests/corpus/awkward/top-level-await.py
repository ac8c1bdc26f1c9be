# what: Cells await at the top level, in the solution cell too.

# %% first
import asyncio

await asyncio.sleep(0.01)


# %% replace parameter-count
async def remember(value):
    await asyncio.sleep(0)
    return value


one = await remember(1)


def linear_parameter_count(in_features, out_features, bias=True):
    return (in_features + (one if bias else 0)) * out_features


# %% last
results = await asyncio.gather(*(remember(n) for n in range(5)))
async with asyncio.Lock():
    print(results)
