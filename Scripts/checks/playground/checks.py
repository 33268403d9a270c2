"""The checks and their results."""

import sys
import time
import traceback


class Difference(Exception):
    """A check that fails."""


class Unable(Exception):
    """The reason why a check cannot be made on this machine."""


class Checks(list):
    """The checks of one subject, in the order in which they are written: functions whose names state the check."""

    def __call__(self, function):
        self.append(function)
        return function


class Run:
    """Runs checks and prints a line for each, with its time if that is long."""

    def __init__(self, only=""):
        self.only = only
        self.failures = 0
        self.passed = 0

    def __call__(self, check, *subjects):
        name = check.__name__.replace("_", " ")
        if self.only not in name:
            return
        start = time.monotonic()
        try:
            remark = check(*subjects)
        except Unable as reason:
            print(f"{name}: NOT CHECKED, {reason}", flush=True)
        except Difference as difference:
            self.failures += 1
            print(f"{name}: FAILED, {difference}", flush=True)
        except Exception as error:
            self.failures += 1
            place = traceback.extract_tb(sys.exc_info()[2])
            own = next((f for f in reversed(place) if "checks/playground" in f.filename), place[-1])
            first = (str(error) or repr(error)).strip().split("\n")[0]
            print(f"{name}: FAILED, {type(error).__name__} at {own.name}:{own.lineno}: {first}", flush=True)
        else:
            self.passed += 1
            seconds = time.monotonic() - start
            remarks = [remark] if remark else []
            remarks += [f"{seconds:.0f} s"] if seconds >= 3 else []
            print(f"{name}: ok" + (f" ({', '.join(remarks)})" if remarks else ""), flush=True)


def same(got, wanted, what):
    if got != wanted:
        raise Difference(f"{what}: {shortened(got)}, not {shortened(wanted)}")


def holds(condition, otherwise):
    if not condition:
        raise Difference(otherwise)


def shortened(value, length=300):
    text = repr(value)
    return text if len(text) <= length else f"{text[:length]}… ({len(text)} characters)"
