#!/usr/bin/env python3
"""Writes pictures of every format x alpha x depth x orientation, and the pixels that Pillow reads from them.

    python3 -m venv .venv && .venv/bin/pip install -r Scripts/requirements.txt
    .venv/bin/python Scripts/checks/pillow-photos.py FOLDER

FOLDER gets NAME.EXT, a picture, and NAME.EXT.ppm, the pixels of `exif_transpose` and `convert("RGB")`; for 16-bit grey
the upper 8 bits, since Pillow makes nearly all of it white. VGGDataTests compares `Photo` with these. Names that start with
`lossy` have formats whose decoders may differ slightly, as may colours of 16 bits in TIFF, which libtiff rounds.

Exit status: 0 written, 64 usage error, 69 a module is not installed.
"""

import itertools
import pathlib
import struct
import sys
import zlib

try:
    from PIL import Image, ImageOps, features
except ImportError as error:
    print(f"{error}; pip install -r Scripts/requirements.txt", file=sys.stderr)
    sys.exit(69)

WIDTH, HEIGHT = 11, 7
ORIENTATION = 0x0112


def colours():
    return bytes((x * 23 + y * 31 + c * 77 + x * y) % 256 for y in range(HEIGHT) for x in range(WIDTH) for c in range(3))


def opacities():
    return bytes((x * 25 + y * 3) % 256 for y in range(HEIGHT) for x in range(WIDTH))


RGB = Image.frombytes("RGB", (WIDTH, HEIGHT), colours())
GREY = RGB.convert("L")
ALPHA = Image.frombytes("L", (WIDTH, HEIGHT), opacities())
RGBA = Image.merge("RGBA", (*RGB.split(), ALPHA))
LA = Image.merge("LA", (GREY, ALPHA))
PALETTE = RGB.quantize(16)
DEEP = [(x * 5003 + y * 1777 + c * 9001) % 65536 for y in range(HEIGHT) for x in range(WIDTH) for c in range(4)]


def oriented(number):
    exif = Image.Exif()
    exif[ORIENTATION] = number
    return exif


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(depth, colour_type, rows, before=b"", after=b""):
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, depth, colour_type, 0, 0, 0)) + before
            + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows))) + after + chunk(b"IEND", b""))


def deep_rows(channels, order=">"):
    for y in range(HEIGHT):
        row = [DEEP[(y * WIDTH + x) * 4 + c] for x in range(WIDTH) for c in range(channels)]
        yield struct.pack(f"{order}{len(row)}H", *row)


def deep_grey():
    return Image.frombytes("L", (WIDTH, HEIGHT), bytes(value >> 8 for value in DEEP[::4])).convert("RGB")


def tiff(order, tags, data, big=False):
    """A TIFF file of one strip; `tags` are numbers of 16 bits by tag."""
    mark = b"II" if order == "<" else b"MM"
    tags = dict(tags)
    first = 16 if big else 8
    head = mark + (struct.pack(order + "HHHQ", 43, 8, 0, first + len(data)) if big
                   else struct.pack(order + "HI", 42, first + len(data)))
    tags |= {256: [WIDTH], 257: [HEIGHT], 259: [1], 278: [HEIGHT]}
    extra, entries = b"", b""
    count = len(tags) + 2
    size = 8 + 20 * count + 8 if big else 2 + 12 * count + 4
    room = 8 if big else 4
    for tag in sorted([*tags, 273, 279]):
        if tag in (273, 279):
            kind, values = 4, [first if tag == 273 else len(data)]
        else:
            kind, values = 3, tags[tag]
        content = struct.pack(f"{order}{len(values)}{'I' if kind == 4 else 'H'}", *values)
        if len(content) > room:
            place = first + len(data) + size + len(extra)
            extra += content
            content = struct.pack(order + ("Q" if big else "I"), place)
        entries += struct.pack(order + ("HHQ" if big else "HHI"), tag, kind, len(values)) + content.ljust(room, b"\0")
    count = struct.pack(order + ("Q" if big else "H"), count)
    return head + data + count + entries + bytes(8 if big else 4) + extra


