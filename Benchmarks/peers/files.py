"""The names of the files in a network's folder."""

WEIGHTS = "weights.safetensors"


def weights(folder):
    return f"{folder}/{WEIGHTS}"


def picture(folder, index):
    """A picture as raw little-endian float32 in C x H x W order, as `vgg predict` reads it."""
    return f"{folder}/picture-{index:03}.f32"


def onnx(folder, batch):
    return f"{folder}/batch-{batch}.onnx"


def ncnn_structure(folder):
    return f"{folder}/ncnn.param"


def ncnn_weights(folder):
    return f"{folder}/ncnn.bin"


def openvino_cache(folder):
    return f"{folder}/openvino-cache"


def reference(folder):
    """The float64 answers, one list of logits for each picture."""
    return f"{folder}/reference.json"
