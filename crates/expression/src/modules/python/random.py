# `random`: chance from the host. There is no seed: `seed` is taken and changes nothing.
from _native import random_bits


def getrandbits(k):
    if k < 0:
        raise ValueError("number of bits must be non-negative")
    return random_bits(k)


def below(n):
    bits = n.bit_length()
    while True:
        number = random_bits(bits)
        if number < n:
            return number


def random():
    return random_bits(53) / 9007199254740992


def randrange(start, stop=None, step=1):
    choices = range(start) if stop is None else range(start, stop, step)
    if not choices:
        raise ValueError(f"empty range in randrange({start}, {stop})" if stop is not None else "empty range for randrange()")
    return choices[below(len(choices))]


def randint(a, b):
    return randrange(a, b + 1)


def choice(seq):
    if not len(seq):
        raise IndexError("Cannot choose from an empty sequence")
    return seq[below(len(seq))]


def choices(population, weights=None, *, cum_weights=None, k=1):
    population = list(population)
    if cum_weights is None:
        if weights is None:
            return [choice(population) for _ in range(k)]
        cum_weights, total = [], 0
        for weight in weights:
            total += weight
            cum_weights.append(total)
    if len(cum_weights) != len(population):
        raise ValueError("The number of weights does not match the population")
    total = cum_weights[-1]
    if total <= 0:
        raise ValueError("Total of weights must be greater than zero")
    picked = []
    for _ in range(k):
        point = random() * total
        index = 0
        while index < len(population) - 1 and cum_weights[index] <= point:
            index += 1
        picked.append(population[index])
    return picked


def shuffle(x):
    for index in range(len(x) - 1, 0, -1):
        other = below(index + 1)
        x[index], x[other] = x[other], x[index]


def sample(population, k):
    pool = list(population)
    if not 0 <= k <= len(pool):
        raise ValueError("Sample larger than population or is negative")
    shuffle(pool)
    return pool[:k]


def uniform(a, b):
    return a + (b - a) * random()


def randbytes(n):
    return random_bits(8 * n).to_bytes(n, "little")


class Random:
    def __init__(self, seed=None):
        pass

    def seed(self, a=None):
        pass


# A class body does not see the functions around it by names that it gives itself.
for function in (random, randint, randrange, choice, choices, shuffle, sample, uniform, getrandbits):
    setattr(Random, function.__name__, staticmethod(function))

return {
    "Random": Random,
    "SystemRandom": Random,
    "choice": choice,
    "choices": choices,
    "getrandbits": getrandbits,
    "randbytes": randbytes,
    "randint": randint,
    "random": random,
    "randrange": randrange,
    "sample": sample,
    "seed": lambda a=None: None,
    "shuffle": shuffle,
    "uniform": uniform,
}
