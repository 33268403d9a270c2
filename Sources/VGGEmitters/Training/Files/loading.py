"""Batches of images for a process, and the number format that it computes with."""

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from processes import Process


@dataclass(frozen=True)
class Loading:
    """The settings with which a process loads images and runs the network."""

    process: Process
    # Images per step of this process.
    batch: int
    workers: int
    precision: torch.dtype

    def batches(
        self, images: Dataset[tuple[Tensor, int]], order: list[list[int]] | None = None
    ) -> DataLoader[Any]:
        """The batches of `order`, or all images in their own order."""
        if order is None:
            return DataLoader(
                images,
                batch_size=self.batch,
                num_workers=self.workers,
                pin_memory=self.process.on_gpu,
            )
        return DataLoader(
            images,
            batch_sampler=order,
            num_workers=self.workers,
            pin_memory=self.process.on_gpu,
        )

    def autocast(self) -> torch.autocast:
        return torch.autocast(
            self.process.device.type,
            dtype=self.precision,
            enabled=self.precision != torch.float32,
        )
