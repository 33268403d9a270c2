"""torchvision's Resize and CenterCrop on a Pillow image, shared by the scripts that make golden files."""

from PIL import Image


def resized_and_cropped(image, resize, height, width):
    """`image` with its shorter side resized to `resize` pixels, and the `height` x `width` in its middle.

    Up to version 12 Pillow resizes rows before columns; version 13 chooses the order by the sizes, which changes
    some samples by 1/255.
    """
    shorter = min(image.size)
    size = [int(resize * side / shorter) for side in image.size]
    image = image.resize(size, Image.BILINEAR)
    left, top = (round((have - want) / 2.0) if have >= want else -((want - have) // 2)
                 for have, want in zip(image.size, (width, height)))
    return image.crop((left, top, left + width, top + height))
