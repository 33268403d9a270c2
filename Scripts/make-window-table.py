#!/usr/bin/env python3
"""Writes Tests/Windows/windows.csv: output sizes of sliding windows, which the tests in Swift and in C read.

    Scripts/make-window-table.py

The rule is PyTorch's (aten/src/ATen/native/Pool.h, `pooling_output_shape`; Conv2d has the same without
ceil mode), in unbounded integers:

    output = floor((size + 2 padding - dilation (kernel - 1) - 1 + (stride - 1 in ceil mode)) / stride) + 1

and in ceil mode one less if the last window would start past the input and its left padding:
(output - 1) stride >= size + padding. A window that fits nowhere has the output 0. If PyTorch can be
imported, the small cases that it accepts (for pooling, padding of at most half the kernel and no dilation) are
compared with its functions.
"""

import itertools
import pathlib
import random

LARGEST = 2**31 - 1
LONGEST_IMAGE = 2**20
LARGEST_WINDOW = 2**10


def output_size(size, kernel, stride, padding, dilation, ceil):
    rounding = stride - 1 if ceil else 0
    output = (size + 2 * padding - dilation * (kernel - 1) - 1 + rounding) // stride + 1
    if ceil and (output - 1) * stride >= size + padding:
        output -= 1
    return max(output, 0)


def small_cases():
    """Every size up to 9 for small windows: exact fits, dropped edges, windows larger than the input."""
    for kernel, stride, padding, ceil in itertools.product(range(1, 6), range(1, 5), range(3), (0, 1)):
        for size in range(1, 10):
            yield size, kernel, stride, padding, 1, ceil


def usual_cases():
    """The windows of VGG, AlexNet, ResNet and SSD at their images' sizes."""
    windows = [
        (3, 1, 1, 1, 0), (2, 2, 0, 1, 0), (2, 2, 0, 1, 1), (1, 1, 0, 1, 0), (11, 4, 2, 1, 0), (7, 2, 3, 1, 0),
        (3, 2, 1, 1, 1),
    ]
    sizes = [7, 14, 28, 32, 37, 38, 56, 75, 112, 224, 225, 227, 256, 299, 300, 512]
    for window, size in itertools.product(windows, sizes):
        yield (size, *window)


def large_cases():
    """The language's bounds, random numbers within them, and the kernels' bounds."""
    for size, kernel, stride, padding, ceil in itertools.product(
        (1, LARGEST_WINDOW, LONGEST_IMAGE), (1, LARGEST_WINDOW), (1, LARGEST_WINDOW), (0, LARGEST_WINDOW), (0, 1)
    ):
        yield size, kernel, stride, padding, 1, ceil
    numbers = random.Random(1)
    for _ in range(200):
        kernel = numbers.randint(1, LARGEST_WINDOW)
        yield (
            numbers.randint(1, LONGEST_IMAGE), kernel, numbers.randint(1, LARGEST_WINDOW),
            numbers.randint(0, LARGEST_WINDOW), 1, numbers.randint(0, 1),
        )
    for size, kernel, stride, padding, ceil in itertools.product(
        (1, LARGEST), (1, LARGEST), (1, 2, LARGEST), (0, LARGEST // 2), (0, 1)
    ):
        yield size, kernel, stride, padding, 1, ceil


def dilated_cases():
    """Every small dilated window, those of DeepLab and SSD, random ones within the bounds, and the largest spans."""
    for kernel, stride, padding, dilation in itertools.product(range(1, 4), range(1, 3), range(4), range(2, 5)):
        for size in (1, 2, 3, 5, 8, 9):
            yield size, kernel, stride, padding, dilation, 0
    for dilation, size in itertools.product((2, 4, 6, 12, 18, 24), (14, 19, 28, 33, 38, 41, 64, 65)):
        yield size, 3, 1, dilation, dilation, 0
        yield size, 3, 2, 0, dilation, 0
    numbers = random.Random(2)
    for _ in range(100):
        yield (
            numbers.randint(1, LONGEST_IMAGE), numbers.randint(1, LARGEST_WINDOW), numbers.randint(1, LARGEST_WINDOW),
            numbers.randint(0, LARGEST_WINDOW), numbers.randint(2, LARGEST_WINDOW), 0,
        )
    for size, kernel, padding, dilation in itertools.product(
        (1, LARGEST), (1, 2, 3, LARGEST), (0, LARGEST // 2), (2, LARGEST // 2, LARGEST)
    ):
        yield size, kernel, 1, padding, dilation, 0


def check_with_pytorch(cases):
    try:
        import torch
    except ImportError:
        return
    for size, kernel, stride, padding, dilation, ceil in cases:
        output = output_size(size, kernel, stride, padding, dilation, ceil)
        if size > 512 or padding > 512 or kernel > 512 or output == 0:
            continue
        if not ceil:
            weights = torch.zeros(1, 1, kernel)
            convolved = torch.nn.functional.conv1d(torch.zeros(1, 1, size), weights, None, stride, padding, dilation)
            assert convolved.shape[2] == output, (size, kernel, stride, padding, dilation)
        if padding > kernel // 2 or dilation > 1:
            continue
        pooled = torch.nn.functional.max_pool1d(
            torch.zeros(1, 1, size), kernel, stride, padding, ceil_mode=bool(ceil)
        )
        assert pooled.shape[2] == output, (size, kernel, stride, padding, ceil)


def main():
    cases = list(dict.fromkeys([*small_cases(), *usual_cases(), *large_cases(), *dilated_cases()]))
    check_with_pytorch(cases)
    lines = ["size,kernel,stride,padding,dilation,ceil,output"]
    lines += [",".join(map(str, (*case, output_size(*case)))) for case in cases]
    path = pathlib.Path(__file__).resolve().parent.parent / "Tests/Windows/windows.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
