"""The accuracy on the held-out images."""

from dataclasses import dataclass

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.functional import cross_entropy
from torch.utils.data import Subset

import settings
from images import ClassFolders
from loading import Loading
from processes import Process


@dataclass(frozen=True)
class Accuracy:
    """Shares of images whose class was the likeliest, or among the five likeliest.

    The loss is the mean cross-entropy, without label smoothing.
    """

    top1: float
    top5: float
    loss: float

    def __str__(self) -> str:
        top5 = f", top-5 {self.top5:.2%}" if settings.CLASSES > 5 else ""
        return f"accuracy {self.top1:.2%}{top5}"


@torch.no_grad()
def evaluate(
    network: nn.Module, images: ClassFolders, process: Process, loading: Loading
) -> Accuracy:
    """The accuracy on the images, each of which counts once.

    Processes' shares may differ by one image, so the network is called without the
    parallel wrapper, which would wait for the other processes.
    """
    for statistics in network.buffers():
        dist.broadcast(statistics, 0)
    network.eval()
    share = Subset(images, range(process.rank, len(images), process.count))
    sums = torch.zeros(3, dtype=torch.float64, device=process.device)
    for batch, classes in loading.batches(share):
        batch, classes = process.move(batch), process.move(classes)
        with loading.autocast():
            scores = network(batch)
        scores = scores.float()
        likeliest = scores.topk(min(5, settings.CLASSES)).indices
        hits = likeliest == classes[:, None]
        loss = cross_entropy(scores, classes, reduction="sum")
        sums += torch.stack([hits[:, 0].sum(), hits.sum(), loss])
    dist.all_reduce(sums)
    top1, top5, loss = (total / len(images) for total in sums.tolist())
    return Accuracy(top1, top5, loss)
