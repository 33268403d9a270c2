import Foundation
import Testing
import VGGFindings
import VGGTestSupport

@testable import VGGSpec

/// Files of class names in the formats of other tools.
@Suite struct LabelFileTests {
  private func names(_ text: String) throws(LabelFault) -> [String] {
    try labelNames(in: Array(text.utf8))
  }

  @Test(
    arguments: [
      ("cat\ndog\n\n", ["cat", "dog"]), ("\u{FEFF}cat\r\ndog\r\n", ["cat", "dog"]),
      (
        "n01440764 tench, Tinca tinca\ngoldfish\n",
        ["n01440764 tench, Tinca tinca", "goldfish"]
      ),
      // The dictionary of ImageNet's classes that circulates as a text.
      (
        "{0: 'tench, Tinca tinca',\n 1: 'goldfish',\n 2: \"jack-o'-lantern\"}",
        ["tench, Tinca tinca", "goldfish", "jack-o'-lantern"]
      ),
      ("{1: 'dog', 0: 'cat'}", ["cat", "dog"]), ("{'cat': 0, 'dog': 1}", ["cat", "dog"]),
      ("['cat', 'dog']\n", ["cat", "dog"]), ("[\n  \"cat\",\n  \"dog\"\n]\n", ["cat", "dog"]),
      (
        #"{"0": ["n01440764", "tench"], "1": ["n01443537", "go\u00ebt"]}"#, ["tench", "goët"]
      ),
      (
        "path: ../data\nnames:\n  0: person\n  1: traffic light\nnc: 2\n",
        ["person", "traffic light"]
      ),
      ("nc: 2\nnames: ['cat', 'dog']\n", ["cat", "dog"]),
      ("names:\n- cat\n- dog\n", ["cat", "dog"]), ("0: cat\n1: dog\n", ["cat", "dog"]),
      // Names that look like the start of another format.
      ("[PAD]\ncat\n", ["[PAD]", "cat"]), ("0: cat\n2: dog\n", ["0: cat", "2: dog"]),
      ("BMW\nP5 truck\n", ["BMW", "P5 truck"]),
    ] as [(String, [String])])
  func readsNames(text: String, expected: [String]) throws {
    #expect(try names(text) == expected)
  }

  @Test(
    arguments: [
      ("{0: 'cat', 2: 'dog'}", .numbering(missing: 1, count: 2)),
      ("{1: 'cat', 2: 'dog'}", .numbering(missing: 0, count: 2)),
      ("{0: 'ca\\'t\"', 1: 'dog'}", .unclear), ("{0: 'a\\\\b'}", .unclear),
      ("{0: 'cat'", .unclear), ("{}", .unclear), ("{0: {a: b}}", .unclear),
      ("names: cat\n", .unclear), ("", .otherFormat(.empty)),
      ("%PDF-1.4\n", .otherFormat(.pdf)),
      ("<!doctype html><title>404</title>", .otherFormat(.html)),
      (
        "version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 12\n",
        .otherFormat(.gitLFSPointer)
      ),
    ] as [(String, LabelFault)])
  func refuses(text: String, fault: LabelFault) {
    #expect(throws: fault) { try names(text) }
  }

  @Test func refusesLatin1() {
    #expect(throws: LabelFault.notUTF8) { try labelNames(in: Array("caf".utf8) + [0xe9, 0x0a]) }
  }

  /// Python's printed form of names is read as the same names, or refused.
  @Test(.enabled(if: ReferencePython.isExpected(of: "json")))
  func agreesWithPython() throws {
    let python = try #require(ReferencePython.with("json"))
    let script = #"""
      import json, random
      rng = random.Random(17)
      letters = "abcdé강 ,:#{}[]'\"-&*!|>%@`?"
      for _ in range(60):
          names = ["".join(rng.choices(letters, k=rng.randint(1, 8))) for _ in range(rng.randint(1, 5))]
          numbered = dict(enumerate(names))
          for text in (repr(numbered), json.dumps(numbered), json.dumps(numbered, ensure_ascii=False),
                       repr(names), json.dumps(names)):
              print(json.dumps([text, names]))
      """#
    let result = try Tool.run([python, "-c", script])
    try #require(result.status == 0, "\(result.errors)")
    var read = 0
    for line in result.output.split(separator: "\n") {
      let pair = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
      let text = try #require(pair.first as? String)
      guard let found = try? names(text) else { continue }
      read += 1
      #expect(found == pair.last as? [String], "\(text)")
    }
    #expect(read > 200, "\(read)")
  }

  /// In the configuration itself, the fix replaces a mapping with a list.
  @Test func offersTheList() {
    expectDiagnostics(
      "features: [8, M]\nclassifier: {hidden: [], classes: 3}\nlabels: 1️⃣{0: cat, 2: 'yes', 1: \"hot dog, large\"}\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .wrongType,
          "labels must be a list of class names, or a file with them, not a mapping")
      ],
      fixed:
        "features: [8, M]\nclassifier: {hidden: [], classes: 3}\nlabels: [cat, \"hot dog, large\", yes]\n"
    )
    let unclear = "labels must be a list of class names, or a file with them, not a mapping"
    expectDiagnostics(
      "features: [8, M]\nclassifier: {hidden: [], classes: 2}\nlabels: 1️⃣{0: cat, 5: dog}\n",
      [ExpectedDiagnostic("1️⃣", .wrongType, unclear)])
    expectDiagnostics(
      "features: [8, M]\nclassifier: {hidden: [], classes: 2}\n1️⃣names: [cat, dog]\n",
      [ExpectedDiagnostic("1️⃣", .unknownKey, "unknown key `names` in a configuration")],
      fixed: "features: [8, M]\nclassifier: {hidden: [], classes: 2}\nlabels: [cat, dog]\n")
  }

  /// A file of another kind, given as a configuration, is recognised.
  @Test(arguments: [
    (
      "version https://git-lfs.github.com/spec/v1\n",
      "this is a Git LFS pointer; run `git lfs pull`"
    ),
    ("<!DOCTYPE html>", "this is a web page; "),
    ("%PDF-1.4\n", "this is a PDF document; a configuration is"),
  ])
  func namesOtherFiles(text: String, message: String) {
    let compilation = compile(text)
    #expect(compilation.diagnostics.map(\.id) == [.invalidEncoding])
    #expect(compilation.diagnostics.first?.message.hasPrefix(message) == true)
  }
}
