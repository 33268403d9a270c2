import Foundation
import Testing
import VGGTestSupport

/// Files that commands write, in the places and in the manner that a Unix user expects.
@Suite struct WrittenFileTests {
  private static let untidy = "name:   tiny # one\nfeatures: [16,M]\n"
  private static let tidy = "name: tiny  # one\nfeatures: [16, M]\n"

  // MARK: - Names

  /// Names of up to 255 bytes, the most that Linux allows, also when a file is replaced.
  @Test(arguments: [
    String(repeating: "x", count: 238), String(repeating: "x", count: 239),
    String(repeating: "x", count: 255), String(repeating: "꽃", count: 85),
  ])
  func longNames(_ name: String) throws {
    let folder = try TemporaryFolder()
    for _ in 0..<2 {
      let result = try folder.command.run("schema", "-o", name)
      #expect(result.status == 0, "\(result.errors)")
      #expect(try folder.contents() == [name])
    }
  }

  #if os(Linux)
    /// A path is bytes, and these are Latin-1.
    @Test func namesThatAreNotUTF8() throws {
      let folder = try TemporaryFolder()
      try folder.write(Self.untidy, to: "a.yaml")
      let result = try folder.command.shell(
        #"""
        set -e
        n=$(printf 'caf\351')
        mkdir "$n"; mv a.yaml "$n/$n.yaml"
        cd "$n"
        vggc fmt "$n.yaml"; vggc check "$n.yaml" >&2
        vggc schema -o "$n.json"; test -s "$n.json"
        vggc emit --swift "$n.yaml" -o "$n.swift"; test -s "$n.swift"
        vggc emit --swift "$n.yaml" --package "$n.package"; test -s "$n.package/Package.swift"
        vggc weights init "$n.yaml" --seed 7 -o "$n.safetensors"
        vggc weights convert "$n.safetensors" "$n-2.safetensors"
        test "$(vggc inputs "$n.yaml")" = "$n.yaml"
        cd ..
        vggc check "$n" --format json
        test "$(ls | wc -l)" = 1; test "$(ls "$n" | wc -l)" = 6
        iconv -f UTF-8 -t UTF-8 "$n/$n.swift" > /dev/null
        grep -q '\[16, M\]' "$n/$n.yaml"
        """#)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains(#"caf\xE9.yaml: "#), "\(result.errors)")
    }

    @Test func aModelsNameIsText() throws {
      let folder = try TemporaryFolder()
      let result = try folder.command.shell(#"vggc init "$(printf 'caf\351')""#)
      #expect(result.status == 64)
      #expect(result.errors.contains("must be valid UTF-8"), "\(result.errors)")
      #expect(try folder.contents() == [])
    }
  #endif

  // MARK: - Links

  @Test func linksStayLinks() throws {
    let folder = try TemporaryFolder()
    let result = try folder.command.shell(
      """
      set -e
      mkdir far; ln -s far/new to-new; ln -s to-new to-link; echo old > far/old; ln -s far/old to-old
      vggc schema -o to-link; vggc schema -o to-old
      test -L to-new; test -L to-link; test -L to-old
      test ! -L far/new; cmp far/new far/old
      ls
      """)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "far\nto-link\nto-new\nto-old\n")
  }

  @Test func aCircleOfLinksIsAnError() throws {
    let folder = try TemporaryFolder()
    let result = try folder.command.shell("ln -s b a; ln -s a b; vggc schema -o a")
    #expect(result.status == 73)
    #expect(result.errors.contains("cannot write a: its links form a loop"))
    #expect(try folder.contents() == ["a", "b"])
  }

  // MARK: - Existing files

  /// Root may write these files, but a user who made a file read-only does not want that.
  @Test(arguments: [
    "fmt a.yaml", "check --fix a.yaml", "schema -o a.yaml", "emit --json D -o a.yaml",
    "report D -o a.yaml",
  ])
  func readOnlyFilesStay(_ arguments: String) throws {
    let folder = try TemporaryFolder()
    let text = "name:   tiny\nfeature: [16, M]\n"
    try folder.write(text, to: "a.yaml")
    let result = try folder.command.shell(
      "chmod 444 a.yaml; vggc \(arguments); status=$?; stat -c %a a.yaml; exit $status")
    #expect(result.status == 73, "\(result.errors)")
    #expect(
      result.errors.contains(
        "cannot write a.yaml: it is read-only; make it writable with chmod u+w"))
    #expect(result.output.hasSuffix("444\n"))
    #expect(try folder.read("a.yaml") == text)
    #expect(try folder.contents() == ["a.yaml"])
  }

  @Test func readOnlyWeightsStay() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.tidy, to: "a.yaml")
    let result = try folder.command.shell(
      """
      vggc weights init a.yaml --seed 1 -o w.safetensors && chmod 400 w.safetensors \
        && cp w.safetensors before && vggc weights init a.yaml --seed 2 -o w.safetensors
      status=$?; cmp before w.safetensors; exit $status
      """)
    #expect(result.status == 73, "\(result.errors)")
    #expect(result.errors.contains("it is read-only"), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test(.enabled(if: getuid() == 0))
  func theOwnerAndThePermissionsStay() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.untidy, to: "a.yaml")
    let result = try folder.command.shell(
      """
      chown 12345:54321 a.yaml; chmod 640 a.yaml
      vggc fmt a.yaml && stat -c '%u:%g %a' a.yaml
      """)
    #expect(result.output == "12345:54321 640\n", "\(result.errors)")
    #expect(try folder.read("a.yaml") == Self.tidy)
  }

  /// A user who may write a file but not change its owner overwrites it in place.
  @Test(.enabled(if: getuid() == 0))
  func anotherUsersFileStaysHis() throws {
    let folder = try TemporaryFolder()
    let long = Self.untidy + String(repeating: "\n", count: 100)
    try folder.write(long, to: "a.yaml")
    let result = try folder.command.shell(
      """
      chmod 777 .; chmod 666 a.yaml; v=$(command -v vggc); cp "$v" vggc-copy; chmod 755 vggc-copy
      stat -c %i a.yaml
      setpriv --reuid=65534 --regid=65534 --clear-groups ./vggc-copy fmt a.yaml
      stat -c '%i %u:%g %a' a.yaml
      """)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2, "\(result.errors)")
    #expect(lines.last == lines.first.map { "\($0) 0:0 666" }, "\(result.errors)")
    #expect(try folder.read("a.yaml") == Self.tidy)
  }

  // MARK: - Not a regular file

  @Test func whatIsNoFileIsWrittenTo() throws {
    let folder = try TemporaryFolder()
    let result = try folder.command.shell(
      """
      set -e
      vggc schema > schema
      { echo before; vggc schema -o /dev/stdout; echo after; } > out
      { echo before; cat schema; echo after; } | cmp - out
      vggc schema -o /dev/stdout | cmp - schema
      mkfifo pipe
      cat pipe > piped & vggc schema -o pipe; wait; cmp piped schema; test -p pipe
      vggc schema -o /dev/null; test -c /dev/null
      vggc schema -o /dev/fd/3 3> third; cmp third schema
      vggc fmt - < "$0" 2> /dev/null || true
      """)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(try folder.contents() == ["out", "pipe", "piped", "schema", "third"])
  }

  // MARK: - Full disks

  /// A limit on file size, which fails like a full disk, and by default kills the process.
  @Test(arguments: [
    "emit --pytorch D --train made", "emit --swift D --package made",
    "emit --swift two.yaml --package made --model large --init 7",
    "emit --json two.yaml -o made/", "emit --onnx two.yaml --init 7 -o made/",
    "emit --onnx two.yaml --init 7 --external-data -o made/", "init made",
    "schema -o made", "report D -o made",
  ])
  func nothingIsLeftOfWhatDoesNotFit(_ arguments: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.twoModels, to: "two.yaml")
    let result = try folder.command.shell("ulimit -f 8; vggc \(arguments)")
    #expect(result.status == 73, "\(result.errors)")
    #expect(result.errors.contains("file too large"), "\(result.errors)")
    #expect(try folder.contents() == ["two.yaml"])
  }

  @Test func whatWasThereStaysWhereTheDiskIsFull() throws {
    let folder = try TemporaryFolder()
    let result = try folder.command.shell(
      """
      set -e
      vggc emit --pytorch D --train p; echo mine > p/mine; cp -r p before
      (ulimit -f 8; vggc emit --pytorch E --train p) && exit 1
      diff -r before p
      """)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  private static let twoModels = """
    models:
      small: {input: [1, 4, 4], features: [1, M], classifier: {hidden: [], classes: 2}}
      large: {input: [3, 32, 32], features: [16, M, 32, M, 32, M], classifier: {hidden: [], classes: 10}}

    """
}
