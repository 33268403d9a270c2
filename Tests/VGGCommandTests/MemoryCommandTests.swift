import Foundation
import Testing
import VGGTestSupport

/// The memory that the tools use, and their messages when there is not enough.
@Suite struct MemoryCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  // MARK: - Limits

  /// The network's largest tensor alone is 392 MiB.
  @Test func weightsAreInitialisedInLittleMemory() throws {
    let result = try folder.command.shell(
      "ulimit -v 300000; vggc weights init D --seed 1 -o d.safetensors")
    #expect(result.status == 0, "\(result.errors)")
    let size = try FileManager.default.attributesOfItem(atPath: folder.path + "/d.safetensors")[
      .size]
    #expect(size as? Int ?? 0 > 553_000_000)
    // Under the limit vggc cannot determine whether it wrote the file, so the file stays.
    let again = try folder.command.shell(
      "ulimit -v 300000; vggc weights init D --seed 2 -o d.safetensors")
    #expect(again.status == 73)
    #expect(again.errors.contains("it exists, and its origin cannot be read"), "\(again.errors)")
  }

  @Test func modelsAreWrittenInLittleMemory() throws {
    let result = try folder.command.shell(
      "ulimit -v 300000; vggc emit --onnx D --init 1 -o d.onnx")
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test(arguments: ["--init 1", "--training"]) func aNetworkThatDoesNotFitIsRefused(
    _ options: String
  ) throws {
    let result = try folder.command.shell("ulimit -v 600000; vgg bench D --runs 1 \(options)")
    #expect(result.status == 1)
    #expect(
      result.errors.contains(
        /vgg: error: .*needs? \d+ MiB.*, but the limit on this process \(ulimit -v\) leaves \d+ MiB\n/
      ))
  }

  /// 16,384 x 16,384 pixels in a file of less than a megabyte.
  @Test func aPhotoThatDoesNotFitIsRefused() throws {
    try folder.write(
      """
      import struct, zlib
      def chunk(kind, data):
          return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
      side = 16384
      packer = zlib.compressobj(9)
      rows = b"".join(packer.compress(bytes(1 + 3 * side)) for _ in range(side)) + packer.flush()
      with open("large.png", "wb") as file:
          file.write(b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)))
          file.write(chunk(b"IDAT", rows) + chunk(b"IEND", b""))
      """, to: "make.py")
    try folder.write(
      "input: [3, 8, 8]\nfeatures: [4, M]\nclassifier: {hidden: [], classes: 2}\n", to: "net.yaml")
    let result = try folder.command.shell(
      """
      python3 make.py && vggc weights init net.yaml --seed 1 -o net.safetensors || exit 99
      ulimit -v 1500000; vgg predict net.yaml --weights net.safetensors --most-pixels 268435456 large.png
      """)
    #expect(result.status == 66 || result.status == 1, "\(result.status)")
    #expect(
      result.errors.contains(
        /large.png: its pixels need 1536 MiB of memory, but the limit on this process/),
      "\(result.errors)")
  }

  /// Memory limits from less than a command needs to start, in steps: at each limit the command ends, and with a
  /// message if it fails.
  @Test(arguments: ["vgg data inspect photos", "vgg bench A --runs 1", "vggc check many.yaml"])
  func noLimitEndsACommandWithoutASentence(_ command: String) throws {
    for (label, samples) in [("a", "abcd"), ("b", "efgh")] {
      for number in 0..<4 {
        try folder.write("P5 2 2 255\n\(samples)", to: "photos/\(label)/\(number).pgm")
      }
    }
    let many = Array(repeating: "8", count: 100_000).joined(separator: ", ")
    try folder.write("features: [\(many)]\n", to: "many.yaml")
    var refusals = 0
    for limit in stride(from: 70_000, through: 190_000, by: 30_000) {
      let result = try folder.command.shell(
        "ulimit -c 0; ulimit -v \(limit); timeout 30 \(command) > output 2> errors; status=$?; "
          + "tail -c 1000 errors >&2; exit $status")
      #expect([0, 1].contains(result.status), "\(limit): \(result.status) \(result.errors)")
      guard result.status == 1 else { continue }
      refusals += 1
      #expect(
        result.errors.contains(/error: .* (memory|MiB|nested|too|sequence)/), "\(result.errors)")
    }
    #expect(refusals > 0)
  }

  /// An unexpected fault also has a message, and the command ends with the system's status.
  @Test func aFaultHasASentence() throws {
    let result = try folder.command.shell(
      """
      ulimit -c 0; sleep 2 | vggc check - & pid=$!
      sleep 0.5; kill -SEGV $pid; wait $pid
      """)
    #expect(result.status == 128 + 11)
    #expect(result.errors.contains("error: this is a bug in the program"), "\(result.errors)")
  }

  // MARK: - Growth

  /// The memory that each layer adds to the peak, from 10,000 to 30,000 convolutions with their ReLUs: the network
  /// itself takes about 600 bytes per layer, and its text must not be kept in memory.
  @Test(arguments: [
    "emit --json", "emit --swift", "emit --pytorch", "emit --pytorch --sequential", "emit --dot",
    "emit --svg", "emit --onnx --no-weights", "summary", "summary --format json",
    "summary --format csv", "summary --format markdown",
  ])
  func textIsWrittenAsItIsMade(_ command: String) throws {
    let (few, many) = (10_000, 30_000)
    let growth = try peakMemory(of: command, layers: many) - peakMemory(of: command, layers: few)
    #expect(growth / (many - few) < 1_600, "\(growth) bytes more")
  }

  private func peakMemory(of command: String, layers: Int) throws -> Int {
    let features = Array(repeating: "64", count: layers).joined(separator: ", ")
    try folder.write(
      "input: [3, 64, 64]\nfeatures: [\(features)]\nclassifier: {hidden: [], classes: 10}\n",
      to: "net.yaml")
    try folder.write(
      """
      import resource, subprocess, sys
      status = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
      print(status, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
      """, to: "peak.py")
    let result = try folder.command.shell("python3 peak.py vggc \(command) net.yaml")
    let numbers = result.output.split { $0.isWhitespace }.compactMap { Int($0) }
    try #require(numbers.count == 2, "\(result.errors)")
    #expect(numbers[0] == 0)
    return numbers[1]
  }

  /// The file is read for its SHA-256 once, not once for each model, which would take many minutes.
  @Test func manyModelsOfALargeFileAreWritten() throws {
    let comment = String(repeating: "# \(String(repeating: "-", count: 97))\n", count: 40_000)
    let models = (0..<300).map {
      "  m\($0): {input: [1, 2, 2], features: [1], classifier: {hidden: [], classes: 2}}\n"
    }
    try folder.write("\(comment)models:\n\(models.joined())", to: "many.yaml")
    let result = try folder.command.run("emit", "--json", "many.yaml")
    #expect(result.status == 0)
    #expect(result.output.split(separator: #""name" : "m"#).count == 301)
  }
}
