#!/usr/bin/env python3
"""Makes the pictures of VGGDataTests with Pillow, and the pixels that Pillow reads from them.

One command, from the repository's root:

    python3 -m venv .venv && .venv/bin/pip install pillow==12.0.0 && .venv/bin/python Scripts/make-photo-goldens.py

Made with Pillow 12.0.0; the same version produces the same bytes. `NAME.EXT` is a picture, `NAME.EXT.ppm` the upright RGB
pixels that Pillow reads from it; `NAME.f32` are inputs of a network, which torchvision's transform makes from a picture.
chelsea-exif6.jpg is scikit-image's chelsea (CC0), turned and tagged.
"""

import array
import math
import pathlib
import struct
import zlib

from PIL import Image, ImageOps
from pillow_transform import resized_and_cropped

GOLDEN = pathlib.Path(__file__).resolve().parent.parent / "Tests/VGGDataTests/Golden"
ORIENTATION_TAG = 0x0112
# The transform that brings an upright picture into the position that an orientation undoes.
POSITIONS = {1: None, 2: Image.FLIP_LEFT_RIGHT, 3: Image.ROTATE_180, 4: Image.FLIP_TOP_BOTTOM,
             5: Image.TRANSPOSE, 6: Image.ROTATE_90, 7: Image.TRANSVERSE, 8: Image.ROTATE_270}


def scene(width=37, height=29):
    """A picture with smooth parts and an edge."""
    def pixel(x, y):
        if width // 4 <= x < width // 2 and height // 3 <= y < height // 2:
            return 255, 0, 128
        return tuple(int(128 + 110 * math.sin(x / (3 + c) + c) * math.cos(y / (5 - c))) for c in range(3))
    return Image.frombytes("RGB", (width, height), bytes(
        sample for y in range(height) for x in range(width) for sample in pixel(x, y)))


def blocks():
    """24 x 16 pixels in six blocks of one colour each, which JPEG keeps the same in every position."""
    small = Image.frombytes("RGB", (3, 2), bytes(
        [250, 20, 30, 20, 240, 40, 30, 50, 230, 200, 200, 20, 20, 210, 190, 100, 90, 80]))
    return small.resize((24, 16), Image.NEAREST)


def ramp(width, height):
    """Opacities from 0 to 255."""
    return Image.frombytes("L", (width, height), bytes(
        (x * 7 + y * 11) % 256 for y in range(height) for x in range(width)))


def png(width, height, depth, colour_type, rows):
    """The bytes of a PNG file; `rows` are its raw rows, which Pillow cannot write for every depth."""
    def chunk(kind, content):
        return (struct.pack(">I", len(content)) + kind + content
                + struct.pack(">I", zlib.crc32(kind + content)))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows))) + chunk(b"IEND", b""))


def write_pictures():
    picture = scene()
    grey = picture.convert("L")
    opacity = ramp(*picture.size)
    for name, image, options in [
        ("rgb.png", picture, {}),
        ("grey.png", grey, {}),
        ("alpha.png", Image.merge("RGBA", (*picture.split(), opacity)), {}),
        ("grey-alpha.png", Image.merge("LA", (grey, opacity)), {}),
        ("palette.png", picture.quantize(32), {}),
        ("palette-alpha.png", picture.quantize(16), {"transparency": bytes(range(0, 256, 16))}),
        ("bits.png", grey.point(lambda value: 255 * (value > 128)).convert("1"), {}),
        ("one-pixel.png", Image.new("RGB", (1, 1), (1, 2, 3)), {}),
        ("baseline.jpg", picture, {"quality": 90}),
        ("progressive.jpg", picture, {"quality": 90, "progressive": True}),
        ("full-chroma.jpg", picture, {"quality": 90, "subsampling": 0}),
        ("grey.jpg", grey, {"quality": 90}),
        ("cmyk.jpg", picture.convert("CMYK"), {"quality": 90}),
        ("one-pixel.jpg", Image.new("RGB", (1, 1), (250, 120, 3)), {}),
        ("palette.gif", picture.quantize(32), {}),
        ("animated.gif", picture.quantize(32), {
            "save_all": True, "append_images": [ImageOps.mirror(picture).quantize(32)]}),
        ("rgb.bmp", picture, {}),
        ("palette.bmp", picture.quantize(32), {}),
        ("rgb.tiff", picture, {}),
        ("lzw.tiff", picture, {"compression": "tiff_lzw"}),
        ("grey.tiff", grey, {}),
        ("rgb.ppm", picture, {}),
        ("grey.pgm", grey, {}),
        ("rgb.webp", picture, {"lossless": True}),
    ]:
        image.save(GOLDEN / name, **options)
        expect(name)


