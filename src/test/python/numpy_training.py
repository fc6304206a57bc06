"""The three trainings of TrainingBenchmark as a plain NumPy program, OpenBLAS on one thread. Prints the seconds of each."""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import time

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def train(sizes, samples, batch, epochs):
    rng = np.random.default_rng(1)
    x = rng.random((samples, sizes[0]))
    t = np.eye(sizes[2])[rng.integers(0, sizes[2], samples)]
    w2, w3 = (rng.normal(0, 0.1, shape) for shape in zip(sizes, sizes[1:]))
    b2, b3 = np.zeros(sizes[1]), np.zeros(sizes[2])
    start = time.perf_counter()
    for _ in range(epochs):
        cost = 0
        for first in range(0, samples, batch):
            xs, ts = x[first : first + batch], t[first : first + batch]
            a2 = sigmoid(xs @ w2 + b2)
            a3 = sigmoid(a2 @ w3 + b3)
            cost += ((ts - a3) ** 2).sum() / 2
            d3 = (a3 - ts) * a3 * (1 - a3)
            d2 = (d3 @ w3.T) * a2 * (1 - a2)
            w3 -= 0.01 * (a2.T @ d3)
            b3 -= 0.01 * d3.sum(0)
            w2 -= 0.01 * (xs.T @ d2)
            b2 -= 0.01 * d2.sum(0)
    return time.perf_counter() - start


for name, training in {
    "SMALL": ((12, 3, 2), 64, 64, 10_000),
    "DIGITS": ((64, 30, 10), 1_797, 1_797, 200),
    "LARGE": ((784, 100, 10), 10_000, 64, 5),
}.items():
    print(name, " ".join(f"{train(*training):.3f}" for _ in range(3)))
