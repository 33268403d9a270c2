import Foundation
import Testing
import VGGTestSupport

@Suite struct RunningToolTests {
  @Test func endsAreToldApart() throws {
    #expect(try RunningTool(["/bin/sh", "-c", "exit 3"]).wait() == .exit(status: 3))
    #expect(try RunningTool(["/bin/sh", "-c", "kill -9 $$"]).wait() == .signal(SIGKILL))
    #expect(throws: (any Error).self) { try RunningTool(["/nowhere/tool"]) }
  }

  /// A program that hangs is an error of one test, and does not keep the others waiting.
  @Test func aProgramThatHangsIsEndedWithThoseThatItStarted() throws {
    let folder = try TemporaryFolder()
    let tool = try RunningTool(
      ["/bin/sh", "-c", "(while :; do echo more >> lines; sleep 0.01; done) & echo begun; wait"],
      in: folder.url)
    #expect(try tool.firstLine() == "begun")
    let overdue = try #require(throws: RunningTool.Overdue.self) { try tool.wait(seconds: 1) }
    #expect(overdue.description.contains("did not end within 1 seconds"))
    let lines = try folder.read("lines")
    #expect(!lines.isEmpty)
    usleep(500_000)
    #expect(try folder.read("lines") == lines)
  }

  @Test func onlyTheStandardFilesAreInherited() throws {
    let tool = try RunningTool(
      ["/bin/sh", "-c", "ls /dev/fd/ | wc -l; cat"], input: Data("in".utf8))
    #expect(try tool.wait() == .exit(status: 0))
    // `ls` also has the folder open.
    #expect(try tool.output().split(whereSeparator: \.isWhitespace) == ["4", "in"])
  }
}
