import VGGDiagnostics

extension English {
  package var languageCode: String { "en" }
  package var contentsHeading: String { "Contents" }
  package var pictureHeading: String { "Feature maps to scale" }
  package var totalsHeading: String { "In numbers" }
  package var fieldsHeading: String { "What one value sees of the picture" }
  package var fieldsCaption: String {
    """
    Each square is the receptive field of the value in the middle of a map. What reaches past the \
    picture is padding.
    """
  }
  package func fieldKey(_ name: String, _ size: Int) -> String {
    "\(name): \(grouped(size)) x \(grouped(size)) pixels"
  }
  package var layerTableHeading: String { "The layers in a table" }
  package var comparisonHeading: String { "Beside the paper's configurations" }
  package var comparisonMeaning: String {
    "Simonyan and Zisserman's six networks at their own input, 3x224x224; the rows of this file's networks are marked."
  }
  package var findingsHeading: String { "Findings" }
  package func view(_ width: Int, _ height: Int) -> String {
    "sees \(grouped(width)) x \(grouped(height)) pixels"
  }
  package var glossaryHeading: String { "Glossary" }
  package var glossary: [(term: String, meaning: String)] {
    [
      ("Channel", "One plane of a feature map. A colour picture has three: red, green and blue."),
      (
        "Convolution",
        "A layer that moves a small window of weights over the map, and adds up products at each place."
      ),
      ("Kernel", "The window's weights: 3 x 3 for each input channel, nearly everywhere in VGG."),
      ("Padding", "Zeros around a map, so that a 3x3 window also fits at the edge."),
      ("Stride", "How far the window moves from one place to the next."),
      (
        "Pooling",
        "A window that keeps the largest value or the mean; with stride 2 it halves a map."
      ),
      ("Feature map", "What a layer gives: channels x height x width."),
      (
        "ReLU",
        "max(0, x), after each convolution: without it, many layers would be as good as one."
      ),
      ("Receptive field", "The part of the picture that one value of a map depends on."),
      ("Jump", "The distance, in pixels, between the receptive fields of two neighbours."),
      ("Flatten", "To lay a map out as one vector, channel by channel and row by row."),
      (
        "Fully connected layer", "A layer with one weight for every pair of an input and an output."
      ),
      (
        "Parameters",
        "Numbers that training learns: weights, biases, batch norm's scales and shifts."
      ),
      ("MAC", "One multiplication and one addition; what a network's work is counted in."),
      ("Dropout", "Zeros at random while training; does nothing afterwards."),
      ("Softmax", "Turns scores into probabilities that add up to 1."),
    ]
  }
}
