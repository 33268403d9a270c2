/// What the numbers of a report mean, since other tools count otherwise. Each is one paragraph.
enum Conventions {
  static let macs = """
    One MAC is one multiply and one add. Biases, ReLU, pooling and normalisation count none. One \
    image.
    """
  static let parameters = """
    Parameters are learned numbers: weights, biases, batch norm's scales and shifts; not its \
    running statistics.
    """
  static let receptiveField = """
    RF is the side, in pixels, of the part of the image that one value depends on; - where that \
    is the whole image, or differs from value to value.
    """
  static let activations = """
    Bytes are of float32 values for one image. Activations are the outputs of all layers that do \
    not work in place.
    """
  static let peak = "The peak is what two arenas hold where each layer runs by itself."
}
