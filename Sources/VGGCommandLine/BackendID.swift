import ArgumentParser

/// The backends' names on the command line, in the order in which they run.
package enum BackendID: String, CaseIterable, Sendable, ExpressibleByArgument {
  case native
  case swift
  case onnxruntime
  case pytorch
}
