import CYAML

/// A word or sign of the text, with its start and end as scalar indices into the text after a byte
/// order mark. Text outside all tokens is space and comments.
struct YAMLToken {
  enum Kind {
    case directive
    case documentStart
    /// `&anchor` or `!tag`.
    case property
    case scalar
    case other
  }

  let kind: Kind
  let start: Int
  let end: Int

  private init(_ token: yaml_token_t) {
    switch token.type {
    case YAML_VERSION_DIRECTIVE_TOKEN, YAML_TAG_DIRECTIVE_TOKEN: kind = .directive
    case YAML_DOCUMENT_START_TOKEN: kind = .documentStart
    case YAML_ANCHOR_TOKEN, YAML_TAG_TOKEN: kind = .property
    case YAML_SCALAR_TOKEN: kind = .scalar
    default: kind = .other
    }
    start = Int(token.start_mark.index)
    end = Int(token.end_mark.index)
  }

  /// The tokens of `bytes`, which is UTF-8, in order, up to where the text stops being YAML.
  static func all(of bytes: [UInt8]) -> [YAMLToken] {
    bytes.withUnsafeBufferPointer { buffer in
      var parser = yaml_parser_t()
      yaml_parser_initialize(&parser)
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      var tokens: [YAMLToken] = []
      while true {
        var token = yaml_token_t()
        guard yaml_parser_scan(&parser, &token) == 1 else { return tokens }
        defer { yaml_token_delete(&token) }
        tokens.append(YAMLToken(token))
        if token.type == YAML_STREAM_END_TOKEN { return tokens }
      }
    }
  }
}
