#!/usr/bin/env python3
"""Makes the models of other tools in Tests/VGGModelFilesTests/Golden, and records these tools' outputs for them.

    python3 -m venv .venv && .venv/bin/pip install numpy 'onnx>=1.17,<2' 'onnxruntime>=1.20,<2' keras==3.15.1 jax h5py \
        'opencv-python-headless<5'
    .venv/bin/python Scripts/make-import-goldens.py

Keras writes and runs its own files. The ONNX models have the forms that exporters of TensorFlow and PyTorch write, and
ONNX Runtime runs them. darknet's and Caffe's files are written here, by their formats; ONNX Runtime runs the same numbers
in the operators that these tools have, and OpenCV runs Caffe's normalisations from the files. outputs.json has a model's
outputs for the input `sample(count)`.
"""

import json
import os
import pathlib
import struct

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"

import cv2
import keras
import numpy as np
import onnx
import onnxruntime
from keras import layers as K
from onnx import TensorProto, helper, numpy_helper

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Tests/VGGModelFilesTests/Golden"
outputs = {}
random = np.random.default_rng(18)


def sample(channels, height, width):
    """Channels x height x width: the same input as the tests use for the imported network."""
    count = channels * height * width
    return ((np.arange(count) * 37 % 101) / np.float32(101) - np.float32(0.5)).astype(np.float32).reshape(
        channels, height, width)


def numbers(*shape, scale=0.4):
    return (random.standard_normal(shape) * scale).astype(np.float32)


def record(name, values, shape):
    outputs[name] = {"input": list(shape), "outputs": [float(v) for v in np.asarray(values).reshape(-1)]}


# Keras


def keras_model(name, *, batch_norm=False):
    layers = [keras.Input((12, 10, 3))]
    for index, (filters, kernel) in enumerate([(4, 3), (6, 3)]):
        layers.append(K.Conv2D(
            filters, kernel, padding="same", name=f"block{index + 1}_conv1",
            activation=None if batch_norm else "relu", use_bias=not batch_norm))
        if batch_norm:
            layers += [K.BatchNormalization(), K.Activation("relu")]
        layers.append(K.MaxPooling2D(2))
    layers += [
        K.Flatten(), K.Dense(7, activation="relu", name="fc1"), K.Dropout(0.3),
        K.Dense(5, activation="softmax", name="predictions")]
    model = keras.Sequential(layers, name=name)
    for layer in model.layers:
        if layer.weights:
            layer.set_weights([
                np.abs(numbers(*w.shape)) + 0.1 if "variance" in w.path else numbers(*w.shape) for w in layer.weights])
    return model


def keras_files():
    model = keras_model("small")
    result = model.predict(sample(3, 12, 10).transpose(1, 2, 0)[None], verbose=0)
    model.save(FOLDER / "small.h5")
    (FOLDER / "small.json").write_text(model.to_json() + "\n")
    for name in ["small.h5", "small.json"]:
        record(name, result, (3, 12, 10))
    model = keras_model("normalised", batch_norm=True)
    result = model.predict(sample(3, 12, 10).transpose(1, 2, 0)[None], verbose=0)
    model.save(FOLDER / "normalised.keras")
    record("normalised.keras", result, (3, 12, 10))


def keras_features():
    """A network that ends in a map, with a dilated convolution and another activation."""
    model = keras.Sequential([
        keras.Input((12, 10, 3)), K.Conv2D(4, 3, padding="same", activation="elu"), K.MaxPooling2D(2),
        K.Conv2D(6, (3, 1), dilation_rate=2, padding="same", activation="relu")], name="features")
    for layer in model.layers:
        layer.set_weights([numbers(*w.shape) for w in layer.weights])
    result = model.predict(sample(3, 12, 10).transpose(1, 2, 0)[None], verbose=0)
    model.save(FOLDER / "features.h5")
    record("features.h5", result[0].transpose(2, 0, 1), (3, 12, 10))


