import Foundation
import Testing
import VGGDiagnostics
import VGGTestSupport

/// Every JSON document that the built programs print or write has a version, and conforms to its schema in
/// `Docs/schema`, which `vggc schema` prints. PyPI's jsonschema is the judge.
@Suite struct JSONDocumentTests {
  /// The commands that print JSON, with the kinds of documents.
  private static let commands: [String: [DocumentKind]] = [
    "vggc check": [.check], "vggc summary": [.summary], "vggc diff": [.diff],
    "vggc emit": [.graph], "vggc verify": [.verify], "vggc weights inspect": [.weightsInspect],
    "vggc weights check": [.weightsCheck], "vgg predict": [.predict], "vgg evaluate": [.evaluate],
    "vgg bench": [.bench, .benchInsight, .benchTraining], "vgg data inspect": [.dataInspect],
  ]

  /// The kinds that are only written to files: by `vgg look -o look.json`, and `metrics.jsonl` by `vgg train`.
  private static let files: Set<DocumentKind> = [.look, .metrics]

  @Test func everyKindHasACommandAndASchema() throws {
    #expect(
      Set(Self.commands.values.joined()).union(Self.files) == Set(DocumentKind.allCases))
    let files = Checkout.files(in: "Docs/schema").map { URL(filePath: $0).lastPathComponent }
    #expect(
      Set(files)
        == Set(DocumentKind.allCases.map { "\($0.rawValue).schema.json" } + ["vggc.schema.json"]))
  }

  /// A command with JSON among its formats must be in the table above, and so has a schema.
  @Test(arguments: ["vggc", "vgg"]) func noCommandIsForgotten(program: String) throws {
    let folder = try TemporaryFolder()
    let dump = try folder.command.run(program, ["--experimental-dump-help"])
    let tool = try JSONDecoder().decode(ToolDump.self, from: Data(dump.output.utf8))
    #expect(
      Set(tool.command.printingJSON(after: []))
        == Set(Self.commands.keys.filter { $0.hasPrefix("\(program) ") }))
  }

  @Test func schemasArePrinted() throws {
    let folder = try TemporaryFolder()
    let names = DocumentKind.allCases.map(\.rawValue)
    let result = try folder.command.shell(
      names.map { "vggc schema \($0) -o \($0).json" }.joined(separator: " && "))
    #expect(result.status == 0, "\(result.errors)")
    for name in names {
      #expect(try folder.read("\(name).json") == Checkout.text("Docs/schema/\(name).schema.json"))
    }
    #expect(try folder.command.run("schema", "cheque").status == 64)
  }

  @Test(.enabled(if: ReferencePython.isExpected(of: "jsonschema")))
  func documentsConformToTheirSchemas() throws {
    let python = try #require(ReferencePython.with("jsonschema"))
    let folder = try TemporaryFolder()
    try write(to: folder)
    let result = try folder.command.shell(Self.script, ["ROOT": Checkout.root.path])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    let verdict = try Tool.run(
      [
        python, Checkout.file("Scripts/checks/json-documents.py").path,
        Checkout.file("Docs/schema").path, folder.url.appending(path: "documents").path,
      ] + DocumentKind.allCases.map(\.rawValue))
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
  }

  /// Writes the configurations and photos of the script.
  private func write(to folder: TemporaryFolder) throws {
    let network = """
      input: [3, 8, 8]
      features: [4, M]
      avgpool: 2
      training: {epochs: 2, batch: 2}

      """
    try folder.write(
      network + "classifier: {hidden: [], classes: 2}\nlabels: [bird, cat]\n", to: "net.yaml")
    try folder.write(
      network + "classifier: [{linear: 2}, softmax]\ntaps: [relu1_1]\n", to: "tapped.yaml")
    try folder.write("input: [3, 8, 8]\nfeatures: [4, M]\nclassifier: none\n", to: "features.yaml")
    let photo = Checkout.file("Tests/VGGDataTests/Golden/chelsea.jpg")
    for (index, name) in ["bird/1", "bird/2", "cat/3", "cat/4"].enumerated() {
      let copy = folder.url.appending(path: "photos/\(name).jpg")
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: photo, to: copy)
      if index == 0 { try folder.write("not a photo", to: "photos/cat/5.jpg") }
    }
  }

  /// Writes a document of each kind, and more, in `documents/KIND`. A status of 1 is that of a finding.
  private static let script = """
    set -eu
    for kind in \(DocumentKind.allCases.map(\.rawValue).joined(separator: " ")); do mkdir -p documents/$kind; done
    cd documents
    found() { "$@" || [ $? -eq 1 ]; }
    found vggc check --format json "$ROOT/Configs" "$ROOT/Tests/Cases" >check/all.json 2>/dev/null
    vggc check --format json D >check/nothing.json
    # The documents of one file, named for its place.
    cat >../each <<'EACH'
    file=${1#"$ROOT"/}
    name=$(echo "$file" | tr / _)
    case $file in
    *.safetensors | *.pth) vggc weights inspect --format json "$1" >"weights-inspect/$name.json" ;;
    *)
      vggc summary --format json "$1" >"summary/$name.json"
      vggc emit --json "$1" >"graph/$name.json"
      case $file in Configs/[a-z0-9_-]*.yaml) vggc diff --format json A "$1" >"diff/$name.json" ;; esac ;;
    esac
    true
    EACH
    export ROOT
    find "$ROOT/Configs" "$ROOT/Tests/Cases" "$ROOT/Tests/VGGWeightsTests/Golden" -name mistakes -prune -o \
    -name '*.y*ml' -print0 -o -name '*.safetensors' -print0 -o -name '*.pth' -print0 \
    | xargs -0 -n 1 -P 4 sh ../each 2>/dev/null
    vggc summary --format json >summary/built-in.json
    for name in net tapped features; do
      vggc emit --swift ../$name.yaml --package ../$name --init 7 >/dev/null 2>&1
      vgg predict ../$name.yaml --weights ../$name/weights.safetensors ../photos/bird --format json \
    >predict/$name.jsonl
    done
    weights=../net/weights.safetensors
    vgg evaluate ../net.yaml --weights $weights --data ../photos --format json >evaluate/net.json 2>/dev/null
    vgg data inspect ../photos --format json >data-inspect/photos.json
    vgg bench ../net.yaml --runs 2 --warmup 1 --format json >bench/net.json
    vgg bench ../tapped.yaml --weights ../tapped/weights.safetensors --runs 2 --format json >bench/tapped.json
    vgg bench ../net.yaml --training --runs 2 --format json >bench-training/net.json
    vgg bench ../net.yaml --insight --runs 2 --format json >bench-insight/net.json
    vgg look ../net.yaml --weights $weights ../photos/bird --class cat --layer conv1_1 -o look/class.json
    vgg look ../net.yaml --weights $weights ../photos/bird -o look/likely.json
    vgg train ../net.yaml --data ../photos --split 0.5 -o ../run >/dev/null 2>&1
    cp ../run/metrics.jsonl metrics/split.jsonl
    vgg train ../net.yaml --data ../photos -o ../whole >/dev/null 2>&1
    cp ../whole/metrics.jsonl metrics/whole.jsonl
    vggc weights check --format json ../net.yaml $weights >weights-check/fits.json
    found vggc weights check --format json ../features.yaml $weights >weights-check/extra.json
    found vggc weights check --format json D $weights >weights-check/other.json
    found vggc weights check --format json "$ROOT/Configs/vgg-paper.yaml" $weights >weights-check/several.json
    found vggc verify --format json ../net.yaml --backend native --backend onnxruntime --python ./nowhere \
    >verify/native.json
    # A command that refuses its input prints nothing.
    find . -size 0 -delete
    """
}

/// A program's description by `--experimental-dump-help`.
private struct ToolDump: Decodable {
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Command]?

    /// The commands, as typed, that have `json` among the values of an option or the flag `--json`.
    func printingJSON(after names: [String]) -> [String] {
      let path = names + [commandName]
      let isOne = (arguments ?? []).contains { argument in
        argument.allValues?.contains("json") == true
          || argument.names?.contains { $0.name == "json" } == true
      }
      return (isOne ? [path.joined(separator: " ")] : [])
        + (subcommands ?? []).flatMap { $0.printingJSON(after: path) }
    }
  }

  struct Argument: Decodable {
    let allValues: [String]?
    let names: [Name]?
  }

  struct Name: Decodable {
    let name: String
  }
}
