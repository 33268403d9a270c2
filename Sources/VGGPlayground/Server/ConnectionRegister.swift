import NIOCore
import Synchronization

/// The open connections, and the bytes held for each.
///
/// If there are too many connections or bytes, the connections whose clients have kept the server waiting longest
/// are closed first. So clients that are slow, or that never read, do not block fast ones.
final class ConnectionRegister: Sendable {
  /// The side that must act next on a connection.
  enum Turn {
    case client
    case server
  }

  struct TooMany: Error {}

  private struct Entry {
    let channel: any Channel
    var turn = Turn.client
    var bytes = 0
    /// The number of the turn, ascending in the order in which turns began.
    var since: Int
  }

  private struct State {
    var entries: [ObjectIdentifier: Entry] = [:]
    var bytes = 0
    var turns = 0

    mutating func remove(_ id: ObjectIdentifier) -> (any Channel)? {
      guard let entry = entries.removeValue(forKey: id) else { return nil }
      bytes -= entry.bytes
      return entry.channel
    }

    /// Removes the connection whose client has had its turn for longest, among those for which `isMeant` is true.
    mutating func removeSlowest(where isMeant: (Entry) -> Bool) -> (any Channel)? {
      let slow = entries.filter { $0.value.turn == .client && isMeant($0.value) }
      return slow.min { $0.value.since < $1.value.since }.flatMap { remove($0.key) }
    }
  }

  private let limits: ServerLimits
  private let state = Mutex(State())

  init(_ limits: ServerLimits) {
    self.limits = limits
  }

  /// Registers a connection until it is closed.
  ///
  /// - Throws: ``TooMany`` if there is no room because the server is working on all the other connections.
  func add(_ channel: any Channel) throws(TooMany) {
    let (isRefused, slowest) = state.withLock { state -> (Bool, (any Channel)?) in
      var slowest: (any Channel)?
      if state.entries.count >= limits.connections {
        slowest = state.removeSlowest { _ in true }
        if slowest == nil { return (true, nil) }
      }
      state.turns += 1
      state.entries[ObjectIdentifier(channel)] = Entry(channel: channel, since: state.turns)
      return (false, slowest)
    }
    if isRefused { throw TooMany() }
    slowest?.close(promise: nil)
    channel.closeFuture.whenComplete { _ in
      self.state.withLock { _ = $0.remove(ObjectIdentifier(channel)) }
    }
  }

  /// Begins a turn.
  ///
  /// - Parameter bytes: The number of bytes held for the connection from now on.
  /// - Returns: Whether there is room for them.
  func begin(_ turn: Turn, on channel: any Channel, holding bytes: Int) -> Bool {
    change(channel, to: bytes) { entry, number in
      entry.turn = turn
      entry.since = number
    }
  }

  /// Changes the number of bytes held for a connection within a turn.
  ///
  /// - Returns: Whether there is room for them.
  func hold(_ bytes: Int, for channel: any Channel) -> Bool {
    change(channel, to: bytes) { _, _ in }
  }

  private func change(
    _ channel: any Channel, to bytes: Int, _ body: (inout Entry, Int) -> Void
  ) -> Bool {
    let id = ObjectIdentifier(channel)
    let (hasRoom, slow) = state.withLock { state -> (Bool, [any Channel]) in
      // The connection has been removed and is about to be closed.
      guard var entry = state.entries[id] else { return (true, []) }
      state.turns += 1
      body(&entry, state.turns)
      state.bytes += bytes - entry.bytes
      entry.bytes = bytes
      state.entries[id] = entry
      var slow: [any Channel] = []
      while state.bytes > limits.bytes,
        let next = state.removeSlowest(where: { $0.bytes > 0 && $0.channel !== channel })
      {
        slow.append(next)
      }
      return (bytes == 0 || state.bytes <= limits.bytes, slow)
    }
    for channel in slow { channel.close(promise: nil) }
    return hasRoom
  }
}
