extension PageTexts {
  package static let english = PageTexts(
    diagramScale:
      "Lengths are square roots of sizes: channels to the right, height upwards, width into the page.",
    languageCode: "en",
    contentsHeading: "Contents",
    pictureHeading: "The feature maps",
    totalsHeading: "Totals",
    fieldsHeading: "Receptive fields",
    fieldsCaption: """
      Each square is the receptive field of the value in the middle of a map. The part outside the \
      image is padding.
      """,
    layerTableHeading: "Table of layers",
    comparisonHeading: "Comparison with the paper's configurations",
    comparisonMeaning:
      "Simonyan and Zisserman's six networks at their input size, 3x224x224; this file's networks are marked.",
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
    drawingLabel: "Drawing of the feature maps",
    linkLabel: "Link to this text",
    save: "Save",
    share: "Copy link",
    format: "Format",
    fixAll: "Apply all safe fixes",
    backToOwnSize: "Back to the configured size",
    writeSize: "Use this size in the text",
    backToFile: "Back to the file",
    keyboardHint:
      "Point at or tap a box or a row to see its layer; click to keep it selected. Arrow keys move between the boxes.",
    seesEverything: "sees the whole image",
    isAPixel: "a pixel sees itself",
    notices: PageNotices(
      saved: "Saved.",
      downloaded: "There is no file to save to, so the text was downloaded.",
      copied: "Link copied. Anyone who runs vggc playground can open it.",
      copyByHand: "The browser did not allow copying; copy the link by hand.",
      linkOpened: "This text came from a link. It is not saved in a file.",
      exampleOpened: "This is a built-in configuration. It is not saved in a file.",
      badLink: "This link contains no readable text; it may be incomplete.",
      textTooLong: "The text is too long for a link.",
      noKey:
        "The key is missing, or is from an earlier run. Open the address that vggc printed.",
      noServer:
        "vggc is not responding. Start vggc playground again, and open the address that it prints.",
      why: "Why",
      error: "Error",
      warning: "Warning",
      works: "works",
      stops: "stops",
      unsaved: "not saved",
      loseChanges: "Your changes are not saved. Discard them?"))
}