def keras_depthwise():
    """Depthwise and separable convolutions, whose kernels have the input channels and the outputs for each of them, with
    `same` if a stride makes it depend on the map's size, and normalisation layers without scale or centre."""
    model = keras.Sequential([
        keras.Input((13, 10, 3)),
        K.DepthwiseConv2D(3, depth_multiplier=2, padding="same", activation="relu", name="each"),
        K.SeparableConv2D(8, (3, 5), depth_multiplier=3, padding="same", activation="elu", name="both"),
        K.BatchNormalization(scale=False, name="centred"), K.MaxPooling2D(3, strides=2, padding="same"),
        K.SeparableConv2D(6, 3, strides=(2, 1), padding="same", use_bias=False, name="strided"),
        K.BatchNormalization(center=False, epsilon=1e-4, name="scaled"), K.Activation("relu"),
        K.AveragePooling2D((2, 3), strides=(2, 1), padding="same"), K.Flatten(), K.Dense(5, name="predictions")],
        name="depthwise")
    for layer in model.layers:
        if layer.weights:
            layer.set_weights([
                np.abs(numbers(*w.shape)) + 0.1 if "variance" in w.path else numbers(*w.shape) for w in layer.weights])
    result = model.predict(sample(3, 13, 10).transpose(1, 2, 0)[None], verbose=0)
    model.save(FOLDER / "depthwise.keras")
    model.save(FOLDER / "depthwise.h5")
    (FOLDER / "depthwise.json").write_text(model.to_json() + "\n")
    for name in ["depthwise.keras", "depthwise.h5", "depthwise.json"]:
        record(name, result, (3, 13, 10))


# ONNX


def run(model, input, name="x"):
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, {session.get_inputs()[0].name: input})[0]


def onnx_model(nodes, tensors, input, output, version=13):
    graph = helper.make_graph(
        nodes, "main_graph", [helper.make_tensor_value_info("x", TensorProto.FLOAT, input)],
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, ["N", 5])],
        [numpy_helper.from_array(values, name) for name, values in tensors.items()])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", version)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def from_tensorflow():
    """Height x width x channels at both ends, with biases added and matrix products, as tf2onnx writes them."""
    tensors = {
        "w1": numbers(4, 3, 3, 3), "b1": numbers(1, 4, 1, 1), "w2": numbers(6, 4, 3, 3), "b2": numbers(6),
        "k1": numbers(36, 7), "c1": numbers(7), "k2": numbers(7, 5), "c2": numbers(5),
        "shape": np.array([-1, 36], dtype=np.int64)}
    node = helper.make_node
    nodes = [
        node("Transpose", ["x"], ["t"], perm=[0, 3, 1, 2]),
        node("Conv", ["t", "w1"], ["a"], auto_pad="SAME_UPPER", kernel_shape=[3, 3], strides=[1, 1]),
        node("Add", ["a", "b1"], ["b"]), node("Relu", ["b"], ["c"]),
        node("MaxPool", ["c"], ["d"], kernel_shape=[2, 2], strides=[2, 2], auto_pad="VALID"),
        node("Conv", ["d", "w2", "b2"], ["e"], pads=[1, 1, 1, 1], kernel_shape=[3, 3]), node("Relu", ["e"], ["f"]),
        node("MaxPool", ["f"], ["g"], kernel_shape=[2, 2], strides=[2, 2]),
        node("Transpose", ["g"], ["h"], perm=[0, 2, 3, 1]), node("Reshape", ["h", "shape"], ["i"]),
        node("MatMul", ["i", "k1"], ["j"]), node("Add", ["j", "c1"], ["k"]), node("Relu", ["k"], ["l"]),
        node("MatMul", ["l", "k2"], ["m"]), node("Add", ["c2", "m"], ["n"]), node("Softmax", ["n"], ["y"])]
    model = onnx_model(nodes, tensors, ["N", 12, 10, 3], "y")
    onnx.save(model, FOLDER / "tensorflow.onnx")
    record("tensorflow.onnx", run(model, sample(3, 12, 10).transpose(1, 2, 0)[None]), (3, 12, 10))


