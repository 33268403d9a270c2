#!/usr/bin/env python3
"""Checks what `vggc emit --onnx` writes with ONNX's checker and against ONNX Runtime.

    python3 -m venv .venv && .venv/bin/pip install -r Scripts/requirements.txt
    .venv/bin/python Scripts/checks/onnx-models.py FOLDER [NAME...]

FOLDER holds the built `vggc` and `vgg`, such as .build/debug; NAMEs choose networks of the table below by the start
of their names. For each network, with weights from a seed:

- onnx.checker accepts the model with full_check, and strict shape inference, with the model's own shapes removed,
  infers for every value the shape that the model states, which are those of `vggc emit --json`;
- ONNX Runtime outputs, for one image and for three, the same as `vgg predict`, to 1e-4 of the largest output, including
  taps, which are further outputs in their order;
- for those with names in words: --no-weights, --external-data and --softmax output the same again, the same command
  writes the same bytes, and the second output of --explain is the class activation map of `vgg look`, to 1e-4, unless the
  command says that a gradient has no plain operators.

Prints one line per network. Exit status: 0 all agree, 1 not, 64 usage error, 69 a module is not installed.
"""

import json
import pathlib
import struct
import subprocess
import sys
import tempfile

try:
    import numpy
    import onnx
    import onnxruntime
except ImportError as error:
    print(f"not installed for this Python: {error.name}", file=sys.stderr)
    sys.exit(69)

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOLERANCE = 1e-4


# MARK: The table

def plain(features, input_="[3, 20, 17]", rest="classifier: {hidden: [], classes: 5}"):
    return f"input: {input_}\nfeatures: {features}\n{rest}\n"


def adaptive(height, width, rows, columns):
    return plain("[4]", f"[3, {height}, {width}]", f"avgpool: [{rows}, {columns}]\nclassifier: {{hidden: [], classes: 5}}")


