"""The options of train.py; their defaults are the configuration's values."""

import argparse
import json
from pathlib import Path

import settings
from schedule import read_schedule


def parse(description: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_folders(parser)
    add_recipe(parser.add_argument_group("training, as the configuration states it"))
    add_machine(parser)
    arguments = parser.parse_args()
    check(parser, arguments)
    return arguments


def add_folders(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--data", type=Path, required=True, help="folder of train/CLASS and val/CLASS")
    add(
        "--output",
        type=Path,
        default=Path("run"),
        help="folder for the checkpoint, the weights and the metrics "
        "(default: %(default)s)",
    )
    add("--init", type=Path, help="safetensors file with the initial weights")
    add(
        "--evaluate",
        action="store_true",
        help="only test the weights in --output, or those of --init, "
        "on the held-out images",
    )


def add_recipe(group: argparse._ArgumentGroup) -> None:
    add, default = group.add_argument, "default: %(default)s"
    add("--epochs", type=int, default=settings.EPOCHS, help=default)
    add(
        "--batch",
        type=int,
        default=settings.BATCH,
        help="images per step, over all processes (default: %(default)s)",
    )
    add(
        "--rate",
        type=float,
        help=f"learning rate before the schedule (default: {settings.RATE})",
    )
    add(
        "--schedule",
        type=read_schedule,
        help="constant, cosine, plateau, or a mapping such as '{\"step\": 30}' "
        f"(default: {json.dumps(settings.SCHEDULE) if settings.SCHEDULE else 'constant'})",
    )
    if settings.OPTIMIZER == "sgd":
        add("--momentum", type=float, default=settings.MOMENTUM, help=default)
    else:
        add("--betas", type=float, nargs=2, default=settings.BETAS, help=default)
    add("--weight-decay", type=float, default=settings.WEIGHT_DECAY, help=default)
    add(
        "--clip",
        type=read_norm,
        default=settings.CLIP,
        help="largest norm of the gradient of all weights together, or none "
        "(default: %(default)s)",
    )
    add("--label-smoothing", type=float, default=settings.LABEL_SMOOTHING, help=default)
    add(
        "--flip",
        type=float,
        default=settings.FLIP,
        help="probability that an image is mirrored (default: %(default)s)",
    )
    add(
        "--scales",
        type=int,
        nargs=2,
        metavar=("MIN", "MAX"),
        help="instead of the configuration's crop, a random one after the shorter side "
        "was resized to a random size, as in the paper",
    )
    add("--seed", type=int, default=settings.SEED, help=default)


def read_norm(text: str) -> float | None:
    return None if text.lower() == "none" else float(text)


def add_machine(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
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


def check(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> None:
    """Ends with a message if a number is out of range; fills in the schedule."""
    for name in ["epochs", "batch"]:
        if getattr(arguments, name) < 1:
            parser.error(f"--{name} must be at least 1")
    if arguments.schedule is None:
        if arguments.rate is not None and "rates" in settings.SCHEDULE:
            parser.error(
                "the configuration lists a rate for each epoch; use --schedule "
                "instead of --rate"
            )
        arguments.schedule = settings.SCHEDULE
    if arguments.rate is None:
        arguments.rate = settings.RATE
    for name in ["rate", "clip"]:
        value = getattr(arguments, name)
        if value is not None and not value > 0:
            parser.error(f"--{name} must be greater than 0")
    for name in ["momentum", "weight_decay", "label_smoothing"]:
        if not 0 <= getattr(arguments, name, 0) < 1:
            parser.error(f"--{name.replace('_', '-')} must be at least 0 and below 1")
    if not all(0 <= beta < 1 for beta in getattr(arguments, "betas", [])):
        parser.error("--betas must be at least 0 and below 1")
    if not 0 <= arguments.flip <= 1:
        parser.error("--flip must be from 0 to 1")
    if arguments.scales:
        shorter = min(settings.HEIGHT, settings.WIDTH)
        if shorter > arguments.scales[0]:
            parser.error(
                f"--scales must be at least {shorter}, "
                "the shorter side of the network's input"
            )
        if arguments.scales[0] > arguments.scales[1]:
            parser.error("--scales must have the smaller number first")
