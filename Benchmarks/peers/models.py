"""Writes what all engines read: weights, pictures, and the network as ONNX and as ncnn's text and binary.

    python3 -m peers.models NETWORK FOLDER "[BATCH, …]"

The weights are one safetensors file with torchvision's names. The ONNX file holds the structure alone and points into
it, so nothing is stored twice for the engines that read it; ncnn's binary repeats the weights in ncnn's order.
"""

import json
import struct
import sys
from pathlib import Path

import numpy
import onnx
from onnx import TensorProto, helper
from safetensors.numpy import save_file

from peers import files
from peers.networks import CONV, LINEAR, MEAN, NETWORKS, POOL

SEED = 1
EPSILON = 1e-5  # PyTorch's, of batch normalisation
POOL_GAIN = 0.75  # a maximum of four is larger than each; layers after a pool start smaller, so that values stay near 1


def make_weights(network):
    """He's scale for every layer, and biases that are not zero, so that a forgotten one shows."""
    generator = numpy.random.default_rng(SEED)
    tensors = {}
    gain = 1.0
    for layer in network.layers():
        if layer.kind in (POOL, MEAN):
            gain = POOL_GAIN
            continue
        kernel = (layer.kernel, layer.kernel) if layer.kind == CONV else ()
        inputs = layer.inputs // layer.groups
        fan_in = inputs * layer.kernel ** 2
        weight = generator.standard_normal((layer.outputs, inputs, *kernel), dtype=numpy.float32)
        weight *= numpy.float32(gain * (2 / fan_in) ** 0.5)
        tensors[layer.name + ".weight"] = weight
        tensors[layer.name + ".bias"] = generator.uniform(-0.1, 0.1, layer.outputs).astype(numpy.float32)
        if layer.norm:
            for part, low, high in (("weight", 0.8, 1.2), ("bias", -0.1, 0.1), ("running_mean", -0.1, 0.1),
                                    ("running_var", 0.8, 1.2)):
                tensors[f"{layer.norm}.{part}"] = generator.uniform(low, high, layer.outputs).astype(numpy.float32)
        gain = 1.0
    return tensors


def folded(layer, tensors):
    """A layer's weight and bias with its batch normalisation folded in, as ncnn's optimiser does."""
    weight, bias = tensors[layer.name + ".weight"], tensors[layer.name + ".bias"]
    if not layer.norm:
        return weight, bias
    gamma, beta, mean, variance = (
        tensors[f"{layer.norm}.{part}"].astype(numpy.float64) for part in ("weight", "bias", "running_mean", "running_var"))
    scale = gamma / numpy.sqrt(variance + EPSILON)
    return ((weight * scale.reshape(-1, 1, 1, 1)).astype(numpy.float32),
            ((bias - mean) * scale + beta).astype(numpy.float32))


def write_pictures(network, folder, count):
    generator = numpy.random.default_rng(SEED + 1)
    for index in range(count):
        generator.standard_normal(network.input, dtype=numpy.float32).tofile(files.picture(folder, index))


def tensor_places(path):
    """The place of each tensor's bytes in a safetensors file: name -> (offset, length)."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
    return {
        name: (8 + length + entry["data_offsets"][0], entry["data_offsets"][1] - entry["data_offsets"][0])
        for name, entry in header.items() if name != "__metadata__"}


def write_onnx(network, folder, tensors, batch):
    places = tensor_places(files.weights(folder))
    nodes, initializers = [], []
    value = "input"
    flat = False

    def add(operator, inputs, **attributes):
        nonlocal value
        output = f"{operator.lower()}_{len(nodes)}"
        nodes.append(helper.make_node(operator, [value, *inputs], [output], **attributes))
        value = output

    for layer in network.layers():
        if layer.kind == MEAN:
            add("GlobalAveragePool", [])
            continue
        window = {
            "kernel_shape": [layer.kernel] * 2, "strides": [layer.stride] * 2, "pads": [layer.padding] * 4,
            "dilations": [layer.dilation] * 2}
        if layer.kind == POOL:
            add("MaxPool", [], **window)
            continue
        parameters = [layer.name + ".weight", layer.name + ".bias"]
        norm = [f"{layer.norm}.{part}" for part in ("weight", "bias", "running_mean", "running_var")] if layer.norm else []
        for name in parameters + norm:
            tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=tensors[name].shape)
            tensor.data_location = TensorProto.EXTERNAL
            offset, length = places[name]
            for key, entry in (("location", files.WEIGHTS), ("offset", offset), ("length", length)):
                tensor.external_data.add(key=key, value=str(entry))
            initializers.append(tensor)
        if layer.kind == CONV:
            add("Conv", parameters, group=layer.groups, **window)
            if norm:
                add("BatchNormalization", norm, epsilon=EPSILON)
        else:
            if not flat:
                add("Flatten", [], axis=1)
                flat = True
            add("Gemm", parameters, transB=1)
        if layer.relu:
            add("Relu", [])
    graph = helper.make_graph(
        nodes, network.name,
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, [batch, *network.input])],
        [helper.make_tensor_value_info(value, TensorProto.FLOAT, [batch, *network.output()])], initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, files.onnx(folder, batch))


def write_ncnn(network, folder, tensors):
    """ncnn's .param: a magic number, the counts, then one layer per line, `kind name 1 1 from to key=value…`.

    Convolution and InnerProduct end in their ReLU (9=1), as ncnn's own optimiser would fuse it. In the .bin a zero tag
    before each weight says float32; a bias has no tag.
    """
    lines = [f"Input input 0 1 blob0 0={network.input[2]} 1={network.input[1]} 2={network.input[0]}"]
    with open(files.ncnn_weights(folder), "wb") as binary:
        for index, layer in enumerate(network.layers()):
            if layer.kind == POOL:
                kind, settings = "Pooling", f"0=0 1={layer.kernel} 2={layer.stride} 3={layer.padding} 5=1"
            elif layer.kind == MEAN:
                kind, settings = "Pooling", "0=1 4=1"
            else:
                weight, bias = folded(layer, tensors)
                binary.write(struct.pack("<I", 0))
                weight.tofile(binary)
                bias.tofile(binary)
                settings = f"0={layer.outputs} "
                if layer.kind == LINEAR:
                    kind = "InnerProduct"
                    settings += f"1=1 2={weight.size}"
                else:
                    kind = "Convolution" if layer.groups == 1 else "ConvolutionDepthWise"
                    settings += (f"1={layer.kernel} 2={layer.dilation} 3={layer.stride} 4={layer.padding} 5=1 "
                                 f"6={weight.size}")
                    settings += f" 7={layer.groups}" if layer.groups > 1 else ""
                settings += " 9=1" if layer.relu else ""
            name = layer.name or f"pool_{index}"
            lines.append(f"{kind} {name} 1 1 blob{index} blob{index + 1} {settings}")
    header = f"7767517\n{len(lines)} {len(lines)}\n"
    Path(files.ncnn_structure(folder)).write_text(header + "\n".join(lines) + "\n")


def main():
    name, folder, batches = sys.argv[1:]
    network, folder, batches = NETWORKS[name], Path(folder), json.loads(batches)
    tensors = make_weights(network)
    save_file(tensors, files.weights(folder))
    write_pictures(network, folder, max(batches))
    for batch in batches:
        write_onnx(network, folder, tensors, batch)
    write_ncnn(network, folder, tensors)


if __name__ == "__main__":
    main()
