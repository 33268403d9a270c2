"""The files of a training run: a checkpoint to resume from, and weights to use.

The first process writes each file whole or not at all. It alone also reads the
checkpoint, and sends its contents to the others.
"""

import json
import math
import os
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
import torch.distributed as dist
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

import settings
from metrics import table
from processes import Problem, Process

if TYPE_CHECKING:
    from train import Training

CHECKPOINT = "checkpoint.pt"
WEIGHTS = "weights.safetensors"


@dataclass
class Place:
    """The progress of a training run."""

    epoch: int = 0
    # The number of steps of this epoch that are done.
    step: int = 0
    # The best accuracy of an epoch, and whether the last epoch reached it.
    best: float = -1.0
    is_best: bool = False
    # This process's losses in this epoch, right answers and pictures, each added up.
    loss: float | Tensor = 0.0
    correct: float | Tensor = 0
    pictures: int = 0
    # The time that this epoch's steps took.
    seconds: float = 0.0
    # The results of each epoch that is done.
    history: list[dict[str, float]] = field(default_factory=list)

    @property
    def accuracies(self) -> list[float]:
        return [epoch["test_accuracy"] for epoch in self.history]

    def step_seed(self, seed: int, rank: int) -> int:
        """A seed for the random numbers that one process draws in this step."""
        number = 0
        for part in (seed, self.epoch, self.step, rank):
            number = (number * 1_000_003 + part) % 2**63
        return number

    def add(self, loss: Tensor, correct: Tensor, pictures: int) -> None:
        # These stay on the GPU, which need not wait.
        self.loss = self.loss + loss * pictures
        self.correct = self.correct + correct
        self.pictures += pictures

    def sums(self, process: Process) -> tuple[float, float, int]:
        """All processes' losses in this epoch, right answers and pictures, added up."""
        sums = torch.tensor(
            [float(self.loss), float(self.correct), self.pictures],
            dtype=torch.float64,
            device=process.device,
        )
        dist.all_reduce(sums)
        loss, correct, pictures = sums.tolist()
        if not math.isfinite(loss):
            raise Problem(f"the loss became {loss}; a smaller --rate may help")
        return loss, correct, int(pictures)

    def next_epoch(self, results: dict[str, float]) -> "Place":
        accuracy = results["test_accuracy"]
        return Place(
            epoch=self.epoch + 1,
            best=max(accuracy, self.best),
            is_best=accuracy >= self.best,
            history=[*self.history, results],
        )


def conditions(training: "Training") -> dict[str, object]:
    """The conditions that must not change for training to resume."""
    free = {"data", "output", "init", "evaluate", "epochs", "workers", "device"}
    free |= {"precision", "sync_batch_norm", "checkpoint_steps"}
    return {
        "network": settings.SHA256,
        "classes": training.images.classes,
        "pictures": training.images.summary(),
        **{
            f"--{name.replace('_', '-')}": value
            for name, value in vars(training.arguments).items()
            if name not in free
        },
    }


def save(training: "Training", folder: Path) -> None:
    """Writes the checkpoint; all processes call it."""
    loss, correct, pictures = training.place.sums(training.process)
    if not training.process.leads:
        return
    place = replace(training.place, loss=loss, correct=correct, pictures=pictures)
    state = {
        "conditions": conditions(training),
        "place": asdict(place),
        "network": training.network.state_dict(),
        "optimizer": training.optimizer.state_dict(),
        "scaler": training.scaler.state_dict(),
    }
    write_whole(folder / CHECKPOINT, lambda path: torch.save(state, path))


