import Foundation
import Testing
import VGGTestSupport

/// `vgg data unpack`, stopped while it writes a folder.
@Suite struct StoppedUnpackTests {
  private static let count = 20_000

  /// Enough pictures of one pixel that writing them takes seconds.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let size = withUnsafeBytes(of: UInt32(count).bigEndian, Array.init)
    try folder.write(
      [0, 0, 8, 3] + size + [0, 0, 0, 1, 0, 0, 0, 1] + [UInt8](repeating: 9, count: count),
      to: "train-images-idx3-ubyte")
    try folder.write(
      [0, 0, 8, 1] + size + (0..<count).map { UInt8($0 % 10) }, to: "train-labels-idx1-ubyte")
    return folder
  }

  /// A shell makes its background processes ignore Ctrl-C.
  private static func stopped(by signal: String) -> String {
    """
    env --default-signal vgg data unpack train-* -o out & unpacking=$!
    until ls -d .out.vggc-*/0 > /dev/null 2>&1; do kill -0 $unpacking || exit 1; done
    kill -\(signal) $unpacking; wait $unpacking; echo $?
    """
  }

  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
  func nothingIsLeft(_ signal: String, status: Int) throws {
    let folder = try Self.folder()
    let result = try folder.command.shell(Self.stopped(by: signal))
    #expect(result.output.contains("\(status)\n"), "\(result.output)\(result.errors)")
    #expect(try folder.contents() == ["train-images-idx3-ubyte", "train-labels-idx1-ubyte"])
  }

  @Test func theNextRunRemovesWhatAKilledOneLeft() throws {
    let folder = try Self.folder()
    let killed = try folder.command.shell(Self.stopped(by: "KILL"))
    #expect(killed.output.contains("137\n"), "\(killed.output)\(killed.errors)")
    #expect(try folder.contents().count == 3)
    let result = try folder.command.shell(
      """
      head -c 18 train-images-idx3-ubyte > i; head -c 10 train-labels-idx1-ubyte > l
      printf '\\0\\0\\0\\2' | dd of=i bs=1 seek=4 conv=notrunc 2> /dev/null
      printf '\\0\\0\\0\\2' | dd of=l bs=1 seek=4 conv=notrunc 2> /dev/null
      rm train-*; mv i train-images-idx3-ubyte; mv l train-labels-idx1-ubyte
      vgg data unpack train-* -o out && find . -mindepth 1 | sort
      """)
    #expect(
      result.output.hasSuffix(
        "class folders\n./out\n./out/0\n./out/0/0.png\n./out/1\n./out/1/1.png\n"
          + "./train-images-idx3-ubyte\n./train-labels-idx1-ubyte\n"),
      "\(result.output)\(result.errors)")
  }
}
