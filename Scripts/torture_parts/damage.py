"""Damage: a file that the project wrote and reads again is refused with a message, or works as it did undamaged."""

import gzip
import json
import shutil

from .session import Finding, sound
from .training import Training

NAME = "damage"
SHARE = 4


class Part:
    def __init__(self, session):
        self.session = session
        self.training = Training(session)
        self.folder = self.training.folder
        self.predicting = ["vgg", "predict", "net.yaml", "--weights", "kept.safetensors", "photos/se/0.pgm",
                           "photos/nw/3.pgm", "--format", "json", "--threads", "1"]
        shutil.copy(self.folder / "whole" / "weights.safetensors", self.folder / "kept.safetensors")
        self.answer = sound(self.run_tool(*self.predicting, "--cache"), "a prediction").output
        self.cache = next(self.folder.glob("kept.safetensors.*.vggpack")).name
        self.pictures()
        self.files = {
            "checkpoint": self.damaged_checkpoint, "metrics": self.damaged_metrics,
            "packed weights": self.damaged_cache, "weights": self.damaged_weights, "photo": self.damaged_photo,
            "compressed pictures": self.damaged_pictures}

    def run_tool(self, *command):
        return self.session.run(command, self.folder)

    def run(self, random):
        name = random.choice(list(self.files))
        self.files[name](random)

    # The files to damage

    def damaged_checkpoint(self, random):
        run = self.training.copy_of_half("damaged")
        how = damage(run / "checkpoint" / "state.safetensors", random)
        self.resumed("damaged", "a damaged checkpoint", how, run / "checkpoint" / "state.safetensors")

    def damaged_metrics(self, random):
        run = self.training.copy_of_half("damaged")
        name = random.choice(["metrics.jsonl", "metrics.jsonl", "metrics.csv"])
        how = damage(run / name, random)
        self.resumed("damaged", f"damaged {name}", how, run / name)

    def resumed(self, run, what, how, path):
        damaged = path.read_bytes()
        try:
            if self.training.train(run, "--resume").status == 0:
                self.training.expect_same_results(run, what)
        except Finding as finding:
            raise Finding(finding.kind if what in finding.kind else f"{what}: {finding.kind}",
                          f"{how}\n{finding.details}", {path.name: damaged}) from None

    def damaged_cache(self, random):
        path = self.folder / self.cache
        whole = path.read_bytes()
        how = damage(path, random)
        try:
            self.same_line([*self.predicting, "--cache"], self.answer, "damaged packed weights", how, path)
        finally:
            path.unlink(missing_ok=True)
            path.write_bytes(whole)

    def damaged_weights(self, random):
        path = self.folder / "damaged.safetensors"
        shutil.copy(self.folder / "kept.safetensors", path)
        how = damage(path, random)
        # Their numbers may be changed on purpose, so a prediction accepts them; `--verify` detects the change.
        outcome = self.run_tool("vggc", "weights", "inspect", path.name, "--verify")
        if outcome.status == 0 and path.read_bytes() != (self.folder / "kept.safetensors").read_bytes():
            raise Finding("damaged weights: verified with status 0", how, {path.name: path.read_bytes()})
        predicted = [path.name if word == "kept.safetensors" else word for word in self.predicting]
        self.run_tool(*predicted)

    def damaged_photo(self, random):
        path = self.folder / "damaged.png"
        shutil.copy(self.picture, path)
        how = damage(path, random)
        command = ["vgg", "predict", "net.yaml", "--weights", "kept.safetensors", path.name, "--format", "json"]
        self.same_line(command, self.picture_answer, "a damaged photo", how, path)

    def damaged_pictures(self, random):
        path = self.folder / "damaged-images-idx3-ubyte.gz"
        shutil.copy(self.folder / "small-images-idx3-ubyte.gz", path)
        how = damage(path, random)
        shutil.rmtree(self.folder / "damaged-pictures", ignore_errors=True)
        outcome = self.run_tool("vgg", "data", "unpack", path.name, "small-labels-idx1-ubyte.gz", "-o",
                                "damaged-pictures")
        if outcome.status == 0 and contents(self.folder / "damaged-pictures") != contents(self.folder / "pictures"):
            raise Finding("damaged compressed pictures: different pictures with status 0", how, {path.name: path.read_bytes()})

    # The expected results

    def same_line(self, command, answer, what, how, path):
        damaged = path.read_bytes()
        try:
            outcome = self.run_tool(*command)
        except Finding as finding:
            raise Finding(f"{what}: {finding.kind}", f"{how}\n{finding.details}", {path.name: damaged}) from None
        if outcome.status == 0 and without_inputs(outcome.output) != without_inputs(answer):
            raise Finding(f"{what}: different answer with status 0", f"{how}\n{outcome.shown}", {path.name: damaged})

    def pictures(self):
        """IDX files of six pictures, their photos, and the answer for one."""
        samples = bytes((index * 37) % 256 for index in range(6 * 64))
        pairs = {"small-images-idx3-ubyte.gz": bytes([0, 0, 8, 3, 0, 0, 0, 6, 0, 0, 0, 8, 0, 0, 0, 8]) + samples,
                 "small-labels-idx1-ubyte.gz": bytes([0, 0, 8, 1, 0, 0, 0, 6, 0, 1, 2, 0, 1, 2])}
        for name, content in pairs.items():
            (self.folder / name).write_bytes(gzip.compress(content, mtime=0))
        shutil.rmtree(self.folder / "pictures", ignore_errors=True)
        sound(self.run_tool("vgg", "data", "unpack", *pairs, "-o", "pictures"), "unpacking")
        self.picture = sorted((self.folder / "pictures").rglob("*.png"))[0]
        self.picture_answer = sound(
            self.run_tool("vgg", "predict", "net.yaml", "--weights", "kept.safetensors", self.picture, "--format",
                          "json"), "a prediction").output


def damage(path, random):
    """Changes a file as disks, cables and editors do; returns a description of the change."""
    content = bytearray(path.read_bytes())
    place = random.randrange(len(content))
    # Headers are short and matter most.
    if random.random() < 0.4:
        place = random.randrange(min(len(content), 4096))
    kind = random.choices(["bit", "byte", "zeros", "cut", "longer", "moved"], [8, 4, 2, 2, 1, 1])[0]
    match kind:
        case "bit":
            content[place] ^= 1 << random.randrange(8)
        case "byte":
            content[place] = random.randrange(256)
        case "zeros":
            end = min(len(content), (place | 511) + 1)
            content[place:end] = bytes(end - place)
        case "cut":
            del content[place:]
        case "longer":
            content += random.randbytes(random.randint(1, 600))
        case "moved":
            other, size = random.randrange(len(content)), random.randint(1, 64)
            content[place:place + size], content[other:other + size] = \
                content[other:other + size], content[place:place + size]
    # Not in place: a file that another program has mapped is not changed under it.
    path.unlink()
    path.write_bytes(content)
    return f"{kind} at byte {place} of {path.name}"


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def without_inputs(lines):
    """The answers, without the names of the inputs."""
    answers = [json.loads(line) for line in lines.splitlines()]
    return [{key: value for key, value in answer.items() if key != "input"} for answer in answers]
