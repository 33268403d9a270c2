import VGGCommandLine

/// A Python script that runs a backend's engine.
///
/// It writes tensors as a safetensors file, prints the engine's version, and exits with
/// ``missingModule`` if a module is not installed.
struct PythonScript {
  /// EX_UNAVAILABLE of sysexits.h.
  private static let missingModule: Int32 = 69

  let python: String
  /// The script's own part, after ``prelude``.
  let text: String

  /// Runs the script with `arguments` and returns the tensors it wrote.
  ///
  /// - Parameter output: The path to write to, which is the script's first argument.
  func run(_ arguments: [String], output: String) throws -> BackendAnswer {
    let process = try execute(text, [output] + arguments)
    return BackendAnswer(
      version: process.output.split(separator: "\n").last.map(String.init),
      values: try tensors(of: output))
  }

  /// - Throws: ``BackendUnavailable`` if one of `modules` is not installed.
  func require(modules: String...) throws {
    _ = try execute(modules.map { "needed(\"\($0)\")" }.joined(separator: "\n"), [])
  }

  private func execute(_ text: String, _ arguments: [String]) throws -> ProgramRun {
    let process: ProgramRun
    do {
      process = try ProgramRun.of(python, ["-c", Self.prelude + text] + arguments)
    } catch is ProgramRun.Missing {
      throw BackendUnavailable(.noProgram(python))
    }
    switch process.status {
    case 0: return process
    case Self.missingModule:
      throw BackendUnavailable(missing(process.fault.reason))
    default: throw BackendFailure(failed(process.fault))
    }
  }

  /// The failure with typed values if the script itself found it.
  private func failed(_ fault: BackendFault) -> BackendFault {
    guard case .quoted(let words) = fault, words.hasPrefix(Self.differenceStart) else {
      return fault
    }
    return .otherTensors(String(words.dropFirst(Self.differenceStart.count)))
  }

  /// The module that the last words of a script name.
  private func missing(_ words: String) -> BackendFault {
    words.hasPrefix(Self.missingStart)
      ? .noModule(String(words.dropFirst(Self.missingStart.count)), python: python)
      : .unavailable(words, program: python)
  }

  private static let missingStart = "no module "

  /// The start of a script's message about a state dict with other tensors than the module's.
  static let differenceStart = "the state dicts differ in "

  /// The part that both scripts share; uses only Python's standard library.
  private static let prelude = """
    import json, struct, sys

    def needed(name):
        try:
            return __import__(name)
        except ImportError as error:
            sys.exit(missing(error.name or name))

    def missing(name):
        print(f"\(missingStart){name}", file=sys.stderr)
        return \(missingModule)

    def write(path, tensors):
        header, parts, offset = {}, [], 0
        for name, (shape, part) in tensors.items():
            end = offset + len(part)
            header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [offset, end]}
            parts.append(part)
            offset = end
        text = json.dumps(header).encode()
        text += b" " * (-len(text) % 8)
        with open(path, "wb") as file:
            file.write(struct.pack("<Q", len(text)) + text)
            file.writelines(parts)


    """
}