IN_WORDS = {
    "odd sizes": plain("[8, M, 12, M]", "[3, 37, 29]"),
    "one channel, one pixel wide": plain("[4, 4]", "[1, 9, 1]"),
    "batch norm": plain("[8, M, 12, M]", rest="batch_norm: true\nclassifier: {hidden: [9], classes: 5}"),
    "batch norm without bias": plain("[{conv: 6, bias: false}, M]", rest="batch_norm: true\nclassifier: [{linear: 3}]"),
    "1x1": plain("[8, conv1-5, M, {conv: 6, kernel: 1, stride: 2, padding: 0}]"),
    "1x1 padded": plain("[{conv: 6, kernel: 1, padding: 2}]"),
    "kernels": plain("[{conv: 6, kernel: 5, stride: 2, padding: 1}, {conv: 7, kernel: 2, padding: 0}, "
                     "{conv: 4, kernel: 4, stride: 3, padding: 3}]"),
    "kernel wider than the map": plain("[{conv: 6, kernel: 7, padding: 6}, {maxpool: 9, stride: 4, padding: 4}]", "[2, 3, 5]"),
    "LRN of the paper": plain("[8, LRN, M]"),
    "LRN, strong": plain("[8, {lrn: 3, alpha: 0.9, beta: 0.5, k: 1.5}]"),
    "LRN of one channel": plain("[8, {lrn: 1, alpha: 0.9, beta: 0.75, k: 1}]"),
    "LRN, even": plain("[8, {lrn: 2, alpha: 0.9, beta: 0.75, k: 1}, {lrn: 4, alpha: 0.5, beta: 0.6, k: 0.7}]"),
    "LRN wider than the channels": plain("[3, {lrn: 9, alpha: 0.9, beta: 0.75, k: 1}]"),
    "LRN, even, wider than the channels": plain("[3, {lrn: 12, alpha: 0.9, beta: 0.75, k: 1}]"),
    "rectangles": plain("[{conv: 6, kernel: [3, 5]}, {maxpool: [2, 1]}, {conv: 5, kernel: [1, 4], stride: [1, 2], "
                        "padding: [0, 1]}, {maxpool: [3, 2], stride: [2, 1], padding: [1, 0], ceil: true}]"),
    "dilation": plain("[{conv: 6, dilation: 2}, {conv: 5, kernel: [3, 2], dilation: [1, 3], stride: 2}, "
                      "{conv: 4, kernel: 5, dilation: 3, padding: same}]"),
    "groups": plain("[6, {conv: 8, groups: 2}, {conv: 16, groups: depthwise}, {conv: 9, kernel: 1}, "
                    "{conv: 6, groups: 3, dilation: 2, padding: valid}]"),
    "average pooling": plain("[6, {avgpool: 2, stride: 2}, 5, {avgpool: 3, stride: 1}]"),
    "activations of convolutions": plain(
        "[{conv: 6, activation: leaky_relu}, {conv: 5, activation: {elu: 0.5}}, {conv: 5, activation: prelu}, "
        "{conv: 5, activation: gelu}, {conv: 5, activation: silu}, {conv: 5, activation: sigmoid}, "
        "{conv: 5, activation: tanh}, {conv: 4, activation: none}]"),
    "activations as entries": plain(
        "[leaky_relu, {conv: 6, activation: none}, prelu, gelu, M, silu, {elu: 2}, sigmoid, tanh, relu]",
        rest="classifier: [{linear: 9}, gelu, silu, {linear: 5}, prelu, {linear: 4}, sigmoid]"),
    "norm after ReLU": plain("[6, batch_norm, M, 5, batch_norm]", rest="classifier: [{linear: 9}, batch_norm, relu, {linear: 5}]"),
    "norm of one convolution": plain("[{conv: 6, batch_norm: true}, 5]"),
    "global maximum": plain("[6, M, {global: max}]"),
    "global mean among the features": plain("[6, M, {global: average}, conv1-7]"),
    "average pooling, padded": plain("[6, {avgpool: [2, 3], padding: 1, stride: [2, 1]}, "
                                     "{avgpool: 3, stride: 2, padding: [1, 0], count_padding: false}]"),
    "dropout among the features": plain("[6, {dropout: 0.3}, M, {dropout: 0.1}]"),
    "pooling first": plain("[M, 4, LRN]"),
    "softmax": plain("[6, M]", rest="classifier: [{linear: 9}, relu, {linear: 5}, softmax]"),
    "softmax, then dropout": plain("[6, M]", rest="classifier: [{linear: 5}, softmax, {dropout: 0.5}]"),
    "a map": plain("[6, M, 9, LRN]", rest="batch_norm: true\nclassifier: none"),
    "a pooled map": plain("[6, M, 9]", rest="avgpool: [2, 3]\nclassifier: none"),
    "until a convolution": plain("[6, M, 9, M]", rest="batch_norm: true\nuntil: conv2_1"),
    "until a hidden layer": plain("[6, M, 9, M]", rest="classifier: {hidden: [7, 6], classes: 5}\nuntil: relu4"),
    "dense": plain("[6, M, 9, M]", "[3, 23, 28]", "classifier: {dense: [3, 4], hidden: [7, 6], classes: 5}"),
    "dense, scores alone": plain("[6, M]", "[3, 12, 9]", "activation: silu\nclassifier: {dense: 4, hidden: [], classes: 5}"),
    "dense at one place": plain("[6, M]", "[3, 9, 11]", "classifier: {dense: [4, 5], hidden: [7], classes: 5}"),
    "until a dense layer": plain("[6, M]", "[3, 12, 9]", "classifier: {dense: 2, hidden: [7, 6], classes: 5}\nuntil: fc3"),
    "taps": plain("[6, M, {conv: 9, activation: gelu}, {dropout: 0.2}, 7, {lrn: 2, alpha: 0.5, beta: 0.6, k: 1}, M]",
                  rest="batch_norm: true\navgpool: [3, 2]\nclassifier: [{linear: 9}, relu, {dropout: 0.5}, {linear: 5}]\n"
                  "taps: [relu3, conv1_1, bn2_1, gelu2_1, features.10, pool2, avgpool, flatten, fc3]"),
    "taps without operators": plain("[6, M, 9, M]", rest="avgpool: [5, 4]\nclassifier: none\ntaps: [conv1_1, pool1, pool2]"),
    "taps of one value": plain("[6, M]", "[3, 8, 8]", rest="avgpool: 4\nclassifier: {hidden: [7], classes: 3}\n"
                               "taps: [avgpool, relu1_1, pool1]"),
    "softmax twice": plain("[6, M]", rest="classifier: [softmax, {linear: 5}, softmax]"),
    "no linear layer": plain("[6, M]", rest="classifier: [relu]"),
    "dropout alone": plain("[6, M]", rest="classifier: [{dropout: 0.5}]"),
    "linear without bias": plain("[6, M]", rest="classifier: [{linear: {out: 7, bias: false}}, relu, {linear: 5}]"),
    "labels and preprocessing": plain(
        "[6, M]", rest='classifier: {hidden: [], classes: 3}\nlabels: [cat, \'the "big" dog\', 고양이]\n'
        "preprocess: {resize: 40, mean: 0.5, std: [0.2, 0.25, 0.3]}"),
}
NETWORKS = dict(IN_WORDS)
for size in range(1, 13):
    for kernel, stride, padding in [(2, 2, 0), (3, 2, 0), (3, 2, 1), (2, 3, 0), (2, 3, 1), (1, 2, 0), (4, 3, 2), (5, 4, 1)]:
        if size + 2 * padding >= kernel and (size + kernel) % 3 == 0:
            NETWORKS[f"ceil {kernel}/{stride} pad {padding} of {size}"] = plain(
                f"[4, {{maxpool: {kernel}, stride: {stride}, padding: {padding}, ceil: true}}]", f"[3, {size}, {size + 5}]")
            for counts in ("true", "false"):
                NETWORKS[f"mean, ceil {kernel}/{stride} pad {padding} of {size}, {counts}"] = plain(
                    f"[4, {{avgpool: {kernel}, stride: {stride}, padding: {padding}, ceil: true, count_padding: {counts}}}]",
                    f"[3, {size}, {size + 5}]")
