#!/usr/bin/env python3
"""Compares what `vggc import` reads of random Keras models with Keras itself.

    python3 -m venv .venv && .venv/bin/pip install numpy keras==3.15.1 jax h5py
    .venv/bin/python Scripts/checks/keras-models.py FOLDER [COUNT [SEED]]

FOLDER holds the built `vggc` and `vgg`, such as .build/debug; COUNT Sequential models (200) are made from SEED (1): plain,
grouped, dilated, depthwise and separable convolutions, normalisations, activations, pooling, with `same`, `valid`, zeros
before them and strides, then Flatten or a global pooling, and Dense layers. For each, saved as .keras, as .h5, and as JSON
with .h5:

- `vggc import` makes the same configuration and the same weights from all three;
- shapes and parameters of `vggc summary` are Keras's, except for the weight of ones, or bias of zeros, of normalisation
  layers that have none in Keras;
- `vgg predict` outputs the same as Keras, to 1e-5 of the largest output, or of 1 if that is smaller;
- `vggc import` refuses a model if, and only if, it has something that a chain with even padding cannot express.

Prints the models that differ. Exit status: 0 none does, 1 some do, 64 usage error, 69 a module is not installed.
"""

import json
import logging
import os
import pathlib
import random
import subprocess
import sys
import tempfile

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"
# Keras warns that .h5 files are old each time it writes one.
logging.getLogger("absl").setLevel(logging.ERROR)

try:
    import jax
    import keras
    import numpy as np
    from keras import layers as K
except ImportError as error:
    print(f"not installed for this Python: {error.name}", file=sys.stderr)
    sys.exit(69)

TOLERANCE = 1e-5
ACTIVATIONS = [None, "relu", "relu", "elu", "gelu", "silu", "sigmoid", "tanh", "leaky_relu", "linear"]


