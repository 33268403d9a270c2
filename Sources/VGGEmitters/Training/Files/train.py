"""Trains the network of model.py on class folders, with one process per device.

    torchrun --standalone --nproc-per-node 2 train.py --data photos

`photos` has the subfolders `train` and `val` (or `test`), each with one folder of
images per class. README.md has the command for many machines.
"""

import argparse
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from torch.nn.parallel import DistributedDataParallel
from torch.optim.lr_scheduler import ReduceLROnPlateau
from torch.utils.data import BatchSampler, DataLoader, DistributedSampler, Subset

import checkpoint
import settings
from images import ClassFolders
from processes import Problem, Process, join, leave
from progress import Progress


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--data", type=Path, required=True, help="folder of train/CLASS and val/CLASS")
    add(
        "--output",
        type=Path,
        default=Path("run"),
        help="folder for the checkpoint and the weights (default: %(default)s)",
    )
    add("--epochs", type=int, default=74, help="default: %(default)s")
    add(
        "--batch",
        type=int,
        default=256,
        help="images per step, over all processes (default: %(default)s)",
    )
    add(
        "--rate",
        type=float,
        default=0.01,
        help="initial learning rate (default: %(default)s)",
    )
    add("--momentum", type=float, default=0.9, help="default: %(default)s")
    add("--weight-decay", type=float, default=5e-4, help="default: %(default)s")
    add(
        "--patience",
        type=int,
        default=5,
        help="epochs without better accuracy before the rate is divided by ten "
        "(default: %(default)s)",
    )
    add(
        "--scales",
        type=int,
        nargs=2,
        metavar=("MIN", "MAX"),
        help="random size of the shorter side before the crop "
        "(default: the size used for evaluation)",
    )
    add("--no-flip", action="store_true", help="don't mirror images at random")
    add("--seed", type=int, default=0, help="default: %(default)s")
    add("--workers", type=int, help="data-loading workers per process")
    add("--device", choices=["cuda", "cpu"], help="default: cuda if available")
    add(
        "--precision",
        choices=["float32", "bfloat16", "float16"],
        help="number format of matrix products "
        "(default: bfloat16 or float16 on a GPU, float32 on a CPU)",
    )
    add(
        "--sync-batch-norm",
        action="store_true",
        help="compute batch-norm statistics over all GPUs",
    )
    add(
        "--checkpoint-steps",
        type=int,
        default=1000,
        help="steps between checkpoints (default: %(default)s; 0: only after epochs)",
    )
    add("--init", type=Path, help="safetensors file with the initial weights")
    arguments = parser.parse_args()
    for name in ["epochs", "batch", "patience"]:
        if getattr(arguments, name) < 1:
            parser.error(f"--{name} must be at least 1")
    if not arguments.rate > 0:
        parser.error("--rate must be greater than 0")
    if arguments.scales:
        shorter = min(settings.HEIGHT, settings.WIDTH)
        if shorter > arguments.scales[0]:
            parser.error(
                f"--scales must be at least {shorter}, "
                "the shorter side of the network's input"
            )
        if arguments.scales[0] > arguments.scales[1]:
            parser.error("--scales must have the smaller number first")
    return arguments


