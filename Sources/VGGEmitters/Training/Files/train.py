"""Trains the network of model.py on class folders, with one process per device.

    torchrun --standalone --nproc-per-node 2 train.py --data photos

`photos` has the subfolders `train` and `val` (or `test`), each with one folder of
images per class. README.md has the command for many machines.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from torch.nn.parallel import DistributedDataParallel
from torch.nn.utils import clip_grad_norm_
from torch.utils.data import BatchSampler, DistributedSampler

import checkpoint
import settings
from evaluation import Accuracy, evaluate
from images import ClassFolders, View
from loading import Loading
from metrics import Events
from norms import accept_single_values
from options import parse
from processes import Problem, Process, join, leave
from progress import Progress
from schedule import rate_of_epoch

SYNCHRONISED: Callable[[nn.Module], nn.Module] = nn.SyncBatchNorm.convert_sync_batchnorm


def load_images(
    data: Path, purpose: str, names: list[str], process: Process
) -> ClassFolders:
    """The images of the first of these folders that exists."""
    for name in names:
        folder = data / name
        if folder.is_dir():
            images = ClassFolders(folder, settings.LABELS, settings.CLASSES)
            process.expect_same(f"the images of {folder}", images.summary())
            return images
    tried = " or ".join(str(data / name) for name in names)
    raise Problem(f"there is no folder {tried} with the {purpose} images")


def make_network(arguments: argparse.Namespace, process: Process) -> nn.Module:
    """The network with its initial weights, on the process's device."""
    torch.manual_seed(arguments.seed)
    network = settings.NETWORK()
    if settings.SOFTMAX is not None:
        # The loss takes the softmax's input; the softmax has no weights.
        network.classifier[settings.SOFTMAX] = nn.Identity()
    if arguments.init:
        checkpoint.load_weights(network, arguments.init)
    elif arguments.evaluate:
        checkpoint.load_weights(network, arguments.output / checkpoint.WEIGHTS)
    network.to(process.device)
    if process.on_gpu:
        for weight in network.parameters():
            if weight.dim() == 4:
                weight.data = weight.data.to(memory_format=torch.channels_last)
    return network


def make_loading(arguments: argparse.Namespace, process: Process) -> Loading:
    if arguments.batch % process.count:
        raise Problem(
            f"--batch must be a multiple of {process.count}, the number of "
            f"processes, not {arguments.batch}"
        )
    workers = arguments.workers
    return Loading(
        process,
        batch=arguments.batch // process.count,
        workers=process.usual_workers if workers is None else workers,
        precision=process.precision(arguments.precision),
    )


def make_optimizer(
    arguments: argparse.Namespace, network: nn.Module
) -> torch.optim.Optimizer:
    if settings.OPTIMIZER == "adam":
        return torch.optim.Adam(
            network.parameters(),
            lr=arguments.rate,
            betas=tuple(arguments.betas),
            weight_decay=arguments.weight_decay,
        )
    return torch.optim.SGD(
        network.parameters(),
        lr=arguments.rate,
        momentum=arguments.momentum,
        weight_decay=arguments.weight_decay,
    )