def from_pytorch():
    """Batch normalisation with another epsilon, dropout's node, a computed shape, half and double precision, and the
    larger weights in a file next to the model."""
    tensors = {
        "features.0.weight": numbers(4, 3, 5, 5).astype(np.float16).astype(np.float32), "features.1.weight": numbers(4),
        "features.1.bias": numbers(4), "features.1.running_mean": numbers(4),
        "features.1.running_var": np.abs(numbers(4)) + np.float32(0.1), "classifier.1.weight": numbers(7, 4),
        "classifier.1.bias": numbers(7), "classifier.4.weight": numbers(7, 5), "classifier.4.bias": numbers(5),
        "zero": np.array(0, dtype=np.int64), "axis": np.array([0], dtype=np.int64),
        "rest": np.array([-1], dtype=np.int64), "ratio": np.array(0.25, dtype=np.float32)}
    node = helper.make_node
    nodes = [
        node("Conv", ["x", "features.0.weight"], ["a"], pads=[2, 2, 2, 2], strides=[2, 2], dilations=[1, 1], group=1),
        node("BatchNormalization", ["a"] + [f"features.1.{p}" for p in ["weight", "bias", "running_mean", "running_var"]],
             ["b"], epsilon=1e-3),
        node("Relu", ["b"], ["c"]), node("LRN", ["c"], ["d"], size=5, alpha=5e-4, beta=0.75, bias=2.0),
        node("MaxPool", ["d"], ["e"], kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1]),
        node("GlobalAveragePool", ["e"], ["f"]), node("Shape", ["f"], ["s"]), node("Gather", ["s", "zero"], ["n"]),
        node("Unsqueeze", ["n", "axis"], ["u"]), node("Concat", ["u", "rest"], ["r"], axis=0),
        node("Reshape", ["f", "r"], ["g"]), node("Identity", ["g"], ["g2"]), node("Dropout", ["g2", "ratio"], ["h"]),
        node("Gemm", ["h", "classifier.1.weight", "classifier.1.bias"], ["i"], transB=1), node("Relu", ["i"], ["j"]),
        node("Dropout", ["j", "ratio"], ["k"]), node("Gemm", ["k", "classifier.4.weight", "classifier.4.bias"], ["y"])]
    model = onnx_model(nodes, tensors, ["N", 3, 15, 13], "y")
    record("pytorch.onnx", run(model, sample(3, 15, 13)[None]), (3, 15, 13))
    for tensor in model.graph.initializer:
        if tensor.name == "features.0.weight":
            tensor.CopyFrom(numpy_helper.from_array(tensors[tensor.name].astype(np.float16), tensor.name))
        if tensor.name == "classifier.1.bias":
            tensor.CopyFrom(numpy_helper.from_array(tensors[tensor.name].astype(np.float64), tensor.name))
        if tensor.name == "features.1.bias":
            tensor.CopyFrom(helper.make_tensor(tensor.name, TensorProto.FLOAT, [4], tensors[tensor.name].tolist()))
        if tensor.name == "classifier.1.weight":
            (FOLDER / "pytorch.onnx.data").write_bytes(b"\0" * 16 + tensors[tensor.name].tobytes())
            tensor.ClearField("raw_data")
            tensor.data_location = TensorProto.EXTERNAL
            for key, value in [("location", "pytorch.onnx.data"), ("offset", "16"), ("length", "112")]:
                tensor.external_data.add(key=key, value=value)
    (FOLDER / "pytorch.onnx").write_bytes(model.SerializeToString())


# darknet and Caffe


def chain(tensors, input, *, batch_norm, ceil, epsilon=1e-5):
    """Two convolutions, ReLU and pooling, then two linear layers, in ONNX's operators; `input` is the image's shape."""
    node = helper.make_node
    nodes, value = [], "x"
    for index in [1, 2]:
        names = [f"w{index}"] + ([] if batch_norm else [f"b{index}"])
        nodes.append(node("Conv", [value] + names, [f"c{index}"], pads=[1, 1, 1, 1]))
        value = f"c{index}"
        if batch_norm:
            nodes.append(node(
                "BatchNormalization", [value, f"s{index}", f"b{index}", f"m{index}", f"v{index}"], [f"n{index}"],
                epsilon=epsilon))
            value = f"n{index}"
        nodes += [
            node("Relu", [value], [f"r{index}"]),
            node("MaxPool", [f"r{index}"], [f"p{index}"], kernel_shape=[2, 2], strides=[2, 2], ceil_mode=int(ceil))]
        value = f"p{index}"
    nodes += [
        node("Flatten", [value], ["f"]), node("Gemm", ["f", "w3", "b3"], ["g"], transB=1), node("Relu", ["g"], ["h"]),
        node("Gemm", ["h", "w4", "b4"], ["i"], transB=1), node("Softmax", ["i"], ["y"])]
    model = onnx_model(nodes, tensors, [1, *input], "y")
    return lambda image: run(model, image[None])