def bmp(bits, rows, header=40, compression=0, palette=b"", colours=0, gap=0, masks=b"", top_down=False, data=None):
    if data is None:
        data = b"".join(row + bytes(-len(row) % 4) for row in (rows if top_down else list(rows)[::-1]))
    height = -HEIGHT if top_down else HEIGHT
    if header == 12:
        info = struct.pack("<IHHHH", 12, WIDTH, HEIGHT, 1, bits)
    else:
        info = struct.pack("<IiiHHIIiiII", header, WIDTH, height, 1, bits, compression, len(data), 2835, 2835, colours, 0)
        if header > 40:
            info += (masks or bytes(16)).ljust(header - 40, b"\0")[:header - 40]
        else:
            info += masks
    offset = 14 + len(info) + len(palette) + gap
    return struct.pack("<2sIHHI", b"BM", offset + len(data), 0, 0, offset) + info + palette + bytes(gap) + data


def packed(values, bits):
    """Indices of `bits` bits each, the first in a byte's upper bits."""
    result = bytearray()
    for start in range(0, len(values), 8 // bits):
        byte = 0
        for place, value in enumerate(values[start:start + 8 // bits]):
            byte |= value << (8 - bits * (place + 1))
        result.append(byte)
    return bytes(result)


def runs(indices, of_four_bits):
    """Row by row from the bottom: runs, then single indices, and a jump in the third row."""
    result = bytearray()
    for number, y in enumerate(reversed(range(HEIGHT))):
        row = indices[y * WIDTH:(y + 1) * WIDTH]
        if number == 2:
            result += bytes([0, 2, 4, 0])
            row = row[4:]
        if number % 2:
            single = bytes([0, len(row)]) + (packed(row, 4) if of_four_bits else bytes(row))
            result += single + bytes(len(single) % 2)
        else:
            for value, group in itertools.groupby(row):
                length = len(list(group))
                result += bytes([length, value << 4 | value if of_four_bits else value])
        result += bytes([0, 0])
    return bytes(result + bytes([0, 1]))


def gif(transparent=None, frame=None, local=None, glob=True):
    """A GIF file by Pillow, with its first frame moved or its colour table removed by hand."""
    import io
    file = io.BytesIO()
    options = {} if transparent is None else {"transparency": transparent}
    PALETTE.save(file, "GIF", **options)
    data = bytearray(file.getvalue())
    if frame:
        left, top = frame
        data[6:10] = struct.pack("<HH", WIDTH + 4, HEIGHT + 3)
        place = data.index(b"\x2c", 13 + 3 * 2 ** ((data[10] & 7) + 1))
        data[place + 1:place + 5] = struct.pack("<HH", left, top)
    return bytes(data)


class Table:
    def __init__(self, folder):
        self.folder = folder

    def add(self, name, content, expected=None, **options):
        """`content` is a file's bytes, or a picture for Pillow to save."""
        path = self.folder / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            content.save(path, **options)
        if expected is None:
            with Image.open(path) as image:
                expected = ImageOps.exif_transpose(image).convert("RGB")
        expected.save(self.folder / f"{name}.ppm")
        return expected


def write_png(table):
    for name, image in [("bits", GREY.convert("1")), ("grey", GREY), ("grey-alpha", LA), ("rgb", RGB), ("rgba", RGBA),
                        ("palette", PALETTE)]:
        table.add(f"{name}.png", image)
    for bits in (1, 2, 4):
        table.add(f"palette-{bits}.png", RGB.quantize(2 ** bits), bits=bits)
        rows = [packed([(x + y) % 2 ** bits for x in range(WIDTH)], bits) for y in range(HEIGHT)]
        table.add(f"grey-{bits}.png", png(bits, 0, rows))
    table.add("palette-clear.png", PALETTE, transparency=3)
    table.add("palette-shades.png", PALETTE, transparency=bytes(range(0, 256, 16)))
    table.add("rgb-clear.png", RGB, transparency=RGB.getpixel((3, 3)))
    table.add("deep-grey.png", png(16, 0, deep_rows(1)), deep_grey())
    table.add("deep-grey-alpha.png", png(16, 4, deep_rows(2)))
    table.add("deep-rgb.png", png(16, 2, deep_rows(3)))
    table.add("deep-rgba.png", png(16, 6, deep_rows(4)))
    rows = [bytes(colours()[y * WIDTH * 3:(y + 1) * WIDTH * 3]) for y in range(HEIGHT)]
    table.add("gamma.png", png(8, 2, rows, before=chunk(b"gAMA", struct.pack(">I", 100_000))))
    table.add("late-exif.png", png(8, 2, rows, after=chunk(b"eXIf", oriented(8).tobytes()[6:])))
    for number in range(1, 9):
        table.add(f"turned-{number}.png", RGB, exif=oriented(number))
        table.add(f"turned-grey-{number}.png", LA, exif=oriented(number))


def write_jpeg(table):
    for name, image, options in [
        ("grey", GREY, {}), ("rgb", RGB, {}), ("full", RGB, {"subsampling": 0}), ("progressive", RGB, {"progressive": True}),
        ("cmyk", RGB.convert("CMYK"), {}),
    ]:
        table.add(f"{name}.jfif", image, format="JPEG", quality=95, **options)
    for number in range(1, 9):
        table.add(f"turned-{number}.jpg", RGB, quality=95, subsampling=0, exif=oriented(number))


def write_gif(table):
    table.add("palette.gif", gif())
    table.add("clear.gif", gif(transparent=PALETTE.getpixel((4, 4))))
    table.add("moved.gif", gif(frame=(2, 3)))
    table.add("moved-clear.gif", gif(transparent=5, frame=(3, 1)))
    table.add("grey.gif", GREY)
    table.add("grey-clear.gif", GREY, transparency=GREY.getpixel((2, 2)))
    table.add("rgba.gif", RGBA)
    table.add("animated.gif", RGBA, save_all=True, append_images=[ImageOps.mirror(RGBA)], disposal=2)


def write_bmp(table):
    table.add("rgb.bmp", RGB)
    table.add("rgba.bmp", RGBA)
    table.add("grey.bmp", GREY)
    table.add("bits.bmp", GREY.convert("1"))
    table.add("palette.bmp", PALETTE)
    indices = list(PALETTE.get_flattened_data() if hasattr(PALETTE, "get_flattened_data") else PALETTE.getdata())
    raw = PALETTE.getpalette()[:48]
    palette = [raw[3 * i:3 * i + 3] for i in range(16)]
    stored = b"".join(bytes([blue, green, red, 0]) for red, green, blue in palette)
    old = b"".join(bytes([blue, green, red]) for red, green, blue in palette)
    rows = {bits: [packed([i % 2 ** bits for i in indices[y * WIDTH:(y + 1) * WIDTH]], bits) for y in range(HEIGHT)]
            for bits in (1, 4, 8)}
    for bits, size in ((1, 2), (4, 16), (8, 16)):
        few = {"palette": stored[:4 * size], "colours": size}
        table.add(f"indices-{bits}.bmp", bmp(bits, rows[bits], **few))
        table.add(f"gap-{bits}.bmp", bmp(bits, rows[bits], gap=100, **few))
        table.add(f"v4-{bits}.bmp", bmp(bits, rows[bits], header=108, **few))
        table.add(f"down-{bits}.bmp", bmp(bits, rows[bits], top_down=True, **few))
    table.add("os2-4.bmp", bmp(4, rows[4], header=12, palette=old))
    table.add("os2-24.bmp", bmp(24, [bytes(3 * WIDTH)] * 3 + [bytes(range(3 * WIDTH))] * 4, header=12))
    table.add("runs-8.bmp", bmp(8, None, compression=1, palette=stored, colours=16, data=runs(indices, False)))
    table.add("runs-4.bmp", bmp(4, None, compression=2, palette=stored, colours=16, data=runs(indices, True)))
    deep = [struct.pack(f"<{WIDTH}H", *DEEP[y * WIDTH:(y + 1) * WIDTH]) for y in range(HEIGHT)]
    masks = struct.pack("<III", 0xf800, 0x7e0, 0x1f)
    table.add("rgb555.bmp", bmp(16, deep))
    table.add("rgb555-masks.bmp", bmp(16, deep, compression=3, masks=struct.pack("<III", 0x7c00, 0x3e0, 0x1f)))
    table.add("rgb565.bmp", bmp(16, deep, compression=3, masks=masks))
    table.add("rgb565-v5.bmp", bmp(16, deep, header=124, compression=3, masks=masks, gap=2))
    wide = [struct.pack(f"<{2 * WIDTH}H", *DEEP[y * 2 * WIDTH:(y + 1) * 2 * WIDTH]) for y in range(HEIGHT)]
    table.add("rgb32.bmp", bmp(32, wide, gap=7))
    table.add("rgb32-masks.bmp", bmp(32, wide, compression=3, masks=struct.pack("<III", 0xff000000, 0xff0000, 0xff00)))
    table.add("rgba32.bmp", bmp(32, wide, header=108, compression=3,
                                masks=struct.pack("<IIII", 0xff, 0xff00, 0xff0000, 0xff000000)))


def write_tiff(table):
    for name, image in [("bits", GREY.convert("1")), ("grey", GREY), ("grey-alpha", LA), ("rgb", RGB), ("rgba", RGBA),
                        ("palette", PALETTE), ("cmyk", RGB.convert("CMYK"))]:
        table.add(f"{name}.tif", image)
    for compression in ("tiff_lzw", "tiff_deflate", "packbits"):
        table.add(f"{compression}.tiff", RGBA, compression=compression)
    pixels = RGBA.tobytes()
    # Pillow reads BigTIFF in this byte order only; the pixels are the same in the other.
    known = {}
    for order, name in (("<", "ii"), (">", "mm")):
        for extra in (0, 1, 2):
            for big in (False, True):
                tags = {258: [8] * 4, 262: [2], 277: [4], 284: [1], 338: [extra]}
                known[extra] = table.add(f"extra-{extra}-{name}{'-big' if big else ''}.tif", tiff(order, tags, pixels, big),
                                         known[extra] if big and name == "mm" else None)
        tags = {258: [8] * 3, 262: [2], 277: [3], 284: [1]}
        table.add(f"big-{name}.tif", tiff(order, tags, RGB.tobytes(), big=True), RGB)
        tags = {258: [16], 262: [1], 277: [1], 284: [1]}
        table.add(f"deep-grey-{name}.tif", tiff(order, tags, b"".join(deep_rows(1, order))), deep_grey())
        tags = {258: [16] * 3, 262: [2], 277: [3], 284: [1]}
        table.add(f"deep-rgb-{name}.tif", tiff(order, tags, b"".join(deep_rows(3, order))))
        # Without those multiplied by their opacity: dividing amplifies the last bit, which libtiff rounds.
        for extra in (0, 2):
            tags = {258: [16] * 4, 262: [2], 277: [4], 284: [1], 338: [extra]}
            table.add(f"deep-extra-{extra}-{name}.tif", tiff(order, tags, b"".join(deep_rows(4, order))))
        for number in range(1, 9):
            tags = {258: [8] * 3, 262: [2], 274: [number], 277: [3], 284: [1]}
            table.add(f"turned-{number}-{name}.tif", tiff(order, tags, RGB.tobytes()))


def write_others(table):
    table.add("rgb.ppm", RGB)
    table.add("grey.pgm", GREY)
    if features.check("webp"):
        for name, image in [("rgb", RGB), ("rgba", RGBA)]:
            table.add(f"{name}.webp", image, lossless=True, exact=True)
        for number in range(1, 9):
            table.add(f"turned-{number}.webp", RGB, lossless=True, exif=oriented(number))
    if features.check("avif"):
        table.add("lossy-rgb.avif", RGB, quality=100, subsampling="4:4:4")


def main():
    if len(sys.argv) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 64
    table = Table(pathlib.Path(sys.argv[1]))
    for write in (write_png, write_jpeg, write_gif, write_bmp, write_tiff, write_others):
        write(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
