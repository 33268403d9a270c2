import NIOCore
import Synchronization

/// Keeps the number of connections within what a few open pages need.
final class ConnectionCount: Sendable {
  private static let most = 256
  private let open = Atomic<Int>(0)

  struct TooMany: Error {}

  /// Counts a connection until it is closed.
  ///
  /// - Throws: ``TooMany``, upon which the connection is closed.
  func take(_ channel: any Channel) throws(TooMany) {
    open.add(1, ordering: .relaxed)
    channel.closeFuture.whenComplete { _ in self.open.subtract(1, ordering: .relaxed) }
    guard open.load(ordering: .relaxed) <= Self.most else { throw TooMany() }
  }
}
