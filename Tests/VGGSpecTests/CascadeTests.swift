import Testing
import VGGDiagnostics
import VGGTestSupport

/// One mistake gives one error.
@Suite struct CascadeTests {
  @Test func aMisspeltKeyIsNotAlsoMissing() {
    expectDiagnostics(
      "1️⃣feature: [64, M]\n",
      [ExpectedDiagnostic("1️⃣", .unknownKey, "`feature` is not a key of a configuration")],
      fixed: "features: [64, M]\n")
    expectDiagnostics(
      "input: {channels: 3, 1️⃣hight: 32, width: 32}\nfeatures: [64, M]\n",
      [ExpectedDiagnostic("1️⃣", .unknownKey, "`hight` is not a key of input")],
      fixed: "input: {channels: 3, height: 32, width: 32}\nfeatures: [64, M]\n")
    expectDiagnostics(
      "features: [64, M]\nclassifier:\n  - linear: {1️⃣outt: 10}\n",
      [ExpectedDiagnostic("1️⃣", .unknownKey, "`outt` is not a key of a linear layer")],
      fixed: "features: [64, M]\nclassifier:\n  - linear: {out: 10}\n")
  }

  @Test func whatARefusedMergeKeyAddsIsNotMissing() {
    expectDiagnostics(
      """
      input: [3, 32, 32]
      classifier: {hidden: [], classes: 10}
      models:
        a: &a {features: [64, M]}
        b:
          1️⃣<<: *a
          batch_norm: true
      """,
      [
        ExpectedDiagnostic(
          "1️⃣", .mergeKey,
          "merge keys (<<) are not part of YAML 1.2; use `extends:` to start from another configuration"
        )
      ])
  }

  /// `./test.yaml` and `test.yaml` are one file.
  @Test func aCycleIsFoundByAnyPath() {
    expectDiagnostics(
      "extends: 1️⃣./test.yaml\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .extendsCycle, "this configuration extends itself: test.yaml -> test.yaml")
      ], files: ["test.yaml": "extends: ./test.yaml\n"])
  }

  @Test func aLongChainIsNotCalledACycle() {
    var files: [String: String] = [:]
    for number in 0..<40 { files["\(number).yaml"] = "extends: \(number + 1).yaml\n" }
    files["40.yaml"] = "features: [64, M]\n"
    let found = compile("extends: 0.yaml\n", files: files).diagnostics
    #expect(found.map(\.id) == [.extendsCycle])
    #expect(found.first?.message.contains("more than 32") == true)
  }

  /// A guess from one letter would be no better than another.
  @Test(arguments: ["X", "P", "1.5.2"])
  func nothingIsGuessedWhereNothingIsLike(entry: String) {
    let found = compile("features: [64, \(entry)]\n").diagnostics
    #expect(found.map(\.id) == [.unknownElement])
    #expect(found.flatMap(\.fixIts).isEmpty)
  }
}
