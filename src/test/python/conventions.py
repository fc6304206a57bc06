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


def remembering(step):
    """An optimiser that keeps a few arrays for each parameter, zeros at first: step(value, gradient, rate, memory, n)."""
    memories = []
    n = 0

    def update(values, gradients, rate):
        nonlocal n
        n += 1
        if not memories:
            memories.extend([np.zeros_like(v), np.zeros_like(v)] for v in values)
        for value, gradient, memory in zip(values, gradients, memories):
            step(value, gradient, rate, memory, n)

    return update


def keras_sgd(mu, nesterov=False):
    """velocity = momentum * velocity - learning_rate * g; w = w + velocity, or w = w + momentum * velocity - learning_rate * g"""

    def step(w, g, rate, memory, n):
        memory[0] = mu * memory[0] - rate * g
        w += mu * memory[0] - rate * g if nesterov else memory[0]

    return remembering(step)


def torch_sgd(mu, nesterov=False):
    """b = mu * b + g; g = g + mu * b with Nesterov, else b; theta = theta - lr * g"""

    def step(w, g, rate, memory, n):
        memory[0] = mu * memory[0] + g
        w -= rate * (g + mu * memory[0] if nesterov else memory[0])

    return remembering(step)


def torch_adam(beta1=0.9, beta2=0.999, eps=1e-8):
    def step(w, g, rate, memory, n):
        memory[0] = beta1 * memory[0] + (1 - beta1) * g
        memory[1] = beta2 * memory[1] + (1 - beta2) * g**2
        w -= rate * (memory[0] / (1 - beta1**n)) / (np.sqrt(memory[1] / (1 - beta2**n)) + eps)

    return remembering(step)


def torch_rmsprop(alpha, eps):
    def step(w, g, rate, memory, n):
        memory[0] = alpha * memory[0] + (1 - alpha) * g**2
        w -= rate * g / (np.sqrt(memory[0]) + eps)

    return remembering(step)


def keras_rmsprop(rho, eps):
    """velocity = rho * velocity + (1 - rho) * g ** 2; w = w - learning_rate * g / sqrt(velocity + epsilon)"""

    def step(w, g, rate, memory, n):
        memory[0] = rho * memory[0] + (1 - rho) * g**2
        w -= rate * g / np.sqrt(memory[0] + eps)

    return remembering(step)


def keras_adam(eps, beta1=0.9, beta2=0.999):
    """alpha = learning_rate * sqrt(1 - beta_2 ** t) / (1 - beta_1 ** t); w = w - alpha * m / (sqrt(v) + epsilon)"""

    def step(w, g, rate, memory, n):
        memory[0] += (g - memory[0]) * (1 - beta1)
        memory[1] += (g**2 - memory[1]) * (1 - beta2)
        w -= rate * np.sqrt(1 - beta2**n) / (1 - beta1**n) * memory[0] / (np.sqrt(memory[1]) + eps)

    return remembering(step)


def halves(epoch):
    return 0.5 ** ((epoch - 1) // 2)


TANH = dict(activations=["tanh", "sigmoid"])
ACTIVATIONS = "network.activations=[tanh, sigmoid]"
HALVES = "schedule: {steps: {factor: 0.5, every: 2}}"
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
    ([ACTIVATIONS, "train={optimiser: {momentum: {mu: 0.8}}, %s}" % HALVES],
     dict(TANH, optimiser=keras_sgd(0.8), rates=halves)),
    ([ACTIVATIONS, "train={optimiser: {momentum: {mu: 0.8, eta: outside}}, %s}" % HALVES],
     dict(TANH, optimiser=torch_sgd(0.8), rates=halves)),
    ([ACTIVATIONS, "train={optimiser: {nesterov: {mu: 0.8, eta: inside}}, %s}" % HALVES],
     dict(TANH, optimiser=keras_sgd(0.8, True), rates=halves)),
    ([ACTIVATIONS, "train={optimiser: {nesterov: {mu: 0.8, eta: outside}}, %s, batch: 2}" % HALVES],
     dict(TANH, optimiser=torch_sgd(0.8, True), rates=halves, batch=2)),
    ([ACTIVATIONS, "train={decay: 0.05}"], dict(TANH, decay=(0.05, False, False))),
    ([ACTIVATIONS, "train={decay: {lambda: 0.05, biases: true}, optimiser: {momentum: {mu: 0.8, eta: outside}}}"],
     dict(TANH, decay=(0.05, True, False), optimiser=torch_sgd(0.8))),
    ([ACTIVATIONS, "train={decay: {lambda: 0.05, decoupled: true}, optimiser: {rmsprop: {rho: 0.99, epsilon: 0.01}}}", "eta=0.02"],
     dict(TANH, decay=(0.05, False, True), optimiser=torch_rmsprop(0.99, 0.01), eta=0.02)),
    ([ACTIVATIONS, "train={decay: {lambda: 0.05, biases: true, decoupled: true}, optimiser: {adam: {epsilon: 1e-3}}, %s, batch: 2}" % HALVES, "eta=0.05"],
     dict(TANH, decay=(0.05, True, True), optimiser=torch_adam(eps=1e-3), rates=halves, batch=2, eta=0.05)),
    ([ACTIVATIONS, "train={decay: {lambda: 0.05, decoupled: true}, gradient: mean}"],
     dict(TANH, decay=(0.05, False, True), mean=True)),
    ([ACTIVATIONS, "train={decay: {lambda: 0.05, biases: true, decoupled: true}, optimiser: {nesterov: {mu: 0.8}}, %s}" % HALVES],
     dict(TANH, decay=(0.05, True, True), optimiser=keras_sgd(0.8, True), rates=halves)),
    ([ACTIVATIONS, "train={optimiser: {rmsprop: {epsilon: 0.001, add-epsilon: in-root}}, batch: 2}", "eta=0.05"],
     dict(TANH, optimiser=keras_rmsprop(0.9, 0.001), batch=2, eta=0.05)),
    ([ACTIVATIONS, "train={optimiser: {adam: {epsilon: 0.001, add-epsilon: before-correction}}, decay: {lambda: 0.05, biases: true, decoupled: true}}", "eta=0.05"],
     dict(TANH, optimiser=keras_adam(0.001), decay=(0.05, True, True), eta=0.05)),
]

if __name__ == "__main__":
    results = [{"outputs": case.get("outputs", 1), "settings": settings, **train(**case)} for settings, case in CASES]
    print(json.dumps(results, indent=1, ensure_ascii=False))
