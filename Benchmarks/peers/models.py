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
from peers.networks import CONV, NETWORKS, POOL

SEED = 1
POOL_GAIN = 0.75  # a maximum of four is larger than each; what follows a pool starts smaller, so that values stay near 1


def make_weights(network):
    """He's scale for every layer, and biases that are not zero, so that a forgotten one shows."""
    generator = numpy.random.default_rng(SEED)
    tensors = {}
    gain = 1.0
    for layer in network.layers():
        if layer.kind == POOL:
            gain = POOL_GAIN
            continue
        kernel = (3, 3) if layer.kind == CONV else ()
        fan_in = layer.inputs * (9 if kernel else 1)
        weight = generator.standard_normal((layer.outputs, layer.inputs, *kernel), dtype=numpy.float32)
        weight *= numpy.float32(gain * (2 / fan_in) ** 0.5)
        tensors[layer.name + ".weight"] = weight
        tensors[layer.name + ".bias"] = generator.uniform(-0.1, 0.1, layer.outputs).astype(numpy.float32)
        gain = 1.0
    return tensors


def write_pictures(network, folder, count):
    generator = numpy.random.default_rng(SEED + 1)
    for index in range(count):
        generator.standard_normal(network.input, dtype=numpy.float32).tofile(files.picture(folder, index))


def tensor_places(path):
    """Where each tensor's bytes lie in a safetensors file: name -> (offset, length)."""
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
        parameters = [layer.name + ".weight", layer.name + ".bias"]
        if layer.kind == POOL:
            add("MaxPool", [], kernel_shape=[2, 2], strides=[2, 2])
            continue
        for name in parameters:
            tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=tensors[name].shape)
            tensor.data_location = TensorProto.EXTERNAL
            offset, length = places[name]
            for key, entry in (("location", files.WEIGHTS), ("offset", offset), ("length", length)):
                tensor.external_data.add(key=key, value=str(entry))
            initializers.append(tensor)
        if layer.kind == CONV:
            add("Conv", parameters, kernel_shape=[3, 3], pads=[1, 1, 1, 1])
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
        [helper.make_tensor_value_info(value, TensorProto.FLOAT, [batch, network.classifier[-1]])], initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, files.onnx(folder, batch))


def write_ncnn(network, folder, tensors):
    """ncnn's .param: a magic number, the counts, then one layer a line, `kind name 1 1 from to key=value…`.

    Convolution and InnerProduct end in their ReLU (9=1), as ncnn's own optimiser would fuse it. In the .bin a zero tag
    before each weight says float32; a bias has no tag.
    """
    lines = [f"Input input 0 1 blob0 0={network.input[2]} 1={network.input[1]} 2={network.input[0]}"]
    with open(files.ncnn_weights(folder), "wb") as binary:
        for index, layer in enumerate(network.layers()):
            if layer.kind == POOL:
                kind, settings = "Pooling", "0=0 1=2 2=2 5=1"
            else:
                weight = tensors[layer.name + ".weight"]
                binary.write(struct.pack("<I", 0))
                weight.tofile(binary)
                tensors[layer.name + ".bias"].tofile(binary)
                kind = "Convolution" if layer.kind == CONV else "InnerProduct"
                settings = f"0={layer.outputs} "
                settings += f"1=3 4=1 5=1 6={weight.size}" if layer.kind == CONV else f"1=1 2={weight.size}"
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
