# Pictures of a few pixels, each in a separate class folder.
import pathlib
import struct
import zlib


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width, height, depth, colour_type, rows, extra=b""):
    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def write(path, content):
    file = pathlib.Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


orange = bytes([255, 153, 51])
# Orientation 6: a tag of 16 bits in EXIF, which is TIFF.
exif = b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0) + bytes(4)
write("turned/a/1.png", png(3, 2, 8, 2, [orange * 3] * 2, chunk(b"eXIf", exif)))
write("deep/a/1.png", png(2, 2, 16, 0, [struct.pack(">HH", 0x3322, 0x99aa)] * 2))
# A file of 33 KB that claims 16,383 x 16,383 pixels.
write("large/a/1.png", png(16383, 16383, 1, 0, [bytes(2048)] * 16383))
# The second colour is transparent.
write("gif/a/1.gif", b"GIF89a" + struct.pack("<HHBBB", 2, 2, 0x80, 0, 0) + b"\0\0\0" + orange
      + b"!\xf9\x04\x01\0\0\x01\0" + b"," + struct.pack("<HHHHB", 0, 0, 2, 2, 0) + b"\x02\x03\x4c\x12\x05\0;")
# Opacity 64 of 255, apart from the colours.
pixels = (orange + bytes([64])) * 4
entries = [(256, 2), (257, 2), (258, 8), (259, 1), (262, 2), (273, 8), (277, 4), (278, 2), (279, len(pixels)), (338, 2)]
tags = b"".join(struct.pack("<HHIHH", tag, 3, 1, value, 0) for tag, value in entries)
write("tiff/a/1.tif", b"II*\0" + struct.pack("<I", 8 + len(pixels)) + pixels + struct.pack("<H", len(entries)) + tags + bytes(4))
# Sixteen bits a pixel, in 5, 6 and 5; and one of a palette, with a gap before the pixels.
header = struct.pack("<IiiHHIIiiII", 40, 2, 2, 1, 16, 3, 8, 0, 0, 0, 0) + struct.pack("<III", 0xf800, 0x07e0, 0x001f)
data = struct.pack("<HH", 0xfcc6, 0xfcc6) * 2
write("bmp/a/1.bmp", struct.pack("<2sIHHI", b"BM", 66 + len(data), 0, 0, 66) + header + data)
header = struct.pack("<IiiHHIIiiII", 40, 2, 2, 1, 8, 0, 8, 0, 0, 1, 0) + bytes(orange[::-1]) + bytes(1)
data = bytes(8)
write("bmp/a/2.bmp", struct.pack("<2sIHHI", b"BM", 158 + len(data), 0, 0, 158) + header + bytes(100) + data)
write("web/a/1.jfif", png(2, 2, 8, 2, [orange * 2] * 2))
write("wrong/a/1.png", png(2, 2, 8, 2, [orange * 2] * 2))
write("wrong/a/2.jpg", b"")
write("wrong/a/3.jpg", b"<!DOCTYPE html><html>404</html>")
write("wrong/a/4.png", png(2, 2, 8, 2, [orange * 2] * 2)[:-20])
write("wrong/a/5.jpg", b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 31675\n")
write("wrong/a/6.jpg", b"%PDF-1.7\n")
write("wrong/a/7.ppm", b"P3\n1 1\n255\n1 2 3\n")