for height, width, rows, columns in [
        (7, 7, 7, 7), (8, 8, 4, 2), (9, 6, 1, 1), (7, 7, 3, 3), (10, 7, 7, 5), (14, 9, 7, 7), (13, 5, 6, 5), (12, 9, 4, 2),
        (9, 12, 2, 4), (2, 3, 5, 7), (1, 1, 3, 2), (3, 8, 7, 2), (17, 31, 7, 7), (5, 4, 5, 7), (6, 6, 6, 3)]:
    NETWORKS[f"adaptive {height}x{width} to {rows}x{columns}"] = adaptive(height, width, rows, columns)
for path in sorted((ROOT / "Configs").glob("*.yaml")):
    if path.stem != "vgg-paper":  # A to E again, which also have separate files
        # A dense classifier's window does not fit so small a map.
        dense = "classifier: {dense: 1}\n" if path.stem == "dense" else ""
        NETWORKS[f"Configs/{path.name}"] = f"extends: {path}\ninput: [3, 32, 32]\n{dense}"


# MARK: Files

def weights_of(tensors, seed):
    """Weights that keep values near 1 through many layers, with no two parts alike."""
    random = numpy.random.default_rng(seed)
    for name, shape in tensors:
        if len(shape) > 1:
            yield name, random.standard_normal(shape, numpy.float32) * (2 / numpy.prod(shape[1:])) ** 0.5
        elif name.endswith(("weight", "running_var")):
            yield name, random.uniform(0.5, 1.5, shape)
        else:
            yield name, random.uniform(-0.5, 0.5, shape)


