"""The placement of a picture in the network's input: its resized size, and the crop.

As in `vgg predict` and torchvision's Resize and CenterCrop.
"""

import settings


def size_after_resizing(
    width: int, height: int, shorter_side: int | None = None
) -> tuple[int, int]:
    """The width and height that a picture is resized to.

    `settings.RESIZE` is the length of the shorter side, or a height and width without
    regard to the aspect ratio. Without it, pictures of the input's size keep their
    size, and others are resized, at the same aspect ratio, to just cover the height and
    width of `settings.COVER`; without either, every picture keeps its size.
    `shorter_side` overrides all of these.
    """
    resize = shorter_side or settings.RESIZE
    if isinstance(resize, list):
        return resize[1], resize[0]
    if resize is not None:
        shorter = min(width, height)
        return width * resize // shorter, height * resize // shorter
    if settings.COVER is None or (height, width) == (settings.HEIGHT, settings.WIDTH):
        return width, height
    least_height, least_width = settings.COVER
    if least_height * width >= least_width * height:
        return width * least_height // height, least_height
    return least_width, height * least_width // width


def middle(length: int, crop: int) -> int:
    """The start of the middle `crop` pixels of `length`; below 0 if there are fewer."""
    return round((length - crop) / 2) if length >= crop else -((crop - length) // 2)