def write_deep_pictures():
    """Pictures of 16 bits per sample: Pillow keeps the high byte of colour samples, and so do we for grey ones."""
    width, height = 9, 5
    samples = [(x * 7001 + y * 1300 + channel * 257 * 50) % 65536
               for y in range(height) for x in range(width) for channel in range(3)]
    rows = [struct.pack(f">{width * 3}H", *samples[y * width * 3:(y + 1) * width * 3]) for y in range(height)]
    (GOLDEN / "deep.png").write_bytes(png(width, height, 16, 2, rows))
    expect("deep.png")
    grey = samples[::3]
    rows = [struct.pack(f">{width}H", *grey[y * width:(y + 1) * width]) for y in range(height)]
    (GOLDEN / "deep-grey.png").write_bytes(png(width, height, 16, 0, rows))
    Image.frombytes("L", (width, height), bytes(sample >> 8 for sample in grey)).convert("RGB").save(
        GOLDEN / "deep-grey.png.ppm")


def write_positions():
    upright = blocks()
    upright.save(GOLDEN / "upright.ppm")
    for orientation, position in POSITIONS.items():
        image = upright if position is None else upright.transpose(position)
        exif = Image.Exif()
        exif[ORIENTATION_TAG] = orientation
        for name, options in [("jpg", {"quality": 95, "subsampling": 0, "exif": exif}),
                              ("tiff", {"compression": "tiff_lzw", "tiffinfo": {ORIENTATION_TAG: orientation}})]:
            path = GOLDEN / f"orientation-{orientation}.{name}"
            image.save(path, **options)
            assert near(ImageOps.exif_transpose(Image.open(path)).convert("RGB"), upright), path


def near(image, other):
    return image.size == other.size and all(abs(a - b) <= 2 for a, b in zip(image.tobytes(), other.tobytes()))


def write_sizes():
    """A picture 20,000 pixels wide, and one whose header claims far more than it has."""
    wide = png(20_000, 1, 8, 2, [bytes(value % 251 for value in range(60_000))])
    (GOLDEN / "wide.png").write_bytes(wide)
    (GOLDEN / "too-large.png").write_bytes(png(100_000, 100_000, 8, 2, [bytes(3000)]))


def expect(name):
    image = ImageOps.exif_transpose(Image.open(GOLDEN / name)).convert("RGB")
    image.save(GOLDEN / f"{name}.ppm")


IMAGENET = ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
# name: the picture, mode, resize, crop height, crop width
INPUTS = {
    "input-alpha": ("alpha.png", "RGB", 20, 16, 18),
    "input-progressive": ("progressive.jpg", "RGB", 32, 31, 28),
    "input-grey-of-colour": ("baseline.jpg", "L", 20, 16, 16),
    "input-colour-of-grey": ("grey.png", "RGB", 18, 17, 15),
    "input-sideways": ("chelsea-exif6.jpg", "RGB", 36, 32, 32),
}


def write_inputs():
    """The results of torchvision's Resize, CenterCrop, ToTensor and Normalize for upright pictures."""
    for name, (file, mode, resize, height, width) in INPUTS.items():
        image = ImageOps.exif_transpose(Image.open(GOLDEN / file)).convert("RGB").convert(mode)
        mean, deviation = IMAGENET if mode == "RGB" else ([0.45], [0.225])
        planes = resized_and_cropped(image, resize, height, width).split()
        values = array.array("f", [(sample / 255 - mean[channel]) / deviation[channel]
                                   for channel, plane in enumerate(planes) for sample in plane.tobytes()])
        (GOLDEN / f"{name}.f32").write_bytes(values.tobytes())


# name: top, left, height and width of a part of rgb.png, the size it is resized to, whether it is mirrored
CROPS = {
    "crop-shrunk": (2, 3, 20, 25, 8, 10, False),
    "crop-stretched": (20, 30, 5, 4, 12, 12, False),
    "crop-whole": (0, 0, 29, 37, 16, 16, True),
}


def write_crops():
    """The results of torchvision's resized_crop and hflip for a picture."""
    picture = Image.open(GOLDEN / "rgb.png").convert("RGB")
    for name, (top, left, crop_height, crop_width, height, width, is_mirrored) in CROPS.items():
        image = picture.crop((left, top, left + crop_width, top + crop_height)).resize(
            (width, height), Image.BILINEAR)
        (ImageOps.mirror(image) if is_mirrored else image).save(GOLDEN / f"{name}.ppm")


def main():
    GOLDEN.mkdir(parents=True, exist_ok=True)
    write_pictures()
    write_deep_pictures()
    write_positions()
    write_sizes()
    write_inputs()
    write_crops()


if __name__ == "__main__":
    main()
