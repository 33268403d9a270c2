"""Pictures in class folders, and their conversion to the network's input.

As in `vgg predict`: upright by EXIF's orientation, resized, cropped, normalised.
Pillow does all of that; torchvision would have to match PyTorch's release.
"""

import hashlib
import math
import random
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from PIL import Image, ImageOps
from torch import Tensor
from torch.utils.data import Dataset

import placement
import settings
from processes import Problem

ENDINGS = {".bmp", ".gif", ".jpeg", ".jpg", ".pgm", ".png", ".ppm", ".tif", ".tiff"}
ENDINGS |= {".jfif", ".jpe", ".webp"}
# Folders that archivers and operating systems create.
FOREIGN = {"__MACOSX", "@eaDir", "$RECYCLE.BIN", "System Volume Information"}
FOREIGN |= {"lost+found"}
MEAN = torch.tensor(settings.MEAN).view(-1, 1, 1)
FILTER = Image.Resampling[settings.INTERPOLATION.upper()]
DEVIATION = torch.tensor(settings.STD).view(-1, 1, 1)
CROP: Mapping[str, Any] | None = settings.CROP


@dataclass(frozen=True)
class View:
    """The random changes to the pictures of an epoch."""

    seed: int
    epoch: int
    # The smallest and the largest shorter side before the crop, if it is random.
    scales: Sequence[int] | None
    # The probability that a picture is mirrored.
    flip: float

    def of(self, image: Image.Image, index: int) -> Image.Image:
        """The picture as the network sees it in this epoch.

        Depends only on the picture and the epoch, whichever process loads it.
        """
        draw = random.Random(f"{self.seed} {self.epoch} {index}")
        image = self.crop(image, draw)
        if self.flip > 0 and draw.random() < self.flip:
            return image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        return image

    def crop(self, image: Image.Image, draw: random.Random) -> Image.Image:
        if self.scales:
            image = resized(image, draw.randint(*self.scales))
            left = anywhere(image.width, settings.WIDTH, draw)
            top = anywhere(image.height, settings.HEIGHT, draw)
            return cropped(image, left, top)
        if CROP is None:
            return middle(resized(image))
        if "padding" in CROP:
            padding = CROP["padding"]
            image = middle(resized(image))
            left = draw.randint(-padding, padding)
            top = draw.randint(-padding, padding)
            return cropped(image, left, top)
        part = random_part(image, CROP["scale"], CROP["ratio"], draw)
        return image.crop(part).resize((settings.WIDTH, settings.HEIGHT), FILTER)


def random_part(
    image: Image.Image,
    scale: Sequence[float],
    ratio: Sequence[float],
    draw: random.Random,
) -> tuple[int, int, int, int]:
    """A part of the picture, as torchvision's RandomResizedCrop chooses it.

    Its share of the area is uniform between the bounds of `scale`, and the logarithm of
    its width divided by its height between those of `ratio`. If ten tries do not fit,
    the largest part in the middle with a ratio within the bounds.
    """
    width, height = image.size
    for _ in range(10):
        area = width * height * draw.uniform(*scale)
        aspect = math.exp(draw.uniform(*map(math.log, ratio)))
        w, h = round(math.sqrt(area * aspect)), round(math.sqrt(area / aspect))
        if 1 <= w <= width and 1 <= h <= height:
            left, top = draw.randint(0, width - w), draw.randint(0, height - h)
            return left, top, left + w, top + h
    w, h = width, height
    if width / height < ratio[0]:
        h = max(1, round(width / ratio[0]))
    elif width / height > ratio[1]:
        w = max(1, round(height * ratio[1]))
    left, top = (width - w) // 2, (height - h) // 2
    return left, top, left + w, top + h


