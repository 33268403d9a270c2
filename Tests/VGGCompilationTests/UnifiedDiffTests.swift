import Testing
import VGGCompilation

@Suite struct UnifiedDiffTests {
  @Test func linesMayEndInTwoCharacters() {
    let difference = unifiedDiff(of: "a\r\nm\r\nb\r\n", and: "a\r\nM\r\nb\r\n", name: "f")
    #expect(difference == "--- f\n+++ f\n@@ -1,3 +1,3 @@\n a\r\n-m\r\n+M\r\n b\r\n")
  }

  @Test func equalTextsHaveNoDifference() {
    #expect(unifiedDiff(of: "a\nb\n", and: "a\nb\n", name: "t") == "")
  }

  @Test func contextIsThreeLines() {
    let old = (1...12).map { "\($0)\n" }.joined()
    let new = old.replacing("6\n", with: "six\n")
    #expect(
      unifiedDiff(of: old, and: new, name: "t") == """
        --- t
        +++ t
        @@ -3,7 +3,7 @@
         3
         4
         5
        -6
        +six
         7
         8
         9

        """)
  }

  @Test func changesFarApartAreHunksOfTheirOwn() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = old.replacing("2\n", with: "", maxReplacements: 1).replacing(
      "19\n", with: "19\n19b\n")
    let diff = unifiedDiff(of: old, and: new, name: "t")
    #expect(
      diff.split(separator: "\n").filter { $0.hasPrefix("@@") } == [
        "@@ -1,5 +1,4 @@", "@@ -17,4 +16,5 @@",
      ])
  }
}
