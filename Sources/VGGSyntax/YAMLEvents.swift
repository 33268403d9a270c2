import CYAML

/// libyaml's parser as a sequence of Swift values.
///
/// It reads from memory that must outlive it, which is why ``withEvents(of:_:)`` is the only way to
/// create one.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Calls `body` with the events of `bytes`, which is UTF-8.
  static func withEvents<Result>(
    of bytes: [UInt8], _ body: (borrowing YAMLEvents) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { buffer in
      try body(YAMLEvents(buffer))
    }
  }

  /// The next event.
  ///
  /// - Throws: ``YAMLFailure`` if the text is not YAML.
  func next() throws(YAMLFailure) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw YAMLFailure(parser.pointee) }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(event)
  }
}

/// One event, with its start and end as scalar indices into the text after a byte order mark.
struct YAMLEvent {
  enum Kind {
    case documentStart
    case documentEnd
    case streamEnd
    case alias(String)
    case scalar(Scalar)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
    case other
  }

  let kind: Kind
  let anchor: String?
  let tag: String?
  let start: Int
  let end: Int
  /// Whether a list or mapping that starts here is written in brackets.
  let isFlow: Bool

  /// Whether it is a scalar without quotes.
  var isPlain: Bool { if case .scalar(let scalar) = kind { scalar.isPlain } else { false } }

  fileprivate init(_ event: yaml_event_t) {
    var anchor: UnsafeMutablePointer<UInt8>?
    var tag: UnsafeMutablePointer<UInt8>?
    var isFlow = false
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      kind = .documentStart
    case YAML_DOCUMENT_END_EVENT:
      kind = .documentEnd
    case YAML_STREAM_END_EVENT:
      kind = .streamEnd
    case YAML_ALIAS_EVENT:
      kind = .alias(String(cString: event.data.alias.anchor))
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      (anchor, tag) = (scalar.anchor, scalar.tag)
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = .scalar(
        Scalar(
          text: String(decoding: text, as: UTF8.self),
          isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE))
    case YAML_SEQUENCE_START_EVENT:
      (anchor, tag) = (event.data.sequence_start.anchor, event.data.sequence_start.tag)
      isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      kind = .sequenceStart
    case YAML_SEQUENCE_END_EVENT:
      kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      (anchor, tag) = (event.data.mapping_start.anchor, event.data.mapping_start.tag)
      isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      kind = .mappingStart
    case YAML_MAPPING_END_EVENT:
      kind = .mappingEnd
    default:
      kind = .other
    }
    self.anchor = anchor.map { String(cString: $0) }
    self.tag = tag.map { String(cString: $0) }
    self.start = Int(event.start_mark.index)
    self.end = Int(event.end_mark.index)
    self.isFlow = isFlow
  }
}
