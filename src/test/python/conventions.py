"""Trains XOR by other functions, costs and conventions than the book's, in NumPy, and prints what GradSheet has to come to:

    python3 src/test/python/conventions.py > src/test/resources/reference/conventions.json

Written from the definitions and the documents of PyTorch and Keras, without a look at GradSheet. A derivative of a function is that
of a complex step, f'(z) = Im f(z + ih) / h, so that no rule of differentiation is used twice.
"""

import json

import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float)
XOR = np.array([[0], [1], [1], [0]], float)
STEP = 1e-30


def derivative(f, z):
    return np.imag(f(z + 1j * STEP)) / STEP


FUNCTIONS = {
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": np.tanh,
    "linear": lambda z: z,
    "z/(1+EXP(-z))": lambda z: z / (1 + np.exp(-z)),
    "2/(1+EXP(-z))-1": lambda z: 2 / (1 + np.exp(-z)) - 1,
    "0.5*z*(1+TANH(SQRT(2/PI())*(z+0.044715*z^3)))": lambda z: 0.5
    * z
    * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3))),
    "z*TANH(LN(1+EXP(z)))": lambda z: z * np.tanh(np.log(1 + np.exp(z))),
    "IF(z>0,z,EXP(z)-1)": lambda z: np.where(np.real(z) > 0, z, np.exp(z) - 1),
}
# C of the differences a - t, and what a - t is multiplied by in its derivative.
COSTS = {
    "squared": (lambda d: (d**2).sum(1) / 2, lambda n: 1),
    "sum-of-squares": (lambda d: (d**2).sum(1), lambda n: 2),
    "mean-of-squares": (lambda d: (d**2).mean(1), lambda n: 2 / n),
}


def train(activations, cost="squared", mean=False, batch=4, outputs=1, epochs=8, eta=0.25, optimiser=None, decay=None, rates=None):
    """Costs as they run, epoch by epoch, and the parameters at the end: of each neuron its weights, then its bias."""
    w = [np.array([[1.1, -0.9], [0.5, -0.5]]), np.array([[-0.7, 0.9], [0.3, 0.6], [-0.2, 0.8]])[:outputs]]
    b = [np.array([0.2, -0.4]), np.array([0.1, -0.3, 0.5])[:outputs]]
    t = XOR if outputs == 1 else np.hstack([XOR, 1 - XOR, XOR * 0])[:, :outputs]
    f = [FUNCTIONS[name] for name in activations]
    of, slope = COSTS[cost]
    update = optimiser or plain()
    costs = []
    for epoch in range(1, epochs + 1):
        rate = eta * (rates(epoch) if rates else 1)
        running = 0
        for first in range(0, 4, batch):
            x, target = X[first : first + batch], t[first : first + batch]
            z2 = x @ w[0].T + b[0]
            a2 = f[0](z2)
            z3 = a2 @ w[1].T + b[1]
            a3 = f[1](z3)
            running += of(a3 - target).sum()
            d3 = slope(outputs) * (a3 - target) * derivative(f[1], z3)
            d2 = d3 @ w[1] * derivative(f[0], z2)
            share = len(x) if mean else 1
            values = [w[0], b[0], w[1], b[1]]
            gradients = [d2.T @ x / share, d2.sum(0) / share, d3.T @ a2 / share, d3.sum(0) / share]
            strength, biases, decoupled = decay or (0, False, False)
            for i, value in enumerate(values):
                if i in (0, 2) or biases:
                    if decoupled:
                        value -= rate * strength * value
                    else:
                        gradients[i] = gradients[i] + strength * value
            update(values, gradients, rate)
        costs.append(running / 4 if mean else running)
    parameters = [
        float(number)
        for weights, biases in zip(w, b)
        for row, bias in zip(weights, biases)
        for number in [*row, bias]
    ]
    return {"costs": [float(c) for c in costs], "parameters": parameters}


def plain():
    def update(values, gradients, rate):
        for value, gradient in zip(values, gradients):
            value -= rate * gradient

    return update


CASES = [
    (["network.activations=[\"z/(1+EXP(-z))\", \"2/(1+EXP(-z))-1\"]"],
     dict(activations=["z/(1+EXP(-z))", "2/(1+EXP(-z))-1"])),
    (["network.activations=[\"0.5*z*(1+TANH(SQRT(2/PI())*(z+0.044715*z^3)))\", sigmoid]"],
     dict(activations=["0.5*z*(1+TANH(SQRT(2/PI())*(z+0.044715*z^3)))", "sigmoid"])),
    (["network.activations=[\"z*TANH(LN(1+EXP(z)))\", \"IF(z>0,z,EXP(z)-1)\"]", "train={batch: 1}"],
     dict(activations=["z*TANH(LN(1+EXP(z)))", "IF(z>0,z,EXP(z)-1)"], batch=1)),
    (["network.activations=[tanh, sigmoid]", "cost=sum-of-squares"],
     dict(activations=["tanh", "sigmoid"], cost="sum-of-squares")),
    (["network.activations=[tanh, linear]", "cost=mean-of-squares", "train={gradient: mean}"],
     dict(activations=["tanh", "linear"], cost="mean-of-squares", mean=True)),
    (["network.activations=[tanh, sigmoid]", "cost=squared", "train={gradient: mean, batch: 2}"],
     dict(activations=["tanh", "sigmoid"], mean=True, batch=2)),
    (["network.activations=[tanh, \"z/(1+EXP(-z))\"]", "cost=mean-of-squares"],
     dict(activations=["tanh", "z/(1+EXP(-z))"], cost="mean-of-squares", outputs=3)),
    (["network.activations=[tanh, linear]", "cost=sum-of-squares", "eta=0.05"],
     dict(activations=["tanh", "linear"], cost="sum-of-squares", outputs=3, eta=0.05)),
]

if __name__ == "__main__":
    results = [{"outputs": case.get("outputs", 1), "settings": settings, **train(**case)} for settings, case in CASES]
    print(json.dumps(results, indent=1, ensure_ascii=False))