def write_safetensors(path, tensors):
    header, parts, offset = {}, [], 0
    for name, values in tensors:
        part = numpy.ascontiguousarray(values, "<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [offset, offset + len(part)]}
        parts.append(part)
        offset += len(part)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.writelines(parts)


def shapes(values):
    """{name: shape} of value infos, with a symbolic extent as its name."""
    return {
        value.name: [axis.dim_param or axis.dim_value for axis in value.type.tensor_type.shape.dim] for value in values}


# MARK: Checks

class Disagreement(Exception):
    pass


def expect(condition, message):
    if not condition:
        raise Disagreement(message)


class Conformance:
    def __init__(self, folder, scratch):
        self.folder, self.scratch = pathlib.Path(folder), pathlib.Path(scratch)

    def run(self, tool, *arguments):
        command = [str(self.folder / tool), *map(str, arguments)]
        result = subprocess.run(command, cwd=self.scratch, capture_output=True, text=True)
        expect(result.returncode == 0, f"{' '.join(command)}: status {result.returncode}\n{result.stderr}")
        return result.stdout

    def emit(self, configuration, output, *options):
        self.run("vggc", "emit", "--onnx", configuration, "-o", output, *options)
        path = self.scratch / output
        onnx.checker.check_model(str(path), full_check=True)
        return path

    def check(self, name, text):
        configuration = self.scratch / "network.yaml"
        configuration.write_text(text)
        graph = json.loads(self.run("vggc", "emit", "--json", configuration))
        tensors = [(tensor["name"], tensor["shape"]) for layer in graph["layers"] for tensor in layer["tensors"]]
        weights = dict(weights_of(tensors, seed=1))
        write_safetensors(self.scratch / "weights.safetensors", weights.items())
        given = ["--weights", "weights.safetensors"]
        model = self.emit(configuration, "model.onnx", *given)
        self.check_shapes(model, graph)
        self.check_metadata(model, graph)

        images = numpy.random.default_rng(2).uniform(-1, 1, (3, *graph["input"])).astype("<f4")
        for index, image in enumerate(images):
            image.tofile(self.scratch / f"{index}.f32")
        answers = self.run("vgg", "predict", configuration, "--format", "json", *given, "0.f32", "1.f32", "2.f32")
        answers = [json.loads(line) for line in answers.splitlines()]
        native = numpy.array([answer[self.output_name(model)] for answer in answers], numpy.float32)
        native = native.reshape(-1, *graph["output"])
        whole = self.outputs(model, images)
        worst = max(
            self.compare(native[:1], self.outputs(model, images[:1]), "a batch of 1"),
            self.compare(native, whole, "a batch of 3"),
            self.check_taps(model, graph, images, answers))
        if name in IN_WORDS:
            self.check_variants(configuration, given, weights, graph, model, images, whole)
        return worst

    def check_variants(self, configuration, given, weights, graph, model, images, whole):
        """Checks that the same network with other options outputs `whole`, the outputs of `model`."""
        expect(self.emit(configuration, "again.onnx", *given).read_bytes() == model.read_bytes(), "the second file differs")
        outside = self.emit(configuration, "outside.onnx", *given, "--external-data")
        expect(not weights or outside.stat().st_size < model.stat().st_size, "--external-data keeps the weights inside")
        expect(numpy.array_equal(whole, self.outputs(outside, images)), "--external-data changes the outputs")
        bare = self.emit(configuration, "bare.onnx", "--no-weights")
        self.check_shapes(bare, graph)
        # A dense classifier's weights have the shape of convolutions here.
        shapes = {given.name: [extent.dim_value for extent in given.type.tensor_type.shape.dim]
                  for given in onnx.load(str(bare)).graph.input}
        fed = self.outputs(
            bare, images, {name: values.astype(numpy.float32).reshape(shapes[name]) for name, values in weights.items()})
        self.compare(whole, fed, "--no-weights")
        if self.output_name(model) == "features":
            return
        likely = self.outputs(self.emit(configuration, "likely.onnx", *given, "--softmax"), images)
        if self.output_name(model) == "logits":
            powers = numpy.exp(whole - whole.max(1, keepdims=True))
            self.compare(powers / powers.sum(1, keepdims=True), likely, "--softmax")
        else:
            expect(numpy.array_equal(whole, likely), "--softmax after a softmax changes the outputs")

        self.check_explanation(configuration, given, graph, images)

    def check_explanation(self, configuration, given, graph, images):
        """Checks the class activation maps of the images, which are the second output."""
        try:
            model = self.emit(configuration, "explained.onnx", *given, "--explain")
        except Disagreement as refusal:
            expect("--explain has no plain operators" in str(refusal), str(refusal))
            return
        self.check_shapes(model, graph)
        self.run("vgg", "look", configuration, *given, "0.f32", "1.f32", "2.f32", "-o", "look.json")
        maps = [photo["cam"] for photo in json.loads((self.scratch / "look.json").read_text())["photos"]]
        wanted = numpy.array([cam["values"] for cam in maps], numpy.float32)
        session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
        expect(session.get_outputs()[1].name == "cam", "the second output is not cam")
        found = session.run(["cam"], {"input": images})[0]
        self.compare(wanted.reshape(-1, maps[0]["height"], maps[0]["width"]), found, "--explain")

    def check_taps(self, model, graph, images, answers):
        """The largest difference of a tap."""
        taps = graph.get("taps", [])
        session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
        names = [output.name for output in session.get_outputs()][1:]
        expect(names == [tap["name"] for tap in taps], f"further outputs {names}, not the taps")
        expect(all(list(answer.get("taps", {})) == names for answer in answers), "vgg predict returns other taps")
        values = session.run(names, {"input": images}) if names else []
        return max([0] + [
            self.compare(
                numpy.array([answer["taps"][tap["name"]]["values"] for answer in answers], numpy.float32)
                .reshape(-1, *tap["output"]), found, tap["name"])
            for tap, found in zip(taps, values)])

    @staticmethod
    def output_name(path):
        return onnx.load(str(path), load_external_data=False).graph.output[0].name

    def outputs(self, path, images, weights={}):
        session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        return session.run(None, {"input": images, **weights})[0]

    def compare(self, wanted, found, what):
        expect(wanted.shape == found.shape, f"{what}: shape {found.shape}, not {wanted.shape}")
        difference = float(abs(wanted - found).max() / max(1, abs(wanted).max()))
        expect(difference <= TOLERANCE, f"{what}: outputs differ by {difference:.2g}")
        return difference

    def check_shapes(self, path, graph):
        """Checks that inference from the input alone finds the model's shapes, which are those of `emit --json`."""
        model = onnx.load(str(path))
        said = shapes(model.graph.value_info) | shapes(model.graph.output)
        del model.graph.value_info[:]
        for output in model.graph.output:
            for axis in list(output.type.tensor_type.shape.dim)[1:]:
                axis.Clear()
        inferred = onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True, data_prop=True)
        found = shapes(inferred.graph.value_info) | shapes(inferred.graph.output)
        expect(said == found, f"inferred {found}, but the model says {said}")
        for node in model.graph.node:
            for value in node.output:
                expect(value in said, f"{value} has no shape")
        layers = {layer["name"]: ["N", *layer["output"]] for layer in graph["layers"]}
        for name, shape in said.items():
            expect(name not in layers or layers[name] == shape, f"{name} is {shape}, not {layers.get(name)}")
        expect(all(shape[0] == "N" for shape in shapes(model.graph.output).values()), "the batch is not symbolic")

    def check_metadata(self, path, graph):
        model = onnx.load(str(path))
        entries = {entry.key: entry.value for entry in model.metadata_props}
        expect(model.producer_name == "vggc" and model.producer_version == graph["provenance"]["version"], "producer")
        expect(entries["source_sha256"] == graph["provenance"]["sha256"], "source_sha256")
        expect(json.loads(entries.get("labels", "null")) == graph["labels"], "labels")
        for key in ["mean", "std", "resize", "interpolation", "crop"]:
            expect(json.loads(entries[f"preprocess.{key}"]) == graph["preprocessing"][key], key)


def check_full_size(conformance):
    """The configurations unchanged, without weights: nothing is run."""
    for path in sorted((ROOT / "Configs").glob("*.yaml")):
        if path.stem != "vgg-paper":
            graph = json.loads(conformance.run("vggc", "emit", "--json", path))
            conformance.check_shapes(conformance.emit(path, "full.onnx", "--no-weights"), graph)


def main():
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    chosen = {
        name: text for name, text in NETWORKS.items() if len(sys.argv) == 2 or name.startswith(tuple(sys.argv[2:]))}
    failures = 0
    with tempfile.TemporaryDirectory() as scratch:
        conformance = Conformance(pathlib.Path(sys.argv[1]).resolve(), scratch)
        for name, text in chosen.items():
            try:
                print(f"{name}: {conformance.check(name, text):.1e}", flush=True)
            except Exception as error:  # ONNX's checker and ONNX Runtime have errors of many kinds
                failures += 1
                print(f"{name}: FAILED: {error}\n{text}", flush=True)
        if len(sys.argv) == 2:
            check_full_size(conformance)
    print(f"{len(chosen) - failures} of {len(chosen)} networks agree")
    return 1 if failures or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
