"""Little memory: under any limit of its address space a command does its work, or reports that memory does not suffice."""

import shutil

from .session import Finding, sound
from .training import Training

NAME = "memory"
SHARE = 2
LARGEST = 4 << 30


class Part:
    def __init__(self, session):
        self.session = session
        training = Training(session)
        self.folder = session.fresh("memory")
        for name in ["net.yaml", "photos"]:
            copy = shutil.copytree if (training.folder / name).is_dir() else shutil.copy
            copy(training.folder / name, self.folder / name)
        shutil.copy(training.folder / "whole" / "weights.safetensors", self.folder / "kept.safetensors")
        (self.folder / "long.yaml").write_text("features: [" + "64, " * 50_000 + "M]\n")
        predict = "vgg predict net.yaml --weights kept.safetensors photos/se/0.pgm --format json --threads 1"
        # Each with whether its output is the same every time.
        self.commands = [
            ("vggc check net.yaml", True), ("vggc check long.yaml", True), ("vggc summary D", True),
            ("vggc explain D", True), ("vggc emit D --swift", True), ("vggc emit long.yaml --json", True),
            ("vggc report D -o page.html", True), ("vggc weights inspect kept.safetensors", True),
            ("vggc weights infer kept.safetensors", True), ("vggc weights convert kept.safetensors c.st", True),
            ("vggc weights init Configs/custom.yaml --seed 1 -o i.st", True),
            ("vggc emit net.yaml --onnx --weights kept.safetensors -o n.onnx", True), (predict, True),
            (predict.replace("--threads 1", "--threads 8"), True), ("vgg data inspect photos", True),
            ("vgg evaluate net.yaml --weights kept.safetensors --data photos --threads 2", False),
            ("vgg bench net.yaml --runs 1", False), ("vgg bench D --runs 1", False),
            (" ".join(training.command("run", "--epochs", "1")), False),
            ("vgg train Configs/custom.yaml --data photos --epochs 1 -o large", False),
        ]
        shutil.copytree(session.root / "Configs", self.folder / "Configs")
        self.smallest = {tool: self.bound(tool) for tool in ["vggc", "vgg"]}
        self.expected = {}

    def bound(self, tool):
        """The smallest memory with which the system can load a tool, in MiB."""
        low, high = 1, 4096
        while high - low > 1:
            middle = (low + high) // 2
            try:
                works = self.session.run([tool, "--version"], memory=middle << 20).status == 0
            except Finding:
                works = False
            low, high = (low, middle) if works else (middle, high)
        return high << 20

    def run(self, random):
        words, is_fixed = random.choice(self.commands)
        command = words.split()
        smallest = self.smallest[command[0]]
        memory = int(smallest * (LARGEST / smallest) ** (random.random() ** 2))
        for name in ["run", "large"]:
            shutil.rmtree(self.folder / name, ignore_errors=True)
        try:
            outcome = self.session.run(command, self.folder, memory=memory, patience=60)
        except Finding as finding:
            raise Finding(finding.kind, f"with {memory >> 20} MiB ({memory} bytes): {finding.details}") from None
        if outcome.status != 0 or not is_fixed:
            return
        if words not in self.expected:
            self.expected[words] = sound(self.session.run(command, self.folder), "a command with enough memory").output
        if outcome.output != self.expected[words]:
            raise Finding("a different output with little memory", f"with {memory >> 20} MiB: {words}")