def floats(*arrays):
    return b"".join(np.asarray(a, dtype="<f4").tobytes() for a in arrays)


def darknet():
    cfg = "[net]\nheight=12\nwidth=10\nchannels=3\n"
    tensors, data = {}, struct.pack("<iiiq", 0, 2, 0, 1000)
    for index, (inputs, filters) in enumerate([(3, 4), (4, 6)], 1):
        cfg += f"\n[convolutional]\nbatch_normalize=1\nfilters={filters}\nsize=3\nstride=1\npad=1\nactivation=relu\n"
        cfg += "\n[maxpool]\nsize=2\nstride=2\n"
        weight, bias, scale, mean = numbers(filters, inputs, 3, 3), numbers(filters), numbers(filters), numbers(filters)
        variance = np.abs(numbers(filters)) + np.float32(0.1)
        data += floats(bias, scale, mean, variance, weight)
        # darknet divides by the square root of the variance plus a millionth.
        ours = (np.sqrt(variance.astype(np.float64)) + 1e-6) ** 2
        tensors |= {
            f"w{index}": weight, f"b{index}": bias, f"s{index}": scale, f"m{index}": mean,
            f"v{index}": (ours - 1e-5).astype(np.float32)}
    for index, (inputs, count, activation) in enumerate([(54, 7, "relu"), (7, 5, "linear")], 3):
        cfg += f"\n[connected]\noutput={count}\nactivation={activation}\n"
        if index == 3:
            cfg += "\n[dropout]\nprobability=.3\n"
        tensors |= {f"w{index}": numbers(count, inputs), f"b{index}": numbers(count)}
        data += floats(tensors[f"b{index}"], tensors[f"w{index}"])
    cfg += "\n[softmax]\ngroups=1\n"
    (FOLDER / "darknet.cfg").write_text(cfg)
    (FOLDER / "darknet.weights").write_bytes(data)
    run = chain(tensors, (3, 12, 10), batch_norm=True, ceil=True)
    record("darknet.cfg", run(sample(3, 12, 10)), (3, 12, 10))


def field(number, data):
    """A field of Protocol Buffers, with its length."""
    head, length = number << 3 | 2, len(data)
    return varint(head) + varint(length) + data


def varint(value):
    data = b""
    while value > 0x7F:
        data += bytes([value & 0x7F | 0x80])
        value >>= 7
    return data + bytes([value])


def caffe():
    tensors = {
        "w1": numbers(4, 3, 3, 3), "b1": numbers(4), "w2": numbers(6, 4, 3, 3), "b2": numbers(6), "w3": numbers(7, 72),
        "b3": numbers(7), "w4": numbers(5, 7), "b4": numbers(5)}
    names = ["conv1_1", "conv2_1", "fc6", "fc7"]
    text = 'name: "small"\nlayer { name: "data" type: "Input" top: "data" input_param { shape: { dim: 1 dim: 3 dim: 13 dim: 10 } }'
    text += " transform_param { mean_value: 100 mean_value: 110 mean_value: 120 } }\n"
    bottom = "data"
    models = {1: field(1, b"small"), 2: field(1, b"small")}
    for index, name in enumerate(names, 1):
        weight, bias = tensors[f"w{index}"], tensors[f"b{index}"]
        kind = "Convolution" if index < 3 else "InnerProduct"
        parameters = (
            f"convolution_param {{ num_output: {len(bias)} kernel_size: 3 pad: 1 }}" if index < 3
            else f"inner_product_param {{ num_output: {len(bias)} }}")
        text += f'layer {{ name: "{name}" type: "{kind}" bottom: "{bottom}" top: "{name}" {parameters} }}\n'
        bottom = name
        if index < 4:
            text += f'layer {{ name: "relu{index}" type: "ReLU" bottom: "{name}" top: "{name}" }}\n'
        if index < 3:
            text += (
                f'layer {{ name: "pool{index}" type: "Pooling" bottom: "{name}" top: "pool{index}" '
                "pooling_param { pool: MAX kernel_size: 2 stride: 2 } }\n")
            bottom = f"pool{index}"
        # The second form has a shape, the first four extents.
        blobs, old = b"", b""
        for array in [weight, bias]:
            extents = b"".join(varint(e) for e in array.shape)
            blobs += field(7, field(7, field(1, extents)) + field(5, floats(array)))
            four = [1] * (4 - array.ndim) + list(array.shape)
            old += field(6, b"".join(varint(i << 3) + varint(e) for i, e in enumerate(four, 1)) + field(5, floats(array)))
        models[2] += field(100, field(1, name.encode()) + field(2, kind.encode()) + blobs)
        models[1] += field(2, field(2, b"bottom") + field(4, name.encode()) + old)
    text += f'layer {{ name: "prob" type: "Softmax" bottom: "{bottom}" top: "prob" }}\n'
    (FOLDER / "caffe.prototxt").write_text(text)
    (FOLDER / "caffe.caffemodel").write_bytes(models[2])
    (FOLDER / "caffe-v1.caffemodel").write_bytes(models[1])
    run = chain(tensors, (3, 13, 10), batch_norm=False, ceil=True)
    # The tests' image is red, green, blue; Caffe's is not.
    record("caffe.prototxt", run(np.ascontiguousarray(sample(3, 13, 10)[::-1])), (3, 13, 10))


