"""Decodes class folders of grey photos into one tensor per part, numbered as by ImageFolder. Prints JSON.

    python -m peers.photo_tensors DATA FILE

DATA has the folders train and test. FILE receives the photos as bytes, N x 1 x H x W, and their classes. Prints the mean
and the deviation of the training photos' samples, scaled from 0 to 1.
"""

import json
import sys
from pathlib import Path


def decoded(folder):
    import numpy
    import torch
    from PIL import Image

    classes = sorted(path.name for path in folder.iterdir())
    photos = [(index, path) for index, name in enumerate(classes) for path in sorted((folder / name).iterdir())]
    pixels = numpy.stack([numpy.asarray(Image.open(path)) for _, path in photos])
    return torch.from_numpy(pixels).unsqueeze(1), torch.tensor([index for index, _ in photos])


def main():
    import torch

    data, file = Path(sys.argv[1]), sys.argv[2]
    parts = {part: decoded(data / part) for part in ("train", "test")}
    torch.save(parts, file)
    samples = parts["train"][0].double() / 255
    print(json.dumps({"mean": samples.mean().item(), "deviation": samples.std(correction=0).item()}))


if __name__ == "__main__":
    main()
