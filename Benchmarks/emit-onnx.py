#!/usr/bin/env python3
"""Times `vggc emit --onnx` of VGG-16 with its weights against copying the same number of bytes, and measures its memory.

    python3 Benchmarks/emit-onnx.py [--vggc PATH] [--rounds N] [--folder DIR] [--torch PYTHON]

Makes a safetensors file of VGG-16's shapes first. In each round every command runs once, one after the other, so that
a change of the machine's speed affects all alike: `cp` of the weight file; `vggc emit --onnx` to the same file system;
the same with --external-data; and, with --torch, torch.onnx.export by a Python that has torch, onnx and onnxscript.
vggc syncs its files to the disk before it renames them, which cp does not; the line `cp and sync` does both.
Prints medians, each as a share of cp's, and the largest resident memory as a share of the weights.
"""

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from whole_process import run

ROOT = Path(__file__).resolve().parent.parent

TORCH = """
import sys, torch
from torch import nn
layers, channels = [], 3
for v in [64, 64, "M", 128, 128, "M", 256, 256, 256, "M", 512, 512, 512, "M", 512, 512, 512, "M"]:
    if v == "M":
        layers.append(nn.MaxPool2d(2, 2))
    else:
        layers += [nn.Conv2d(channels, v, 3, padding=1), nn.ReLU()]
        channels = v
class VGG(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(*layers)
        self.classifier = nn.Sequential(
            nn.Linear(25088, 4096), nn.ReLU(), nn.Dropout(), nn.Linear(4096, 4096), nn.ReLU(), nn.Dropout(),
            nn.Linear(4096, 1000))
    def forward(self, x):
        return self.classifier(torch.flatten(self.features(x), 1))
with torch.device("meta"):
    network = VGG()
network.to_empty(device="cpu").eval()
torch.onnx.export(network, (torch.zeros(1, 3, 224, 224),), sys.argv[1], dynamo=sys.argv[2] == "dynamo",
                  external_data=False)
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vggc", default=str(ROOT / ".build/release/vggc"), help="the built program")
    parser.add_argument("--rounds", type=int, default=9, help="rounds of the comparison (default 9)")
    parser.add_argument("--folder", help="where files are written (default: the folder for temporary files)")
    parser.add_argument("--torch", help="a Python with torch, onnx and onnxscript, for torch.onnx")
    arguments = parser.parse_args()
    if not os.access(arguments.vggc, os.X_OK):
        sys.exit(f"{arguments.vggc} not found; build it first with Scripts/setup")
    scratch = tempfile.mkdtemp(dir=arguments.folder)
    try:
        measure(arguments, Path(scratch))
    finally:
        shutil.rmtree(scratch)


def measure(arguments, scratch):
    package = str(scratch / "package")
    run([arguments.vggc, "emit", "--swift", "D", "--package", package, "--init", "1", "--runtime", str(ROOT)])
    weights = f"{package}/weights.safetensors"
    size = os.path.getsize(weights)
    copy, model = str(scratch / "copy"), str(scratch / "model.onnx")
    emit = [arguments.vggc, "emit", "--onnx", "D", "--weights", weights, "-o", model]
    commands = {
        "cp": ["cp", weights, copy],
        "cp and sync": ["sh", "-c", f"cp '{weights}' '{copy}' && sync '{copy}'"],
        "vggc emit --onnx": emit,
        "vggc emit --onnx --external-data": emit + ["--external-data"]}
    if arguments.torch:
        for exporter in ("dynamo", "torchscript"):
            commands[f"torch.onnx.export, {exporter}"] = [arguments.torch, "-c", TORCH, model, exporter]
    results = {name: [] for name in commands}
    for number in range(arguments.rounds + 1):
        for name, command in commands.items():
            for file in scratch.glob("copy*"):
                file.unlink()
            for file in scratch.glob("model*"):
                file.unlink()
            os.sync()
            result = run(command)
            if number > 0:  # the first round brings the weights into the page cache
                results[name].append(result)
    base = statistics.median(seconds for seconds, _ in results["cp"])
    cpu = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
               platform.processor()) if os.path.exists("/proc/cpuinfo") else platform.processor()
    print(f"{cpu}, {os.cpu_count()} processors, {platform.system()}; {size / 1e6:.0f} MB of weights\n")
    print(f"| median of {arguments.rounds} interleaved rounds | s | against `cp` | peak memory against the weights |")
    print("|---|---:|---:|---:|")
    for name, values in results.items():
        seconds = statistics.median(seconds for seconds, _ in values)
        memory = max(memory for _, memory in values)
        print(f"| `{name}` | {seconds:.2f} | {seconds / base:.2f} | {memory / size:.2f} |")


if __name__ == "__main__":
    main()
