extension PageTexts {
  package static let english = PageTexts(
    diagramScale:
      "Lengths are square roots: of channels to the right, of a map's height upwards, of its width backwards.",
    languageCode: "en",
    contentsHeading: "Contents",
    pictureHeading: "The feature maps",
    totalsHeading: "In numbers",
    fieldsHeading: "What one value sees of the picture",
    fieldsCaption: """
      Each square is the receptive field of the value in the middle of a map. What reaches past the \
      picture is padding.
      """,
    layerTableHeading: "The layers in a table",
    comparisonHeading: "Beside the paper's configurations",
    comparisonMeaning:
      "Simonyan and Zisserman's six networks at their own input, 3x224x224; the rows of this file's networks are marked.",
    findingsHeading: "Findings",
    glossaryHeading: "Glossary",
    textHeading: "Configuration",
    networkHeading: "Network",
    layerHeading: "Layer",
    layersHeading: "All layers",
    editorLabel: "The configuration as YAML",
    examplesLabel: "Examples",
    modelLabel: "Model",
    sizeLabel: "Image size",
    drawingLabel: "The feature maps, drawn",
    linkLabel: "Link to this text",
    save: "Save",
    share: "Copy link",
    format: "Format",
    fixAll: "Apply every safe fix",
    backToOwnSize: "Back to the text's size",
    writeSize: "Write this size into the text",
    backToFile: "Back to the file",
    keyboardHint:
      "Point at a box or a row, or tap it, to see its layer; a click keeps it. With the keyboard, arrow keys go among the boxes.",
    seesEverything: "sees the whole image",
    isAPixel: "a pixel sees itself",
    notices: PageNotices(
      saved: "Saved.",
      downloaded: "There is no file to save to, so the text went to your downloads.",
      copied: "The link is copied. Whoever runs vggc playground can open it.",
      copyByHand: "The browser did not let the page copy; copy the link by hand.",
      linkOpened: "This text came with a link. It is in no file.",
      exampleOpened: "This is one of the built-in configurations. It is in no file.",
      badLink: "This link holds no text that can be read; perhaps it was cut.",
      textTooLong: "The text is too long for a link.",
      noKey:
        "The key is missing, or is that of an earlier run. Open the address that vggc printed.",
      noServer:
        "vggc does not answer. Start vggc playground again, and open the address that it prints.",
      why: "Why",
      error: "Error",
      warning: "Warning",
      works: "works",
      stops: "stops",
      unsaved: "not saved",
      loseChanges: "Your changes are not saved. Go on without them?"))
}
