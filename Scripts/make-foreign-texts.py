#!/usr/bin/env python3
"""Makes the texts of other tools in Tests/VGGImportTests/Texts, and counts the parameters of their networks.

    python3 -m venv .venv && .venv/bin/pip install torch==2.13.0 numpy keras==3.15.1
    KERAS_BACKEND=torch .venv/bin/python Scripts/make-foreign-texts.py

PyTorch and Keras write their own texts. darknet's and Caffe's are written here, in the form of the published files of
VGG-16, whose parameters the VGG paper counts as 138 million: 138,357,544. counts.json has the parameters of each text's
network, as the tool that read or wrote it counts them.
"""

import json
import pathlib

import keras
from keras import layers as K
from torch import nn

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Tests/VGGImportTests/Texts"
A = [64, "M", 128, "M", 256, 256, "M", 512, 512, "M", 512, 512, "M"]
D = [64, 64, "M", 128, 128, "M", 256, 256, 256, "M", 512, 512, 512, "M", 512, 512, 512, "M"]
counts = {}


def write(name, text, count):
    (FOLDER / name).write_text(text if text.endswith("\n") else text + "\n")
    counts[name] = count


def parameters(module):
    return sum(p.numel() for p in module.parameters())


def features(cfg, batch_norm=False, channels=3):
    layers = []
    for v in cfg:
        if v == "M":
            layers.append(nn.MaxPool2d(2, 2))
            continue
        layers.append(nn.Conv2d(channels, v, 3, padding=1))
        if batch_norm:
            layers.append(nn.BatchNorm2d(v))
        layers.append(nn.ReLU(inplace=True))
        channels = v
    return nn.Sequential(*layers)


class VGG(nn.Module):
    """torchvision's form."""

    def __init__(self, cfg, batch_norm=False, classes=1000):
        super().__init__()
        self.features = features(cfg, batch_norm)
        self.avgpool = nn.AdaptiveAvgPool2d((7, 7))
        self.classifier = nn.Sequential(
            nn.Linear(512 * 49, 4096), nn.ReLU(True), nn.Dropout(),
            nn.Linear(4096, 4096), nn.ReLU(True), nn.Dropout(), nn.Linear(4096, classes))


