import ArgumentParser

/// A path on a command line. It is never empty: an empty one usually comes from a shell variable that
/// was never set, and with a file name appended would be a path in `/`.
package protocol PathArgument: Hashable, Sendable, CustomStringConvertible {
  /// The use of the path, for the message about an empty one.
  static var role: PathRole { get }

  /// The kind of paths that a shell completes.
  static var completion: CompletionKind { get }

  var path: String { get }

  /// Takes a path that is not empty.
  init(nonEmpty path: String)
}

extension PathArgument {
  package var description: String { path }

  /// - Throws: `ValidationError` if the argument is empty.
  package init(argument: String) throws {
    guard !argument.isEmpty else { throw ValidationError(.emptyPath(Self.role)) }
    self.init(nonEmpty: argument)
  }
}

extension Option where Value: PathArgument {
  package init(name: NameSpecification = .long, help: ArgumentHelp? = nil) {
    self.init(
      name: name, help: help, completion: Value.completion, transform: Value.init(argument:))
  }

  package init(
    wrappedValue: Value, name: NameSpecification = .long, help: ArgumentHelp? = nil
  ) {
    self.init(
      wrappedValue: wrappedValue, name: name, help: help, completion: Value.completion,
      transform: Value.init(argument:))
  }
}

extension Option {
  package init<Path: PathArgument>(
    name: NameSpecification = .long, help: ArgumentHelp? = nil
  ) where Value == Path? {
    self.init(
      name: name, help: help, completion: Path.completion, transform: Path.init(argument:))
  }

  package init<Path: PathArgument>(
    wrappedValue: [Path], name: NameSpecification = .long, help: ArgumentHelp? = nil
  ) where Value == [Path] {
    self.init(
      wrappedValue: wrappedValue, name: name, help: help, completion: Path.completion,
      transform: Path.init(argument:))
  }

  package init<Path: PathArgument>(
    name: NameSpecification = .long, help: ArgumentHelp? = nil
  ) where Value == [Path] {
    self.init(
      name: name, help: help, completion: Path.completion, transform: Path.init(argument:))
  }
}

extension Argument where Value: PathArgument {
  package init(help: ArgumentHelp? = nil) {
    self.init(help: help, completion: Value.completion, transform: Value.init(argument:))
  }
}

extension Argument {
  package init<Path: PathArgument>(help: ArgumentHelp? = nil) where Value == Path? {
    self.init(help: help, completion: Path.completion, transform: Path.init(argument:))
  }

  package init<Path: PathArgument>(
    wrappedValue: [Path], help: ArgumentHelp? = nil
  ) where Value == [Path] {
    self.init(
      wrappedValue: wrappedValue, help: help, completion: Path.completion,
      transform: Path.init(argument:))
  }

  package init<Path: PathArgument>(help: ArgumentHelp? = nil) where Value == [Path] {
    self.init(help: help, completion: Path.completion, transform: Path.init(argument:))
  }
}