class Training:
    """A network in training, and its progress."""

    def __init__(self, arguments: argparse.Namespace, process: Process) -> None:
        self.arguments = arguments
        self.process = process
        self.loading = make_loading(arguments, process)
        self.images = load_images(arguments.data, "training", ["train"], process)
        self.held_out = load_images(
            arguments.data, "held-out", ["val", "test"], process
        )
        self.sampler: DistributedSampler[Any] = DistributedSampler(
            self.images, process.count, process.rank, seed=arguments.seed
        )
        self.network = make_network(arguments, process)
        if arguments.sync_batch_norm and process.on_gpu:
            self.network = SYNCHRONISED(self.network)
        accept_single_values(self.network)
        self.parallel = DistributedDataParallel(
            self.network, device_ids=[process.device] if process.on_gpu else None
        )
        self.optimizer = make_optimizer(arguments, self.network)
        self.scaler = torch.amp.GradScaler(
            process.device.type, enabled=self.loading.precision == torch.float16
        )
        self.place = checkpoint.Place()
        checkpoint.resume(self, arguments.output)

    def run(self) -> None:
        if self.place.epoch >= self.arguments.epochs:
            self.process.say(f"already trained {self.place.epoch} epochs; see --epochs")
            return
        events = None
        if self.process.leads:
            folder = self.arguments.output / "tensorboard"
            events = Events(folder, first=self.place.epoch + 1)
        while self.place.epoch < self.arguments.epochs:
            rate = self.start_epoch()
            self.train_epoch()
            start = time.monotonic()
            accuracy = evaluate(self.network, self.held_out, self.process, self.loading)
            self.finish_epoch(accuracy, rate, time.monotonic() - start)
            if events:
                events.add(self.place.history[-1])
        if events:
            events.close()

    def start_epoch(self) -> float:
        """Sets the epoch's learning rate, and returns it."""
        arguments = self.arguments
        rate = rate_of_epoch(
            self.place.epoch,
            arguments.schedule,
            arguments.rate,
            arguments.epochs,
            self.place.accuracies,
        )
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        return rate

    def train_epoch(self) -> None:
        """Makes one pass over the images, or finishes an interrupted one."""
        arguments, place = self.arguments, self.place
        self.images.view = View(
            arguments.seed, place.epoch, arguments.scales, arguments.flip
        )
        self.sampler.set_epoch(place.epoch)
        sampler = BatchSampler(self.sampler, self.loading.batch, drop_last=False)
        batches = list(sampler)
        progress = Progress(self.process, f"epoch {place.epoch + 1}", len(batches))
        self.network.train()
        moment = time.monotonic()
        rest = self.loading.batches(self.images, batches[place.step :])
        for images, classes in rest:
            loss, correct = self.train_step(images, classes)
            place.step += 1
            place.add(loss, correct, len(images))
            now = time.monotonic()
            place.seconds, moment = place.seconds + now - moment, now
            progress.show(place.step)
            every = arguments.checkpoint_steps
            if every and place.step % every == 0 and place.step < len(batches):
                checkpoint.save(self, arguments.output)
        progress.clear()

    def train_step(self, images: Tensor, classes: Tensor) -> tuple[Tensor, Tensor]:
        """The mean loss, and the number of right answers."""
        arguments = self.arguments
        # Dropout's random numbers depend only on the place, so that an interrupted run
        # resumes as if it had not been interrupted.
        torch.manual_seed(self.place.step_seed(arguments.seed, self.process.rank))
        images, classes = self.process.move(images), self.process.move(classes)
        self.optimizer.zero_grad(set_to_none=True)
        with self.loading.autocast():
            scores = self.parallel(images).float()
            loss = cross_entropy(
                scores, classes, label_smoothing=arguments.label_smoothing
            )
        torch.autograd.backward(self.scaler.scale(loss))
        if arguments.clip is not None:
            self.scaler.unscale_(self.optimizer)
            clip_grad_norm_(self.network.parameters(), arguments.clip)
        self.scaler.step(self.optimizer)
        self.scaler.update()
        return loss.detach(), (scores.argmax(dim=1) == classes).sum()

    def finish_epoch(self, accuracy: Accuracy, rate: float, seconds: float) -> None:
        """Writes the files and prints the results; testing took `seconds`."""
        loss, correct, pictures = self.place.sums(self.process)
        training = self.place.seconds
        self.place = self.place.next_epoch(
            {
                "epoch": self.place.epoch + 1,
                "rate": rate,
                "loss": loss / pictures,
                "accuracy": correct / pictures,
                "test_loss": accuracy.loss,
                "test_accuracy": accuracy.top1,
                "seconds": training + seconds,
                "images_per_second": pictures / max(training, 1e-9),
            }
        )
        if self.place.is_best:
            checkpoint.save_weights(self, self.arguments.output)
        checkpoint.save(self, self.arguments.output)
        checkpoint.save_metrics(self, self.arguments.output)
        self.process.say(
            f"epoch {self.place.epoch}/{self.arguments.epochs}: rate {rate:g}, "
            f"loss {loss / pictures:.4f}, {accuracy}, {training + seconds:.1f} s"
        )


def test(arguments: argparse.Namespace, process: Process) -> None:
    """Prints the accuracy of weights on the held-out images."""
    images = load_images(arguments.data, "held-out", ["val", "test"], process)
    loading = make_loading(arguments, process)
    network = make_network(arguments, process)
    accuracy = evaluate(network, images, process, loading)
    process.say(f"{len(images)} images: loss {accuracy.loss:.4f}, {accuracy}")


def main() -> None:
    arguments = parse(__doc__ or "")
    process = join(arguments.device)
    try:
        if arguments.evaluate:
            test(arguments, process)
        else:
            Training(arguments, process).run()
    except Problem as problem:
        # A problem in a loading process comes with that process's whole traceback.
        reason = str(problem).strip().rsplit("Problem: ", 1)[-1]
        print(f"train.py: {reason}", file=sys.stderr, flush=True)
        # The others may be waiting for this process; their launcher ends them.
        os._exit(1)
    leave()


if __name__ == "__main__":
    main()