class Cifar(nn.Module):
    """The form of kuangliu/pytorch-cifar, with fewer channels."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(*features([32, "M", 64, "M", 128, "M", 128, "M", 128, "M"], True))
        self.classifier = nn.Linear(128, 10)


class Own(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = features([8, "M", 16, "M"])
        self.fc = nn.Sequential(nn.Linear(16 * 8 * 8, 32), nn.ReLU(), nn.Linear(32, 2))


def torch_texts():
    for name, module in [("torch-vgg11", VGG(A)), ("torch-vgg11-bn", VGG(A, True, 12)), ("torch-cifar", Cifar()),
                         ("torch-own", Own())]:
        write(f"{name}.txt", repr(module), parameters(module))
    source = (FOLDER / "torch-sequential.py").read_text()
    names = {}
    exec(source, names)
    counts["torch-sequential.py"] = parameters(names["model"])
    write("torch-sequential.txt", repr(names["model"]), parameters(names["model"]))


def keras_texts():
    source = (FOLDER / "keras-sequential.py").read_text()
    names = {}
    exec(source, names)
    model = names["model"]
    counts["keras-sequential.py"] = model.count_params()
    write("keras-sequential.json", model.to_json(), model.count_params())
    lines = []
    model.summary(print_fn=lines.append)
    (FOLDER / "keras-summary.txt").write_text("\n".join(lines) + "\n")
    start = x = keras.Input((32, 32, 1))
    for channels in (8, 16):
        x = K.Conv2D(channels, 3, padding="same", use_bias=False)(x)
        x = K.BatchNormalization(epsilon=1e-5)(x)
        x = K.Activation("relu")(x)
        x = K.MaxPooling2D()(x)
    model = keras.Model(start, K.Dense(4)(K.GlobalAveragePooling2D()(x)))
    # Keras counts the running means and variances.
    write("keras-functional.json", model.to_json(), model.count_params() - 2 * (8 + 16))
    model = keras.applications.VGG16(weights=None)
    write("keras-vgg16.json", model.to_json(), model.count_params())


def darknet_text():
    text = "[net]\nbatch=128\nsubdivisions=4\nheight=256\nwidth=256\nchannels=3\nmomentum=0.9\n\n"
    text += "[crop]\ncrop_height=224\ncrop_width=224\nflip=1\n\n"
    for v in D:
        text += ("[maxpool]\nsize=2\nstride=2\n\n" if v == "M" else
                 f"[convolutional]\nfilters={v}\nsize=3\nstride=1\npad=1\nactivation=relu\n\n")
    for _ in range(2):
        text += "[connected]\noutput=4096\nactivation=relu\n\n[dropout]\nprobability=.5\n\n"
    text += "[connected]\noutput=1000\nactivation=linear\n\n[softmax]\ngroups=1\n\n[cost]\ntype=sse\n"
    write("darknet-vgg16.cfg", text, 138357544)


def caffe_text(form, name):
    first = form == 1
    keyword = "layers" if first else "layer"
    kinds = {"Convolution": "CONVOLUTION", "ReLU": "RELU", "Pooling": "POOLING", "InnerProduct": "INNER_PRODUCT",
             "Dropout": "DROPOUT", "Softmax": "SOFTMAX"}
    text = 'name: "VGG_ILSVRC_16_layers"\n'
    if first:
        text += 'input: "data"\ninput_dim: 10\ninput_dim: 3\ninput_dim: 224\ninput_dim: 224\n'
    else:
        text += ('layer {\n  name: "data"\n  type: "Input"\n  top: "data"\n'
                 '  input_param { shape: { dim: 10 dim: 3 dim: 224 dim: 224 } }\n}\n')
    bottom = "data"

    def layer(layer_name, kind, parameter="", in_place=False):
        nonlocal text, bottom
        top = bottom if in_place else layer_name
        shown = kinds[kind] if first else f'"{kind}"'
        text += f'{keyword} {{\n  bottom: "{bottom}"\n  top: "{top}"\n  name: "{layer_name}"\n  type: {shown}\n'
        text += f"  {parameter}\n}}\n" if parameter else "}\n"
        bottom = top

    block, index = 1, 1
    for v in D:
        if v == "M":
            layer(f"pool{block}", "Pooling", "pooling_param {\n    pool: MAX\n    kernel_size: 2\n    stride: 2\n  }")
            block, index = block + 1, 1
            continue
        layer(f"conv{block}_{index}", "Convolution",
              f"convolution_param {{\n    num_output: {v}\n    pad: 1\n    kernel_size: 3\n  }}")
        layer(f"relu{block}_{index}", "ReLU", in_place=True)
        index += 1
    for number, size in [(6, 4096), (7, 4096), (8, 1000)]:
        layer(f"fc{number}", "InnerProduct", f"inner_product_param {{\n    num_output: {size}\n  }}")
        if number < 8:
            layer(f"relu{number}", "ReLU", in_place=True)
            layer(f"drop{number}", "Dropout", "dropout_param {\n    dropout_ratio: 0.5\n  }", in_place=True)
    layer("prob", "Softmax")
    write(name, text, 138357544)


torch_texts()
keras_texts()
darknet_text()
caffe_text(1, "caffe-vgg16-v1.prototxt")
caffe_text(2, "caffe-vgg16-v2.prototxt")
# The lists of the paper's A and D under torchvision's classifier, and the VGG-16 of mmpretrain's page.
counts["python-list.py"] = parameters(VGG(A))
counts["python-lists.py"] = parameters(VGG(A))
counts["d2l-pairs.py"] = parameters(VGG(A))
counts["mmpretrain-vgg16.py"] = parameters(VGG(D, classes=10))
counts["mmpretrain-vgg16-bn.py"] = parameters(VGG(D, True, 10))
counts["ultralytics.yaml"] = parameters(nn.Sequential(
    nn.Conv2d(1, 8, 3, 1, 1), nn.ReLU(), nn.MaxPool2d(2, 2), nn.Conv2d(8, 16, 3, 1, 1), nn.ReLU(),
    nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(16, 10)))
(FOLDER / "counts.json").write_text(json.dumps(counts, indent=2, sort_keys=True) + "\n")
