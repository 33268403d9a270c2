import Foundation
import Testing
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGSpec
import VGGTestSupport

/// Checks that no consumer of a graph ignores a key of the language: the value of each key is changed, and the output of
/// every consumer must change, or the key is refused at its place, or ``KeyException/all`` must have the pair with a reason.
@Suite struct LanguageKeyTests {
  @Test func everyKeyIsChanged() {
    #expect(Set(KeyChange.all.map(\.key)) == LanguageKey.all)
    #expect(KeyChange.all.count == LanguageKey.all.count)
  }

  /// Every configuration is valid, except those that are refused at the key.
  @Test func changesAreValidOrRefusedAtTheKey() {
    for (change, before, after) in Self.compilations {
      #expect(Self.errors(in: before).map(\.message) == [], "\(change.key)")
      for error in Self.errors(in: after) {
        #expect(change.changedLine.contains(error.range.start), "\(change.key): \(error.message)")
      }
    }
  }

  @Test(arguments: Consumer.all) func everyConsumerHonoursEveryKey(_ consumer: Consumer) throws {
    for (change, before, after) in Self.compilations where Self.errors(in: after).isEmpty {
      let (first, second) = (try #require(before.graphs.first), try #require(after.graphs.first))
      // A consumer may refuse the other value.
      let isSeen = try consumer.output(first) != (try? consumer.output(second))
      let exception = KeyException.all.first { $0.covers(change.key, in: consumer) }
      if let exception {
        #expect(
          !isSeen,
          "\(consumer.name) honours \(change.key), so this is not true: \(exception.reason)")
      } else {
        #expect(isSeen, "\(consumer.name) has the same output whatever \(change.key) is")
      }
    }
  }

  @Test func everyExceptionNamesKeysAndConsumers() {
    let keys = Set(LanguageKey.all.map(\.description))
    let sections = Set(LanguageKey.all.map { "\($0.section)" })
    for exception in KeyException.all {
      #expect(keys.union(sections).isSuperset(of: exception.keys), "\(exception.reason)")
      let names = Set(Consumer.all.map(\.name))
      #expect(names.isSuperset(of: exception.consumers), "\(exception.reason)")
    }
  }

  /// Both configurations of each change.
  private static let compilations = KeyChange.all.map { change in
    (change: change, before: compile(change.before), after: compile(change.after))
  }

  private static func errors(in compilation: Compilation) -> [Diagnostic] {
    compilation.diagnostics.filter { $0.severity == .error }
  }
}
