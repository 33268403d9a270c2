import VGGMarkup
import VGGSpec

/// The drawn photo with one square, which the page moves to a value's receptive field.
struct ReceptiveFieldMarker {
  let image: MapShape

  var element: Element {
    let scene = ScenePicture(image: image)
    return Element("svg", ["class": "fields", "viewBox": scene.viewBox, "aria-hidden": "true"]) {
      scene.element
      Element(
        "rect",
        [
          "class": "field", "x": "0", "y": "0", "width": "0", "height": "0",
          "vector-effect": "non-scaling-stroke",
        ])
    }
  }
}
