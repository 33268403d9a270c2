"""The processes that train together, as torchrun starts them."""

import os
import sys
from dataclasses import dataclass
from typing import TypeVar

import torch
import torch.distributed as dist
from torch import Tensor

PRECISIONS = {
    "float32": torch.float32,
    "bfloat16": torch.bfloat16,
    "float16": torch.float16,
}

Value = TypeVar("Value")


class Problem(Exception):
    """A problem that the user can fix."""


@dataclass(frozen=True)
class Process:
    """This process, one of `count` over all machines."""

    rank: int
    count: int
    device: torch.device

    @property
    def leads(self) -> bool:
        """Whether this is the process that prints and writes files."""
        return self.rank == 0

    @property
    def on_gpu(self) -> bool:
        return self.device.type == "cuda"

    @property
    def usual_workers(self) -> int:
        """The number of loading processes for each process on this machine."""
        together = int(os.environ.get("LOCAL_WORLD_SIZE", "1"))
        return max(1, min(8, (os.cpu_count() or 1) // together))

    def say(self, text: str) -> None:
        if self.leads:
            print(text, flush=True)

    def move(self, tensor: Tensor) -> Tensor:
        """The tensor on this process's device."""
        if not self.on_gpu:
            return tensor
        layout = torch.channels_last if tensor.dim() == 4 else torch.preserve_format
        return tensor.to(self.device, non_blocking=True, memory_format=layout)

    def precision(self, wanted: str | None) -> torch.dtype:
        """The number format for matrix products."""
        if wanted:
            return PRECISIONS[wanted]
        if not self.on_gpu:
            return torch.float32
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16

    def expect_same(self, what: str, value: object) -> None:
        """Checks that every process has the same value."""
        values: list[object] = [None] * self.count
        dist.all_gather_object(values, value)
        for rank, other in enumerate(values):
            if other != values[0]:
                raise Problem(
                    f"{what} differ: {values[0]} for process 0, "
                    f"{other} for process {rank}"
                )

    def share(self, value: Value) -> Value:
        """The first process's value, sent to all processes."""
        values = [value]
        dist.broadcast_object_list(values, 0, device=self.device)
        return values[0]


def join(wanted: str | None) -> Process:
    """This process, once all processes have connected.

    Uses NCCL on GPUs and gloo on CPUs. Without torchrun there is only one process.
    """
    if wanted == "cuda" and not torch.cuda.is_available():
        sys.exit("train.py: PyTorch found no GPU")
    use_gpu = torch.cuda.is_available() if wanted is None else wanted == "cuda"
    device = torch.device("cpu")
    if use_gpu:
        device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")))
        torch.cuda.set_device(device)
        torch.backends.cudnn.benchmark = True
    backend = "nccl" if use_gpu else "gloo"
    if "RANK" in os.environ:
        dist.init_process_group(backend)
    else:
        # The stubs of PyTorch 2.13 leave this class out.
        store = vars(dist)["HashStore"]()
        dist.init_process_group(backend, store=store, rank=0, world_size=1)
    return Process(dist.get_rank(), dist.get_world_size(), device)


def leave() -> None:
    """Ends once all processes have finished."""
    dist.barrier()
    dist.destroy_process_group()
