"""The few calls of PyTorch that the note on shapes makes, over NumPy, where PyTorch itself is not installed."""
import numpy as np


class Tensor(np.ndarray):
    def flatten(self, start):
        return self.reshape(*self.shape[:start], -1)

    def transpose(self, one, other):
        return np.swapaxes(self, one, other)

    def softmax(self, dim):
        powers = np.exp(self - self.max(dim, keepdims=True))
        return powers / powers.sum(dim, keepdims=True)

    def diagonal(self, dim1, dim2):
        return super().diagonal(0, dim1, dim2)


def randn(*shape):
    return np.random.default_rng(0).standard_normal(shape).view(Tensor)
