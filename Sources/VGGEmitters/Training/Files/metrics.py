"""The results of each epoch: a table, and events for TensorBoard if it is installed."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

# The columns of `vgg train`'s table, of the same meaning.
COLUMNS = ["epoch", "rate", "loss", "accuracy", "test_loss", "test_accuracy"]
COLUMNS += ["seconds", "images_per_second"]


def table(history: Sequence[dict[str, float]]) -> str:
    """One line per epoch, as comma-separated values."""
    text = io.StringIO()
    lines = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    lines.writeheader()
    lines.writerows(history)
    return text.getvalue()


class Events:
    """The curves that TensorBoard shows; nothing without PyPI's tensorboard."""

    def __init__(self, folder: Path, first: int) -> None:
        """Events of earlier runs from the epoch `first` on are no longer shown."""
        self.writer: Any = None
        try:
            from torch.utils.tensorboard import SummaryWriter
        except ImportError:
            return
        self.writer = SummaryWriter(str(folder), purge_step=first)

    def add(self, epoch: dict[str, float]) -> None:
        if self.writer is None:
            return
        for name in COLUMNS[1:]:
            self.writer.add_scalar(name, epoch[name], epoch["epoch"])
        self.writer.flush()

    def close(self) -> None:
        if self.writer is not None:
            self.writer.close()