class Training:
    """A network in training, and its progress."""

    def __init__(self, arguments: argparse.Namespace, process: Process) -> None:
        self.arguments = arguments
        self.process = process
        if arguments.batch % process.count:
            raise Problem(
                f"--batch must be a multiple of {process.count}, the number of "
                f"processes, not {arguments.batch}"
            )
        self.own_batch = arguments.batch // process.count
        self.images = self.load_images("training", ["train"])
        self.held_out = self.load_images("held-out", ["val", "test"])
        self.sampler = DistributedSampler(
            self.images, process.count, process.rank, seed=arguments.seed
        )

        torch.manual_seed(arguments.seed)
        network = settings.NETWORK()
        if settings.SOFTMAX is not None:
            # The loss takes the softmax's input; the softmax has no weights.
            network.classifier[settings.SOFTMAX] = nn.Identity()
        if arguments.init:
            checkpoint.load_weights(network, arguments.init)
        if arguments.sync_batch_norm and process.on_gpu:
            network = nn.SyncBatchNorm.convert_sync_batchnorm(network)
        self.network = network.to(process.device)
        if process.on_gpu:
            self.network.to(memory_format=torch.channels_last)
        self.parallel = DistributedDataParallel(
            self.network, device_ids=[process.device] if process.on_gpu else None
        )
        self.optimizer = torch.optim.SGD(
            self.network.parameters(),
            lr=arguments.rate,
            momentum=arguments.momentum,
            weight_decay=arguments.weight_decay,
        )
        self.schedule = ReduceLROnPlateau(
            self.optimizer, mode="max", factor=0.1, patience=arguments.patience - 1
        )
        self.precision = process.precision(arguments.precision)
        self.scaler = torch.amp.GradScaler(
            process.device.type, enabled=self.precision == torch.float16
        )
        self.place = checkpoint.Place()
        checkpoint.resume(self, arguments.output)

    def load_images(self, purpose: str, names: list[str]) -> ClassFolders:
        """The images of the first of these folders that exists."""
        for name in names:
            folder = self.arguments.data / name
            if folder.is_dir():
                images = ClassFolders(folder, settings.LABELS, settings.CLASSES)
                self.process.expect_same(f"the images of {folder}", images.summary())
                return images
        tried = " or ".join(str(self.arguments.data / name) for name in names)
        raise Problem(f"there is no folder {tried} with the {purpose} images")

    def loader(self, images, **options) -> DataLoader:
        workers = self.arguments.workers
        return DataLoader(
            images,
            num_workers=self.process.usual_workers if workers is None else workers,
            pin_memory=self.process.on_gpu,
            **options,
        )

    def run(self) -> None:
        if self.place.epoch >= self.arguments.epochs:
            self.process.say(f"already trained {self.place.epoch} epochs; see --epochs")
        while self.place.epoch < self.arguments.epochs:
            start = time.monotonic()
            rate = self.optimizer.param_groups[0]["lr"]
            self.train_epoch()
            accuracy = self.evaluate()
            self.schedule.step(accuracy.top1)
            self.finish_epoch(accuracy, rate, time.monotonic() - start)

    def train_epoch(self) -> None:
        """Makes one pass over the images, or finishes an interrupted one."""
        arguments, place = self.arguments, self.place
        self.images.augment(
            arguments.seed, place.epoch, arguments.scales, not arguments.no_flip
        )
        self.sampler.set_epoch(place.epoch)
        batches = list(BatchSampler(self.sampler, self.own_batch, drop_last=False))
        progress = Progress(self.process, f"epoch {place.epoch + 1}", len(batches))
        self.parallel.train()
        rest = self.loader(self.images, batch_sampler=batches[place.step :])
        for images, classes in rest:
            loss = self.train_step(images, classes)
            place.step += 1
            place.add_loss(loss, len(images))
            progress.show(place.step)
            every = arguments.checkpoint_steps
            if every and place.step % every == 0 and place.step < len(batches):
                checkpoint.save(self, arguments.output)
        progress.clear()

    def train_step(self, images: Tensor, classes: Tensor) -> Tensor:
        # Dropout's random numbers depend only on the place, so that an interrupted run
        # resumes as if it had not been interrupted.
        torch.manual_seed(self.place.seed(self.arguments.seed, self.process.rank))
        images, classes = self.process.move(images), self.process.move(classes)
        self.optimizer.zero_grad(set_to_none=True)
        with self.autocast():
            loss = cross_entropy(self.parallel(images).float(), classes)
        self.scaler.scale(loss).backward()
        self.scaler.step(self.optimizer)
        self.scaler.update()
        return loss.detach()

    def autocast(self) -> torch.autocast:
        return torch.autocast(
            self.process.device.type,
            dtype=self.precision,
            enabled=self.precision != torch.float32,
        )

    @torch.no_grad()
    def evaluate(self) -> "Accuracy":
        """The accuracy on the held-out images, each of which counts once.

        Processes' shares may differ by one image, so the network is called without the
        parallel wrapper, which would wait for the other processes.
        """
        for statistics in self.network.buffers():
            dist.broadcast(statistics, 0)
        self.network.eval()
        shares = range(self.process.rank, len(self.held_out), self.process.count)
        counts = torch.zeros(2, dtype=torch.int64, device=self.process.device)
        share = Subset(self.held_out, shares)
        for images, classes in self.loader(share, batch_size=self.own_batch):
            images, classes = self.process.move(images), self.process.move(classes)
            with self.autocast():
                scores = self.network(images)
            likeliest = scores.topk(min(5, settings.CLASSES)).indices
            hits = likeliest == classes[:, None]
            counts += torch.stack([hits[:, 0].sum(), hits.sum()])
        dist.all_reduce(counts)
        top1, top5 = (count / len(self.held_out) for count in counts.tolist())
        return Accuracy(top1, top5)

    def finish_epoch(self, accuracy: "Accuracy", rate: float, seconds: float) -> None:
        loss, pictures = self.place.losses(self.process)
        self.place = self.place.next_epoch(accuracy.top1)
        if self.place.is_best:
            checkpoint.save_weights(self, self.arguments.output)
        checkpoint.save(self, self.arguments.output)
        top5 = f", top-5 {accuracy.top5:.2%}" if settings.CLASSES > 5 else ""
        self.process.say(
            f"epoch {self.place.epoch}/{self.arguments.epochs}: rate {rate:g}, "
            f"loss {loss / pictures:.4f}, accuracy {accuracy.top1:.2%}{top5}, "
            f"{seconds:.1f} s"
        )


@dataclass(frozen=True)
class Accuracy:
    """Shares of images whose class was the likeliest, or among the five likeliest."""

    top1: float
    top5: float


def main() -> None:
    arguments = parse()
    process = join(arguments.device)
    try:
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
