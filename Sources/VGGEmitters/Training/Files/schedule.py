"""The learning rate of each epoch, as `vgg train` computes it."""

import argparse
import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

# The values of the keys that `--schedule` leaves out.
FACTOR = 0.1
WORDS: dict[str, dict[str, Any]] = {
    "constant": {},
    "cosine": {"cosine": 0.0},
    "plateau": {"plateau": 5, "factor": FACTOR},
}


def rate_of_epoch(
    epoch: int,
    schedule: Mapping[str, Any],
    first: float,
    epochs: int,
    accuracies: Sequence[float],
) -> float:
    """The rate of an epoch, from 0, after the accuracies of the epochs before it.

    Depends on nothing else, so a run that resumes has the rates that it would have had.
    """
    if "rates" in schedule:
        rates: Sequence[float] = schedule["rates"]
        return rates[min(epoch, len(rates) - 1)]
    if "cosine" in schedule:
        final = float(schedule["cosine"])
        share = min(epoch, epochs) / epochs
        return final + (first - final) * (1 + math.cos(math.pi * share)) / 2
    if "step" in schedule:
        step: int | list[int] = schedule["step"]
        if isinstance(step, list):
            falls = sum(after <= epoch for after in step)
        else:
            falls = epoch // step
    elif "plateau" in schedule:
        falls = stalls(accuracies[:epoch], schedule["plateau"])
    else:
        return first
    return first * float(schedule["factor"]) ** falls


def stalls(accuracies: Sequence[float], patience: int) -> int:
    """How often `patience` epochs in a row did not exceed the best before them."""
    best, waited, count = -math.inf, 0, 0
    for accuracy in accuracies:
        if accuracy > best:
            best, waited = accuracy, 0
        else:
            waited += 1
        if waited == patience:
            waited, count = 0, count + 1
    return count


def read_schedule(text: str) -> dict[str, Any]:
    """The schedule that `--schedule` states: a word, or a mapping in JSON."""
    if text in WORDS:
        return WORDS[text]
    try:
        schedule = json.loads(text)
    except json.JSONDecodeError:
        schedule = None
    if not isinstance(schedule, dict) or not is_schedule(schedule):
        raise argparse.ArgumentTypeError(
            f"expected constant, cosine, plateau or a mapping such as "
            f'\'{{"step": 30, "factor": 0.1}}\', not {text}'
        )
    return schedule if "cosine" in schedule else {"factor": FACTOR} | schedule


def is_schedule(schedule: Mapping[str, Any]) -> bool:
    kinds = schedule.keys() - {"factor"}
    if kinds == {"cosine"}:
        return len(schedule) == 1 and is_number(schedule["cosine"])
    if not is_number(schedule.get("factor", FACTOR)):
        return False
    if kinds == {"plateau"}:
        return is_epoch(schedule["plateau"])
    if kinds == {"step"}:
        step = schedule["step"]
        return is_epoch(step) or (isinstance(step, list) and all(map(is_epoch, step)))
    return False


def is_number(value: object) -> bool:
    return type(value) in (int, float) and 0 <= float(str(value)) < math.inf


def is_epoch(value: object) -> bool:
    return type(value) is int and value >= 1
