/// A fenced block of a page: its info string and its lines.
struct ShownBlock {
  let mark: String
  let lines: [String]

  /// The blocks of a page in Markdown.
  static func all(of page: String) -> [ShownBlock] {
    var blocks: [ShownBlock] = []
    var open: ShownBlock?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      switch (open, line.hasPrefix("```")) {
      case (nil, false): break
      case (nil, true): open = ShownBlock(mark: String(line.dropFirst(3)), lines: [])
      case (let block?, true):
        blocks.append(block)
        open = nil
      case (let block?, false): open = ShownBlock(mark: block.mark, lines: block.lines + [line])
      }
    }
    return blocks
  }

  /// The commands of a console block: a line after `$` begins one, lines after `>` continue it, and the lines after
  /// those are its output.
  var commands: [ShownCommand] {
    var commands: [ShownCommand] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        commands.append(ShownCommand(text: String(line.dropFirst(2)), output: []))
      } else if let last = commands.indices.last {
        if line.hasPrefix("> "), commands[last].output.isEmpty {
          commands[last].text += "\n" + line.dropFirst(2)
        } else {
          commands[last].output.append(line)
        }
      }
    }
    return commands
  }
}

/// A command of a console block, and its output according to the page.
struct ShownCommand {
  var text: String
  var output: [String]
}
