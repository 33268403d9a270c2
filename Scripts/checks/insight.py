#!/usr/bin/env python3
"""Compares what `vgg look` shows of networks with PyTorch, captum, grad-cam and ONNX Runtime.

    python3 -m venv .venv && .venv/bin/pip install -r Scripts/requirements-insight.txt
    .venv/bin/python Scripts/checks/insight.py FOLDER PHOTOS... [--trained CONFIG WEIGHTS]
    .venv/bin/python Scripts/checks/insight.py FOLDER --goldens

FOLDER holds the built `vggc` and `vgg`, such as .build/debug; PHOTOS are pictures, or folders of them. Four networks look
at each photo: VGG-16 with weights from a seed, one with batch normalisation, one in the dense form, and the one after
--trained, or else one with other activations. The module of `vggc emit --pytorch` is run in double precision. For each:

- the map of the explained layer, and of one in the middle, is ONNX Runtime's value of that name, to 1e-5 of its largest;
- the class activation map is that of captum's LayerGradCam and of grad-cam's GradCAM, both divided by their largest
  value, to 1e-5, for the network's answer and for another class; ties and zero crossings that single precision decides
  otherwise are excused if PyTorch in single precision is at least a third as far off;
- the second output of `vggc emit --onnx --explain` is the map of the network's answer, to 1e-5.

--goldens writes Tests/VGGInsightTests/Golden instead: small networks with every map, image gradient, class activation map
and occlusion, in double precision, after asserting that captum and grad-cam agree.

Prints one line per network. Exit status: 0 all agree, 1 not, 64 usage error, 69 a module is not installed.
"""

import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile
import warnings
from importlib.metadata import version

try:
    import numpy
    import onnxruntime
    import torch
    from captum.attr import LayerGradCam, Occlusion
    from PIL import Image
    from pytorch_grad_cam import GradCAM
    from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget
    from safetensors.torch import load_file, save_file
except ImportError as error:
    print(f"not installed for this Python: {error.name}", file=sys.stderr)
    sys.exit(69)

warnings.filterwarnings("ignore")
ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "Tests/VGGInsightTests/Golden"
TOLERANCE = 1e-5
PICTURES = {".jpg", ".jpeg", ".png"}


def module(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


onnx_models = module(ROOT / "Scripts/checks/onnx-models.py", "onnx_models")

# The configuration, the layer in the middle, and the seed of the weights.
LARGE = {
    "VGG-16": ("extends: D\n", "relu3_3", 1),
    "batch norm": (
        "input: [3, 96, 80]\nbatch_norm: true\nfeatures: [24, M, 40, 40, M, 64, 64, M]\navgpool: 3\n"
        "classifier: {hidden: [64], classes: 10}\n", "conv2_2", 2),
    "dense form": (
        "input: [3, 100, 90]\nfeatures: [16, 16, M, 32, 32, M, 48, M]\n"
        "classifier: {dense: 5, hidden: [40], classes: 12}\n", "pool2", 3),
}
OTHER = {
    "activations": (
        "input: [3, 70, 61]\nactivation: gelu\nfeatures: [12, LRN, M, {conv: 20, activation: elu}, {conv: 24, stride: 2}]\n"
        "classifier: [linear: 30, silu, linear: 8, softmax]\n", "norm1_1", 4),
}
SMALL = {
    "plain": "input: [3, 24, 20]\nfeatures: [6, 8, M, 10, 10, M]\navgpool: none\nclassifier: {hidden: [12], classes: 5}\n",
    "unpadded": "input: [3, 22, 22]\nfeatures: [{conv: 10, padding: 0}, {conv: 10, padding: 0}, M, {conv: 10, padding: 0}, M]\n"
                "avgpool: none\nclassifier: [linear: 4]\n",
    "batch-norm": "input: [3, 18, 18]\nbatch_norm: true\nfeatures: [7, M, 9, 9]\navgpool: [4, 3]\n"
                  "classifier: [linear: 8, batch_norm, relu, dropout: 0.5, linear: 4, softmax]\n",
    "activations": "input: [1, 17, 19]\nfeatures: [{conv: 5, activation: gelu}, LRN, {avgpool: 2, padding: 1}, "
                   "{conv: 6, activation: elu, stride: 2}, batch_norm, prelu, {conv: 8, groups: 2, activation: silu}, "
                   "{global: max}]\navgpool: none\nclassifier: [linear: 6, tanh, linear: 3]\n",
    "dense": "input: [3, 26, 30]\nfeatures: [6, M, 8, M]\nclassifier: {dense: 3, hidden: [9], classes: 4}\n",
}


class LayerSized(GradCAM):
    """Keeps the map at the layer's own size, before it is scaled to the photo's."""

    def get_cam_image(self, *arguments, **named):
        self.map = super().get_cam_image(*arguments, **named)[0]
        return self.map[None]


def normalized(values):
    values = numpy.maximum(values, 0)
    return values / values.max() if values.max() > 0 else values


class Network:
    def __init__(self, tools, folder, configuration, seed=None, weights=None):
        self.tools, self.folder = pathlib.Path(tools).resolve(), folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "net.yaml").write_text(configuration)
        self.graph = json.loads(self.run("vggc", "emit", "--json", "net.yaml"))
        self.weights = weights
        if weights is None:
            self.weights = folder / "net.safetensors"
            tensors = [(tensor["name"], tensor["shape"]) for layer in self.graph["layers"] for tensor in layer["tensors"]]
            onnx_models.write_safetensors(
                self.weights, [(name, numpy.asarray(value, "<f4")) for name, value in onnx_models.weights_of(tensors, seed)])
        (folder / "net.py").write_text(self.run("vggc", "emit", "--pytorch", "net.yaml"))
        emitted = module(folder / "net.py", f"net_{seed}")
        made = [value for value in vars(emitted).values()
                if isinstance(value, type) and issubclass(value, torch.nn.Module) and value.__module__ == emitted.__name__]
        self.single, self.double = (self.loaded(made[-1]) for _ in range(2))
        self.double.double()
        self.layers = {layer["paper_name"]: layer["name"] for layer in self.graph["layers"]}
        self.maps = [layer["paper_name"] for layer in self.graph["layers"]
                     if len(layer["output"]) == 3 and layer["kind"] != "dropout"]

    def loaded(self, kind):
        network = kind()
        network.load_state_dict(load_file(self.weights), strict=False)
        for part in network.modules():
            if hasattr(part, "inplace"):
                part.inplace = False
        # Scores are the values before a softmax.
        for name, part in network.named_modules():
            if isinstance(part, torch.nn.Softmax):
                parent, last = name.rpartition(".")[::2]
                setattr(network.get_submodule(parent), last, torch.nn.Identity())
        return network.eval()

    def run(self, tool, *arguments):
        result = subprocess.run(
            [self.tools / tool, *map(str, arguments)], cwd=self.folder, capture_output=True, text=True, check=False)
        if result.returncode:
            raise AssertionError(f"{tool} {' '.join(map(str, arguments))}: status {result.returncode}: {result.stderr}")
        return result.stdout

    def part(self, network, paper_name):
        return network.get_submodule(self.layers[paper_name])

    def cams(self, network, image, layer, number):
        """captum's map and grad-cam's."""
        part, image = self.part(network, layer), image.clone().requires_grad_()
        first = LayerGradCam(network, part).attribute(image, number, relu_attributions=True)
        with LayerSized(network, [part]) as other:
            other(image, [ClassifierOutputTarget(number)])
        return normalized(first[0, 0].detach().numpy()), normalized(other.map)

    def scores(self, network, image):
        with torch.no_grad():
            return network(image)[0].numpy()