def resume(training: "Training", folder: Path) -> None:
    """Resumes from the checkpoint, if there is one."""
    process = training.process
    state = read(folder / CHECKPOINT, process) if process.leads else None
    tensors = {"network", "optimizer"}
    small = process.share(state and {key: state[key] for key in state.keys() - tensors})
    if small is None:
        return
    for name, value in conditions(training).items():
        if small["conditions"].get(name) != value:
            raise Problem(
                f"{folder / CHECKPOINT} is from another training run (different "
                f"{name}); choose another --output, or delete the file"
            )
    if state is not None:
        training.network.load_state_dict(state["network"])
        training.optimizer.load_state_dict(state["optimizer"])
    share_tensors(training)
    training.scaler.load_state_dict(small["scaler"])
    training.place = Place(**small["place"])
    if not process.leads:
        # The first process continues with the losses of all processes.
        training.place = replace(training.place, loss=0.0, correct=0, pictures=0)
    process.say(
        f"resuming from {folder / CHECKPOINT}: "
        f"epoch {training.place.epoch + 1}, step {training.place.step}"
    )


def read(path: Path, process: Process) -> dict[str, Any] | None:
    if not path.exists():
        return None
    try:
        state = torch.load(path, map_location=process.device, weights_only=True)
        return dict(state)
    except Exception as error:  # whatever the problem, the message must name the file
        raise Problem(f"{path} cannot be read: {error}") from error


def share_tensors(training: "Training") -> None:
    """Sends the first process's weights, moments and rates to every process."""
    process, optimizer = training.process, training.optimizer
    groups = process.share(
        [
            {key: value for key, value in group.items() if key != "params"}
            for group in optimizer.param_groups
        ]
    )
    for group, values in zip(optimizer.param_groups, groups, strict=True):
        group.update(values)
        for parameter in group["params"]:
            share_tensor(parameter.data)
    share_moments(training)
    for statistics in training.network.buffers():
        share_tensor(statistics)


def share_moments(training: "Training") -> None:
    """Sends what the first process's optimiser keeps for each weight."""
    process, optimizer = training.process, training.optimizer
    for group in optimizer.param_groups:
        for parameter in group["params"]:
            state = optimizer.state[parameter]
            # Adam's count of steps is not on the GPU.
            step = process.share(state.get("step"))
            if step is not None:
                state["step"] = step.cpu()
            for name in process.share(sorted(state.keys() - {"step"})):
                state.setdefault(name, torch.zeros_like(parameter))
                share_tensor(state[name])


def share_tensor(tensor: Tensor) -> None:
    """Sends the first process's values to every process, in any memory layout."""
    values = tensor.contiguous()
    dist.broadcast(values, 0)
    tensor.copy_(values)


def save_weights(training: "Training", folder: Path) -> None:
    """Writes the weights under torchvision's names, and the classes."""
    if not training.process.leads:
        return
    tensors = {
        name: tensor.detach().float().cpu().contiguous()
        for name, tensor in training.network.state_dict().items()
        if not name.endswith("num_batches_tracked")
    }
    metadata = {
        "format": "pt",
        "network": settings.NAME,
        "configuration_sha256": settings.SHA256,
        "classes": json.dumps(training.images.classes, ensure_ascii=False),
        "epoch": str(training.place.epoch),
        "accuracy": f"{training.place.best:.6f}",
    }
    write_whole(folder / WEIGHTS, lambda path: save_file(tensors, path, metadata))
    labels = "".join(f"{name}\n" for name in training.images.classes)
    write_whole(
        folder / "labels.txt", lambda path: Path(path).write_text(labels, "utf-8")
    )


def save_metrics(training: "Training", folder: Path) -> None:
    """Writes the results of all epochs as a table."""
    if training.process.leads:
        text = table(training.place.history)
        write_whole(
            folder / "metrics.csv", lambda path: Path(path).write_text(text, "utf-8")
        )


def load_weights(network: nn.Module, path: Path) -> None:
    """Loads weights of the same network."""
    try:
        network.load_state_dict(load_file(path), strict=True)
    except (OSError, SafetensorError, RuntimeError) as error:
        raise Problem(
            f"{path} does not contain this network's weights: {error}"
        ) from error


def write_whole(path: Path, write: Callable[[str], object]) -> None:
    """Lets `write` write a file next to `path`, and then moves it to `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        prefix=f".{path.name}.", dir=path.parent
    ) as folder:
        temporary = os.path.join(folder, path.name)
        write(temporary)
        sync(temporary)
        os.replace(temporary, path)
    sync(path.parent)


def sync(path: Path | str) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