def caffe_norms():
    """Normalisation layers, which Caffe keeps as sums of statistics with their count, each with a Scale, without its bias,
    or without a Scale."""
    text = 'name: "norms"\nlayer { name: "data" type: "Input" top: "data" input_param { shape: { dim: 1 dim: 3 dim: 12 dim: 10 } } }\n'
    model = field(1, b"norms")
    bottom, inputs, blobs = "data", 3, {}

    def add(name, kind, parameters="", *arrays, top=None):
        nonlocal text, model, bottom
        text += f'layer {{ name: "{name}" type: "{kind}" bottom: "{bottom}" top: "{top or name}" {parameters} }}\n'
        bottom = top or name
        blobs[name] = arrays
        data = b""
        for array in arrays:
            extents = b"".join(varint(e) for e in np.shape(array))
            data += field(7, field(7, field(1, extents)) + field(5, floats(array)))
        model += field(100, field(1, name.encode()) + field(2, kind.encode()) + data)

    for index, (filters, scale, epsilon) in enumerate([(4, "bias_term: true", 1e-5), (6, "", 1e-3), (5, None, 1e-5)], 1):
        add(f"conv{index}", "Convolution", f"convolution_param {{ num_output: {filters} kernel_size: 3 pad: 1 bias_term: false }}",
            numbers(filters, inputs, 3, 3))
        count = np.float32(3.5 * index)
        eps = "" if epsilon == 1e-5 else f" eps: {epsilon}"
        add(f"bn{index}", "BatchNorm", f"batch_norm_param {{ use_global_stats: true{eps} }}",
            numbers(filters) * count, (np.abs(numbers(filters)) + np.float32(0.1)) * count, np.array([count]),
            top=f"conv{index}")
        if scale is not None:
            arrays = [numbers(filters)] + ([numbers(filters)] if scale else [])
            add(f"scale{index}", "Scale", f"scale_param {{ {scale} }}", *arrays, top=f"conv{index}")
        add(f"relu{index}", "ReLU", top=f"conv{index}")
        if index < 3:
            add(f"pool{index}", "Pooling", "pooling_param { pool: MAX kernel_size: 2 stride: 2 }")
        inputs = filters
    add("fc", "InnerProduct", "inner_product_param { num_output: 4 }", numbers(4, 45), numbers(4))
    (FOLDER / "caffe-norms.prototxt").write_text(text)
    (FOLDER / "caffe-norms.caffemodel").write_bytes(model)
    network = cv2.dnn.readNetFromCaffe(str(FOLDER / "caffe-norms.prototxt"), str(FOLDER / "caffe-norms.caffemodel"))
    # The tests' image is red, green, blue; Caffe's is not.
    network.setInput(np.ascontiguousarray(sample(3, 12, 10)[::-1])[None])
    record("caffe-norms.prototxt", network.forward(), (3, 12, 10))


FOLDER.mkdir(parents=True, exist_ok=True)
keras_files()
from_tensorflow()
from_pytorch()
darknet()
caffe()
# After the others, so that these keep their numbers.
keras_features()
keras_depthwise()
caffe_norms()
(FOLDER / "outputs.json").write_text(json.dumps(outputs, indent=1) + "\n")