def photos(paths):
    for path in map(pathlib.Path, paths):
        found = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix.lower() in PICTURES)
        for picture in found:
            yield picture


def image_of(path, shape):
    channels, height, width = shape
    picture = Image.open(path).convert("RGB" if channels == 3 else "L").resize((width, height))
    values = numpy.asarray(picture, "f4").reshape(height, width, channels) / 255
    return numpy.ascontiguousarray(values.transpose(2, 0, 1) * 2 - 1, "<f4")


def largest_difference(values, expected, scale=None):
    values = numpy.asarray(values).reshape(-1)
    expected = numpy.asarray(expected).reshape(-1)
    return numpy.abs(values - expected).max() / (scale or max(numpy.abs(expected).max(), 1e-9))


class Comparison:
    def __init__(self):
        self.worst, self.excused, self.wrong = {}, 0, []

    def note(self, what, difference, own=0.0):
        if difference <= TOLERANCE:
            self.worst[what] = max(self.worst.get(what, 0), difference)
        elif own >= difference / 3:
            self.excused += 1
        else:
            self.wrong.append(f"{what} differs by {difference:.1e} ({own:.1e} for PyTorch in single precision)")


def check(network, pictures, middle):
    found = Comparison()
    network.run("vggc", "emit", "--onnx", "net.yaml", "--weights", network.weights, "-o", "explained.onnx", "--explain")
    session = onnxruntime.InferenceSession(
        str(layered(network.folder / "explained.onnx", network)), providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    shape = network.graph["input"]
    for number, picture in enumerate(pictures):
        image = image_of(picture, shape)
        image.tofile(network.folder / "image.f32")
        single, double = torch.from_numpy(image)[None], torch.from_numpy(image)[None].double()
        scores = network.scores(network.double, double)
        answer = int(scores.argmax())
        for chosen in (None, (answer + 1 + number) % len(scores)):
            options = [] if chosen is None else ["--class", chosen]
            network.run(
                "vgg", "look", "net.yaml", "--weights", network.weights, "image.f32", "-o", "look.json", *options)
            photo = json.loads((network.folder / "look.json").read_text())["photos"][0]
            cam, wanted = photo["cam"], answer if chosen is None else chosen
            if photo["class"] != wanted:
                found.wrong.append(f"{picture.name}: class {photo['class']}, not {wanted}")
                continue
            exact = network.cams(network.double, double, cam["layer"], wanted)
            own = network.cams(network.single, single, cam["layer"], wanted)
            for name, expected, rounded in zip(("captum", "grad-cam"), exact, own):
                found.note(
                    name, largest_difference(cam["values"], expected, 1), largest_difference(rounded, expected, 1))
            if chosen is None:
                outputs = dict(zip(names, session.run(None, {"input": image[None]})))
                found.note("--explain", largest_difference(outputs["cam"], cam["values"], 1),
                           largest_difference(own[0], exact[0], 1))
                maps = [(cam["layer"], photo["maps"][cam["layer"]])]
                if number == 0:
                    network.run("vgg", "look", "net.yaml", "--weights", network.weights, "image.f32", "-o", "look.json",
                                "--layer", middle)
                    other = json.loads((network.folder / "look.json").read_text())["photos"][0]
                    maps.append((middle, other["maps"][middle]))
                for name, values in maps:
                    found.note("maps", largest_difference(values["values"], outputs[network.layers[name]]))
    return found


def layered(path, network):
    """The model with every layer's output as an output."""
    import onnx
    model = onnx.load(path)
    present = {output.name for output in model.graph.output}
    for value in model.graph.value_info:
        if value.name in network.layers.values() and value.name not in present:
            model.graph.output.append(value)
    changed = path.with_suffix(".layers.onnx")
    onnx.save(model, changed)
    return changed


def goldens(tools, folder):
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for seed, (name, configuration) in enumerate(SMALL.items()):
        network = Network(tools, folder / name, configuration, seed)
        shape = network.graph["input"]
        image = torch.from_numpy(numpy.random.default_rng(100 + seed).uniform(-1, 1, shape).astype("<f4"))
        double = image[None].double()
        tensors = {**load_file(network.weights), "image": image}
        scores = network.scores(network.double, double)
        tensors["scores"] = torch.from_numpy(scores).float()
        chosen = [int(scores.argmax()), int(scores.argmin())]
        tensors["classes"] = torch.tensor(chosen).float()
        values, hooks = {}, []
        for layer in network.maps:
            hooks.append(network.part(network.double, layer).register_forward_hook(
                lambda part, given, output, layer=layer: values.__setitem__(layer, output.detach()[0])))
        network.scores(network.double, double)
        for hook in hooks:
            hook.remove()
        for layer, value in values.items():
            tensors[f"map.{layer}"] = value.float().contiguous()
        for number in chosen:
            for layer in values:
                first, second = network.cams(network.double, double, layer, number)
                assert largest_difference(first, second, 1) < 1e-12, layer
                tensors[f"cam.{layer}.{number}"] = torch.from_numpy(first).float()
            given = double.clone().requires_grad_()
            network.double(given)[0, number].backward()
            tensors[f"gradient.{number}"] = given.grad[0].float()
            # Windows that do not overlap, so that captum's means over windows are the drops themselves.
            drops = Occlusion(network.double).attribute(
                double, sliding_window_shapes=(shape[0], 5, 4), strides=(shape[0], 5, 4), target=number, baselines=0)
            tensors[f"occlusion.{number}"] = drops[0, 0, ::5, ::4].float().contiguous()
        tools_used = ", ".join(f"{package} {version(package).split('+')[0]}" for package in ("torch", "captum", "grad-cam"))
        save_file(tensors, GOLDEN / f"{name}.safetensors", {
            "configuration": configuration, "made by": f"Scripts/checks/insight.py, {tools_used}"})
        print(f"{name}: {len(values)} maps")


def main():
    arguments = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        if len(arguments) == 2 and arguments[1] == "--goldens":
            goldens(arguments[0], folder)
            return 0
        trained = None
        if "--trained" in arguments:
            place = arguments.index("--trained")
            trained = arguments[place + 1:place + 3]
            del arguments[place:place + 3]
        if len(arguments) < 2 or (trained is not None and len(trained) != 2):
            print(__doc__, file=sys.stderr)
            return 64
        pictures = list(photos(arguments[1:]))
        networks = {name: (Network(arguments[0], folder / name.replace(" ", "-"), text, seed), middle)
                    for name, (text, middle, seed) in {**LARGE, **({} if trained else OTHER)}.items()}
        if trained:
            configuration = pathlib.Path(trained[0]).read_text()
            network = Network(arguments[0], folder / "trained", configuration, 9, pathlib.Path(trained[1]).resolve())
            networks["trained"] = (network, network.maps[len(network.maps) // 2])
        agree = True
        for name, (network, middle) in networks.items():
            found = check(network, pictures, middle)
            worst = ", ".join(f"{what} {difference:.1e}" for what, difference in found.worst.items())
            excused = f"; {found.excused} beyond single precision" if found.excused else ""
            print(f"{'differs' if found.wrong else 'agrees'}: {name}, {len(pictures)} photos: {worst}{excused}", flush=True)
            for line in found.wrong:
                print(f"  {line}")
            agree = agree and not found.wrong
        return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