class Network:
    """Layers of Keras, the shapes that vggc should report for them, and the reason if it cannot import them."""

    def __init__(self, chance):
        self.chance = chance
        self.shape = (chance.randint(5, 18), chance.randint(5, 18), chance.randint(1, 4))
        self.layers = [keras.Input(self.shape)]
        # Channels first, where the shape changes.
        self.shapes = []
        self.more_parameters = 0
        self.unsayable = []
        self.keep()
        for _ in range(chance.randint(1, 5)):
            chance.choice([
                self.convolution, self.convolution, self.depthwise, self.separable, self.pool, self.pool, self.norm,
                self.activation, self.dropout])()
        while all(isinstance(layer, (K.Dropout, K.ZeroPadding2D)) for layer in self.layers[1:]):
            self.convolution()
        self.is_map_flattened = False
        if chance.random() < 0.85:
            self.classifier()
        elif chance.random() < 0.3:
            # A network of features in vggc, whose values have another order.
            self.map_shape, self.is_map_flattened = self.shape, True
            self.add(K.Flatten())

    def keep(self, shape=None):
        shape = list(shape or (self.shape[2], self.shape[0], self.shape[1]))
        if not self.shapes or self.shapes[-1] != shape:
            self.shapes.append(shape)

    def add(self, layer):
        self.layers.append(layer)
        self.shape = layer.compute_output_shape((1, *self.shape))[1:]

    def sides(self, low, high):
        side = self.chance.randint(low, high)
        return side if self.chance.random() < 0.6 else (side, self.chance.randint(low, high))

    def window(self, most):
        """A kernel that fits the map, a stride, a dilation and the word for padding."""
        chance = self.chance
        kernel, stride, dilation = self.sides(1, most), self.sides(1, 3) if chance.random() < 0.4 else 1, 1
        if stride == 1 and chance.random() < 0.3:
            dilation = self.sides(1, 3)
        padding = chance.choice(["same", "valid"])
        return kernel, stride, dilation, padding

    def zeros(self):
        """Sometimes zeros around a map, as exporters write them before convolutions."""
        if self.chance.random() < 0.15:
            rows, columns = [(self.chance.randint(0, 2),) * 2 for _ in range(2)]
            if self.chance.random() < 0.2:
                rows = (rows[0], rows[1] + 1)
                self.unsayable.append(f"zeros {rows}")
            self.add(K.ZeroPadding2D((rows, columns)))

    def odd(self, kernel, stride, dilation, allowed_with_stride):
        """Notes `same` that pads one side more than the other, which vggc can only express under a pooling layer's stride."""
        pairs = [value if isinstance(value, tuple) else (value, value) for value in (kernel, stride, dilation)]
        for axis in (0, 1):
            (k, s, d), size = (pair[axis] for pair in pairs), self.shape[axis]
            zeros = max(0, (-(-size // s) - 1) * s + d * (k - 1) + 1 - size)
            if zeros % 2 and not (allowed_with_stride and s > 1):
                self.unsayable.append(f"same with {zeros} zeros")

    def fits(self, kernel, dilation, padding):
        pairs = [value if isinstance(value, tuple) else (value, value) for value in (kernel, dilation)]
        return padding == "same" or all(d * (k - 1) < size for k, d, size in zip(*pairs, self.shape))

    def convolution(self):
        chance = self.chance
        kernel, stride, dilation, padding = self.window(5)
        if not self.fits(kernel, dilation, padding):
            return
        self.zeros()
        groups = chance.choice([g for g in range(1, self.shape[2] + 1) if self.shape[2] % g == 0]) if chance.random() < 0.4 else 1
        if padding == "same":
            self.odd(kernel, stride, dilation, False)
        self.add(K.Conv2D(
            groups * chance.randint(1, 4), kernel, strides=stride, dilation_rate=dilation, padding=padding, groups=groups,
            activation=chance.choice(ACTIVATIONS), use_bias=chance.random() < 0.7))
        self.keep()

    def depthwise(self):
        chance = self.chance
        kernel, stride, dilation, padding = self.window(5)
        if not self.fits(kernel, dilation, padding):
            return
        self.zeros()
        if padding == "same":
            self.odd(kernel, stride, dilation, False)
        self.add(K.DepthwiseConv2D(
            kernel, strides=stride, dilation_rate=dilation, padding=padding, depth_multiplier=chance.randint(1, 3),
            activation=chance.choice(ACTIVATIONS), use_bias=chance.random() < 0.7))
        self.keep()

    def separable(self):
        chance = self.chance
        kernel, stride, dilation, padding = self.window(5)
        if not self.fits(kernel, dilation, padding):
            return
        self.zeros()
        if padding == "same":
            self.odd(kernel, stride, dilation, False)
        multiplier = chance.randint(1, 3)
        channels = self.shape[2] * multiplier
        self.add(K.SeparableConv2D(
            chance.randint(1, 9), kernel, strides=stride, dilation_rate=dilation, padding=padding,
            depth_multiplier=multiplier, activation=chance.choice(ACTIVATIONS), use_bias=chance.random() < 0.7))
        self.keep((channels, self.shape[0], self.shape[1]))
        self.keep()

    def pool(self):
        chance = self.chance
        kernel, stride, _, padding = self.window(4)
        if not self.fits(kernel, 1, padding):
            return
        if stride == 1 and chance.random() < 0.6:
            stride = kernel
        if padding == "same":
            self.odd(kernel, stride, 1, True)
        if chance.random() < 0.05:
            self.add(K.ZeroPadding2D(1))
            self.unsayable.append("zeros before a pooling layer")
        kind = chance.choice([K.MaxPooling2D, K.AveragePooling2D])
        self.add(kind(kernel, strides=stride, padding=padding))
        self.keep()

    def norm(self):
        options = {name: self.chance.random() < 0.8 for name in ("scale", "center")}
        self.more_parameters += self.shape[-1] * sum(not has for has in options.values())
        self.add(K.BatchNormalization(epsilon=self.chance.choice([1e-3, 1e-5, 2e-2]), **options))

    def activation(self):
        chance = self.chance
        self.add(chance.choice([
            lambda: K.ReLU(), lambda: K.ReLU(negative_slope=0.25), lambda: K.LeakyReLU(negative_slope=0.1),
            lambda: K.ELU(alpha=0.5), lambda: K.Activation(chance.choice(ACTIVATIONS[1:]))])())

    def dropout(self):
        self.add(K.Dropout(0.25))

    def classifier(self):
        chance = self.chance
        kind = chance.choice(["flatten", "flatten", "mean", "largest", "map"])
        if kind == "map":
            if chance.random() < 0.2:
                self.unsayable.append("Dense of a map")
                self.add(K.Dense(3))
            return
        # A mean of each channel is 1 x 1 in vggc before it is flattened.
        if kind != "flatten":
            self.keep((self.shape[2], 1, 1))
        self.add({"flatten": K.Flatten, "mean": K.GlobalAveragePooling2D, "largest": K.GlobalMaxPooling2D}[kind]())
        self.keep(self.shape)
        if chance.random() < 0.05:
            self.norm()
            self.unsayable.append("norm of a flattened map")
        for _ in range(chance.randint(0, 2)):
            self.add(K.Dense(chance.randint(2, 9), activation=chance.choice(ACTIVATIONS), use_bias=chance.random() < 0.8))
            self.keep(self.shape)
            if chance.random() < 0.3:
                self.norm()
            if chance.random() < 0.3:
                self.activation()
            if chance.random() < 0.4:
                self.dropout()
        self.add(K.Dense(chance.randint(2, 6), activation=chance.choice([None, "softmax"])))
        self.keep(self.shape)
        if chance.random() < 0.1:
            self.add(K.Softmax())

    def model(self, name, numbers):
        """The model with weights that keep values near 1."""
        model = keras.Sequential(self.layers, name=name)
        for layer in model.layers:
            if layer.weights:
                layer.set_weights([self.values(weight, numbers) for weight in layer.weights])
        return model

    @staticmethod
    def values(weight, numbers):
        shape = weight.shape
        if "variance" in weight.path or "gamma" in weight.path:
            return numbers.uniform(0.5, 1.5, shape)
        if len(shape) == 1:
            return numbers.uniform(-0.5, 0.5, shape)
        # In a depthwise kernel each input channel is separate.
        inputs = np.prod(shape[:2]) if "depthwise" in weight.path else np.prod(shape[:-1])
        return numbers.standard_normal(shape) * (2 / inputs) ** 0.5


class Check:
    def __init__(self, tools, folder):
        self.tools, self.folder = pathlib.Path(tools).resolve(), pathlib.Path(folder)

    def run(self, tool, *arguments):
        return subprocess.run(
            [self.tools / tool, *map(str, arguments)], cwd=self.folder, capture_output=True, text=True, check=False)

    def imported(self, *files):
        """The configuration's text and the weights' bytes, or the messages of a refusal."""
        for old in ("net.yaml", "net.safetensors"):
            (self.folder / old).unlink(missing_ok=True)
        result = self.run("vggc", "import", *files, "-o", "net.yaml", "--weights", "net.safetensors")
        if result.returncode == 1:
            return None, result.stderr
        if result.returncode != 0:
            raise AssertionError(f"status {result.returncode}: {result.stderr}")
        return (self.folder / "net.yaml").read_text(), (self.folder / "net.safetensors").read_bytes()

    def difference(self, network, model, image):
        """The differences; None if all agrees. A model without weights is compared without them."""
        model.save(self.folder / "net.keras")
        model.save(self.folder / "net.h5")
        (self.folder / "net.json").write_text(model.to_json())
        results = [self.imported(*files) for files in (["net.keras"], ["net.h5"], ["net.json", "net.h5"])]
        text, rest = results[0]
        if (text is None) != bool(network.unsayable):
            return f"refused: {rest if text is None else 'no'}, expected for: {network.unsayable}"
        if any(result[0] != text for result in results):
            return "the files have different configurations"
        if text is None:
            return None
        if any(result[1] != rest for result in results):
            return "the files have different weights"
        summary = json.loads(self.run("vggc", "summary", "--format", "json", "net.yaml").stdout)["models"][0]
        shapes = [[network.layers[0].shape[3], *network.layers[0].shape[1:3]]]
        for layer in summary["layers"]:
            if layer["output"] != shapes[-1]:
                shapes.append(layer["output"])
        if shapes != network.shapes:
            return f"shapes {shapes}, expected {network.shapes}"
        expected = sum(int(np.prod(w.shape)) for w in model.trainable_weights) + network.more_parameters
        if (count := sum(layer["parameters"] for layer in summary["layers"])) != expected:
            return f"{count} parameters, expected {expected}"
        image.transpose(2, 0, 1).astype("<f4").tofile(self.folder / "image.f32")
        answer = self.run("vgg", "predict", "net.yaml", "--weights", "net.safetensors", "--format", "json", "image.f32")
        if answer.returncode != 0:
            return f"vgg predict: {answer.stderr}"
        answer = json.loads(answer.stdout)
        values = np.array(next(answer[key] for key in ("logits", "probabilities", "features") if key in answer)).reshape(-1)
        own = np.asarray(model(image[None], training=False))[0]
        if network.is_map_flattened:
            own = own.reshape(network.map_shape)
        if own.ndim == 3:
            own = own.transpose(2, 0, 1)
        own = own.reshape(-1)
        if own.shape != values.shape:
            return f"{values.size} outputs, expected {own.size}"
        error = float(np.abs(own - values).max() / max(1, np.abs(own).max()))
        self.worst = max(self.worst, error)
        return f"outputs differ by {error:.2e}" if not error < TOLERANCE else None

    worst = 0.0


def main():
    if not 2 <= len(sys.argv) <= 4:
        print(__doc__, file=sys.stderr)
        return 64
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    refused = different = 0
    with tempfile.TemporaryDirectory() as folder:
        check = Check(sys.argv[1], folder)
        for number in range(count):
            chance = random.Random(seed * 1_000_003 + number)
            numbers = np.random.default_rng(number)
            network = Network(chance)
            model = network.model(f"random_{number}", numbers)
            image = numbers.uniform(-1, 1, model.input_shape[1:]).astype(np.float32)
            refused += bool(network.unsayable)
            try:
                difference = check.difference(network, model, image)
            except AssertionError as error:
                difference = str(error)
            if difference:
                different += 1
                print(f"{number}: {difference}")
                for layer in model.layers:
                    config = layer.get_config()
                    known = [
                        "filters", "kernel_size", "pool_size", "strides", "padding", "dilation_rate", "groups",
                        "depth_multiplier", "activation", "use_bias", "units", "epsilon", "scale", "center"]
                    print(f"    {type(layer).__name__} {({k: config[k] for k in known if k in config})}")
                written = pathlib.Path(folder, "net.yaml")
                print(written.read_text() if written.exists() else "", flush=True)
            # Compiled functions of one model are not useful for the next.
            jax.clear_caches()
    print(
        f"{count - different} of {count} agree, {refused} of them have what vggc cannot say; the largest error is {check.worst:.1e}")
    return 1 if different or refused in (0, count) else 0


if __name__ == "__main__":
    sys.exit(main())
