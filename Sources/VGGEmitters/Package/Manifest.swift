/// `Package.swift` of a generated package: one executable that links `VGGRuntime`.
func manifest(
  _ name: String, _ provenance: Provenance, runtime: RuntimeDependency
) -> SwiftFile {
  let product = SwiftExpression.call(
    .member(nil, "product"),
    [
      SwiftArgument("name", .string("VGGRuntime")),
      SwiftArgument("package", .string(runtime.packageName)),
    ])
  let target = SwiftExpression.call(
    .member(nil, "executableTarget"),
    [SwiftArgument("name", .string(name)), SwiftArgument("dependencies", .array([product]))])
  let macOS = SwiftExpression.call(.member(nil, "macOS"), [SwiftArgument(.member(nil, "v26"))])
  return SwiftFile(
    directive: "swift-tools-version: 6.2", header: [.paragraph(provenance.sentence)],
    imports: [.plain("PackageDescription")],
    statements: [
      .constant(
        "package",
        .call(
          "Package", SwiftArgument("name", .string(name)),
          SwiftArgument("platforms", .array([macOS])),
          SwiftArgument("dependencies", .array([runtime.declaration])),
          SwiftArgument("targets", .array([target]))))
    ])
}