class ClassFolders(Dataset[tuple[Tensor, int]]):
    """The pictures under `folder`, each with its class's number.

    A class is a folder with its name, in any Unicode spelling. Classes are numbered in
    the order of `labels`, or else by name.
    """

    def __init__(self, folder: Path, labels: list[str] | None, count: int) -> None:
        self.folder = folder
        folders = class_folders(folder)
        names = sorted(folders)
        self.classes = [composed(label) for label in labels or names]
        missing = [name for name in self.classes if name not in names]
        unknown = [name for name in names if name not in self.classes]
        if missing or unknown:
            raise Problem(
                f"the class folders of {folder} don't match the labels: "
                f"missing: {listing(missing)}; unknown: {listing(unknown)}"
            )
        if len(names) != count:
            raise Problem(
                f"{folder} has {len(names)} class folders, "
                f"but the network has {count} outputs"
            )
        self.samples = [
            (path, number)
            for number, name in enumerate(self.classes)
            for part in folders[name]
            for path in sorted(part.rglob("*"))
            if path.suffix.lower() in ENDINGS and not path.name.startswith(".")
        ]
        if not self.samples:
            raise Problem(f"{folder} has no images in its class folders")
        # Without a view, pictures have no random changes.
        self.view: View | None = None

    def summary(self) -> str:
        """A summary that distinguishes these pictures from others."""
        names = "\n".join(
            f"{number} {path.relative_to(self.folder)}" for path, number in self.samples
        )
        digest = hashlib.sha256(names.encode("utf-8", "surrogateescape")).hexdigest()
        return f"{len(self.samples)} ({digest[:8]})"

    def __len__(self) -> int:
        return len(self.samples)

    def __getitem__(self, index: int) -> tuple[Tensor, int]:
        path, number = self.samples[index]
        image = read(path)
        if self.view is None:
            return values(middle(resized(image))), number
        return values(self.view.of(image, index)), number


def composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def class_folders(folder: Path) -> dict[str, list[Path]]:
    """The folders of each class; different spellings of a name are the same class."""
    found: dict[str, list[Path]] = {}
    for path in sorted(folder.iterdir()):
        if is_class(path):
            found.setdefault(composed(path.name), []).append(path)
    return found


def is_class(path: Path) -> bool:
    hidden = path.name.startswith(".") or path.name in FOREIGN
    return path.is_dir() and not hidden


def listing(names: list[str]) -> str:
    shown = ", ".join(names[:5])
    return f"{shown} and {len(names) - 5} more" if len(names) > 5 else shown or "none"


def read(path: Path) -> Image.Image:
    try:
        with Image.open(path) as image:
            upright = ImageOps.exif_transpose(image)
            return upright.convert("L" if settings.CHANNELS == 1 else "RGB")
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise Problem(f"{path} cannot be read as an image: {error}") from error


def resized(image: Image.Image, shorter_side: int | None = None) -> Image.Image:
    """The picture resized to its size before the crop."""
    size = placement.size_after_resizing(*image.size, shorter_side)
    return image if size == image.size else image.resize(size, FILTER)


def middle(image: Image.Image) -> Image.Image:
    """The part of a resized picture that the network sees without augmentation."""
    left = placement.middle(image.width, settings.WIDTH)
    top = placement.middle(image.height, settings.HEIGHT)
    return cropped(image, left, top)


def anywhere(length: int, crop: int, draw: random.Random) -> int:
    """The start of a random part of `crop` pixels, or the middle if there are fewer."""
    if length < crop:
        return placement.middle(length, crop)
    return draw.randint(0, length - crop)


def cropped(image: Image.Image, left: int, top: int) -> Image.Image:
    return image.crop((left, top, left + settings.WIDTH, top + settings.HEIGHT))


def values(image: Image.Image) -> Tensor:
    """Channels x height x width numbers, normalised."""
    samples = torch.frombuffer(bytearray(image.tobytes()), dtype=torch.uint8)
    samples = samples.view(settings.HEIGHT, settings.WIDTH, settings.CHANNELS)
    return (samples.permute(2, 0, 1).float() / 255 - MEAN) / DEVIATION
