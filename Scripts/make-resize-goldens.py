#!/usr/bin/env python3
"""Records torchvision's Resize and CenterCrop of photos: sizes for VGGPhotoFitTests, pixels for VGGRuntimeTests.

One command, from the repository's root, after Scripts/make-goldens.py has made the photos:

    python3 -m venv .venv && .venv/bin/pip install pillow==12.0.0 torch==2.13.0 torchvision==0.28.0 &&
    .venv/bin/python Scripts/make-resize-goldens.py

`Tests/Photos/placements.csv` has a line for each photo and transform: the photo's height and width, `resize` as a
configuration writes it, height and width of the crop, height and width after resizing, and the crop's start in that.
"""

import pathlib
import random

import torch.library
from PIL import Image

# torchvision's kernels for tensors are not needed; without CUDA its wheel for CUDA cannot register all of them.
torch.library.register_fake = lambda *_, **__: lambda function: function

from torchvision.transforms import CenterCrop, InterpolationMode, Resize  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "Tests/Photos/placements.csv"
RUNTIME = ROOT / "Tests/VGGRuntimeTests/Golden"

# photo, resize, crop height and width
PICTURES = [
    ("photo-shrunk", 20, (14, 28)), ("photo-shrunk", [16, 32], (16, 32)), ("photo-shrunk", [41, 60], (40, 50)),
    ("photo-tall", 12, (30, 11)), ("photo-tall", [9, 24], (8, 24)), ("photo-tall", 8, (30, 10)),
]


def placement(height, width, resize, crop):
    """Height and width after resizing, and the row and the column there at which the crop starts."""
    image = Resize(resize)(Image.new("L", (width, height)))
    places = Image.new("I", image.size)
    places.putdata([1 + place for place in range(image.width * image.height)])
    cropped = list(CenterCrop(crop)(places).getdata())
    index, place = next((index, value - 1) for index, value in enumerate(cropped) if value)
    top = place // image.width - index // crop[1]
    left = place % image.width - index % crop[1]
    return image.height, image.width, top, left


def main():
    draw = random.Random(17)
    lines = ["height,width,resize,crop_height,crop_width,resized_height,resized_width,top,left"]
    for number in range(400):
        height, width = (draw.randint(1, 90) for _ in range(2))
        crop = tuple(draw.randint(1, 70) for _ in range(2))
        resize = [draw.randint(1, 80) for _ in range(2)] if number % 2 else draw.randint(1, 60)
        written = f"[{resize[0]} {resize[1]}]" if isinstance(resize, list) else str(resize)
        values = (height, width, written, *crop, *placement(height, width, resize, crop))
        lines.append(",".join(map(str, values)))
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text("\n".join(lines) + "\n")
    for photo, resize, crop in PICTURES:
        image = Image.open(RUNTIME / f"{photo}.ppm")
        for mode in InterpolationMode.BILINEAR, InterpolationMode.BICUBIC, InterpolationMode.NEAREST:
            size = "x".join(map(str, resize)) if isinstance(resize, list) else resize
            CenterCrop(crop)(Resize(resize, mode)(image)).save(RUNTIME / f"{photo}-{size}-{mode.value}.ppm")


if __name__ == "__main__":
    main()
