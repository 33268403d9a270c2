import VGGMarkup
import VGGSpec

/// The drawn photo with one square, which the page moves to what a value sees.
struct ReceptiveFieldMarker {
  let image: MapShape

  var element: XMLElement {
    let scene = ScenePicture(image: image)
    let square = XMLElement(
      "rect",
      [
        "class": "field", "x": "0", "y": "0", "width": "0", "height": "0",
        "vector-effect": "non-scaling-stroke",
      ])
    return XMLElement(
      "svg", ["class": "fields", "viewBox": scene.viewBox, "aria-hidden": "true"],
      (scene.elements + [square]).map { .element($0) })
  }
}
