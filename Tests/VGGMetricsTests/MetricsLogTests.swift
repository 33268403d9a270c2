import Foundation
import Testing
import VGGFiles
import VGGTestSupport

@testable import VGGMetrics

/// A log that survives being killed.
@Suite struct MetricsLogTests {
  private func metrics(_ epoch: Int) -> EpochMetrics {
    EpochMetrics(
      epoch: epoch, rate: 0.02, loss: 2.5 / Double(epoch), accuracy: 0.25, testLoss: nil,
      testAccuracy: epoch == 2 ? 0.5 : nil, seconds: 1.5, imagesPerSecond: 100)
  }

  @Test func linesAreAppended() throws {
    try withTemporaryFolder { folder in
      var log = try MetricsLog(startingIn: folder.url.path)
      try log.append(metrics(1))
      try log.append(metrics(2))
      #expect(
        try folder.read("metrics.csv")
          == "epoch,rate,loss,accuracy,test_loss,test_accuracy,seconds,images_per_second\r\n"
          + "1,0.02,2.5,0.25,,,1.5,100.0\r\n2,0.02,1.25,0.25,,0.5,1.5,100.0\r\n")
      #expect(
        try folder.read("metrics.jsonl").split(separator: "\n").last
          == #"{"accuracy":0.25,"epoch":2,"format_version":1,"images_per_second":100,"loss":1.25,"rate":0.02,"seconds":1.5,"test_accuracy":0.5}"#
      )
      _ = try MetricsLog(startingIn: folder.url.path)
      #expect(try folder.read("metrics.jsonl").isEmpty)
    }
  }

  /// A log without versions, and the checksum that its training's checkpoint has.
  @Test func aLogOfTheFirstFormIsContinued() throws {
    let lines = [
      #"{"accuracy":0.25,"epoch":1,"images_per_second":100,"loss":2.5,"rate":0.02,"seconds":1.5}"#,
      #"{"accuracy":0.25,"epoch":2,"images_per_second":100,"loss":1.25,"rate":0.02,"seconds":1.5,"test_accuracy":0.5}"#,
    ].map { $0 + "\n" }
    var checksum = CRC32C()
    Array(lines.joined().utf8).withUnsafeBytes { checksum.update($0) }
    try withTemporaryFolder { folder in
      try folder.write(lines.joined(), to: "metrics.jsonl")
      var log = try MetricsLog(
        continuingIn: folder.url.path, after: 2, checksum: checksum.value)
      #expect(log.epochs == [metrics(1), metrics(2)])
      try log.append(metrics(3))
      let written = try folder.read("metrics.jsonl").split(separator: "\n")
      #expect(written.count == 3 && written.allSatisfy { $0.contains(#""format_version":1"#) })
      let again = try MetricsLog(
        continuingIn: folder.url.path, after: 2, checksum: checksum.value)
      #expect(again.checksum == checksum.value, "versions are not part of the checksum")
      #expect(throws: UnreadableFile.self) {
        try MetricsLog(continuingIn: folder.url.path, after: 1, checksum: checksum.value)
      }
    }
  }

  /// Whatever part of the last line is missing, the complete lines before it are restored.
  @Test func aLineThatIsCutOffIsDropped() throws {
    try withTemporaryFolder { folder in
      var log = try MetricsLog(startingIn: folder.url.path)
      for epoch in 1...3 { try log.append(metrics(epoch)) }
      let json = Array(try folder.read("metrics.jsonl").utf8)
      let csv = try folder.read("metrics.csv")
      let last = try #require(json.dropLast().lastIndex(of: UInt8(ascii: "\n"))) + 1
      for cut in [last + 1, last + 20, json.count - 1] {
        try folder.write(Data(json[..<cut]), to: "metrics.jsonl")
        try folder.write(csv + "4,0.02,", to: "metrics.csv")
        var resumed = try MetricsLog(continuingIn: folder.url.path, after: 2)
        #expect(resumed.epochs == [metrics(1), metrics(2)])
        try resumed.append(metrics(3))
        #expect(try folder.read("metrics.csv") == csv)
        #expect(try folder.read("metrics.jsonl") == String(decoding: json, as: UTF8.self))
      }
    }
  }

  /// A number that no epoch can have is reported with its line when training resumes from it.
  @Test(arguments: [
    (\EpochMetrics.loss, 1e300, false), (\.loss, -1, true), (\.accuracy, 7, true),
    (\.rate, -0.5, true), (\.seconds, -3, true), (\.imagesPerSecond, -1e300, true),
  ])
  func implausibleNumbers(
    number: any WritableKeyPath<EpochMetrics, Double> & Sendable, value: Double, isRefused: Bool
  ) throws {
    try withTemporaryFolder { folder in
      var log = try MetricsLog(startingIn: folder.url.path)
      var second = metrics(2)
      second[keyPath: number] = value
      for epoch in [metrics(1), second, metrics(3)] { try log.append(epoch) }
      guard isRefused else {
        #expect(try MetricsLog(continuingIn: folder.url.path, after: 3).epochs.count == 3)
        return
      }
      let error = #expect(throws: UnreadableFile.self) {
        try MetricsLog(continuingIn: folder.url.path, after: 3)
      }
      #expect(
        error?.reason.hasPrefix("line 2 of \(folder.url.path)/metrics.jsonl is damaged: ") == true)
    }
  }

  @Test func aLogGoesOnWhereTheTrainingDoes() throws {
    try withTemporaryFolder { folder in
      var log = try MetricsLog(startingIn: folder.url.path)
      for epoch in 1...3 { try log.append(metrics(epoch)) }
      #expect(try MetricsLog(continuingIn: folder.url.path, after: 1).epochs == [metrics(1)])
      #expect(try folder.read("metrics.csv").split(separator: "\r\n").count == 2)
      #expect(throws: (any Error).self) {
        try MetricsLog(continuingIn: folder.url.path, after: 2)
      }
      #expect(try MetricsLog(continuingIn: folder.url.path, after: 0).epochs.isEmpty)
      #expect(throws: (any Error).self) { try MetricsLog(startingIn: "/nowhere/at/all") }
    }
  }
}
