/// `Labels.swift` of a generated package: the class names in the order of the outputs.
func labelsFile(_ labels: [String], _ provenance: Provenance) -> SwiftFile {
  SwiftFile(
    header: [
      .paragraph(provenance.sentence),
      .paragraph("The classes, in the order of the network's outputs."),
    ],
    statements: [
      .constant("labels", type: .array(of: "String"), .array(labels.map { .string($0) }))
    ])
}
