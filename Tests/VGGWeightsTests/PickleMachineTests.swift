import Testing
import VGGTestSupport

@testable import VGGWeights

@Suite struct PickleMachineTests {
  typealias P = PickleBytes

  struct Case: Sendable, CustomTestStringConvertible {
    let object: [UInt8]
    /// The position of the message, from the start of the object's instructions.
    let place: Int
    let message: String

    var testDescription: String { message }

    init(_ object: [UInt8], at place: Int, _ message: String) {
      self.object = object
      self.place = place
      self.message = message
    }
  }

  private static let advice = "save only the tensors: torch.save(model.state_dict(), path)"

  private static func asks(for name: String) -> String {
    "the pickle asks for '\(name)', but only tensors, dictionaries, numbers and strings are read, and "
      + "nothing is executed; \(advice)"
  }

  private static func needless(_ opcode: String) -> String {
    "the pickle has the instruction \(opcode), which no state dict needs; \(advice)"
  }

  @Test(arguments: [
    // Pickles that would run code.
    Case(P.call("os", "system", [P.text("touch hacked")]), at: 0, asks(for: "os.system")),
    Case(
      P.dictionary([("a", P.call("posix", "system", [P.text("true")]))]), at: 8,
      asks(for: "posix.system")),
    Case(
      P.text("builtins") + P.text("eval") + [0x93], at: 22, asks(for: "builtins.eval")),
    Case(P.global("torch", "load"), at: 0, asks(for: "torch.load")),
    Case(
      P.global("torch.nn.modules.linear", "Linear"), at: 0,
      asks(for: "torch.nn.modules.linear.Linear")),
    Case(P.global("a\u{1b}[31m", "b"), at: 0, asks(for: #"a\u{1B}[31m.b"#)),
    Case(P.mark + Array("ios\nsystem\n".utf8), at: 1, needless("INST")),
    Case(P.mark + Array("o".utf8), at: 1, needless("OBJ")),
    Case(
      P.global("collections", "OrderedDict") + P.emptyTuple + [0x81], at: 26, needless("NEWOBJ")),
    Case([0x82, 1], at: 0, needless("EXT1")), Case([0x92], at: 0, needless("NEWOBJ_EX")),
    Case(Array("I1\n".utf8), at: 0, needless("INT")),
    Case(Array("P1\n".utf8), at: 0, needless("PERSID")),
    Case([0x97], at: 0, needless("NEXT_BUFFER")), Case([0x32], at: 0, needless("DUP")),
    Case([0xff], at: 0, "unknown pickle instruction 255"),
    Case([0x80, 1], at: 0, "pickle protocol 1 is not supported, only 2 to 5"),
    Case([0x80, 6], at: 0, "pickle protocol 6 is not supported, only 2 to 5"),
    Case(P.text("f") + P.emptyTuple + P.reduce, at: 7, "the pickle calls a string"),
    Case(
      P.global("torch", "FloatStorage") + P.emptyTuple + P.reduce, at: 21,
      "the pickle calls a type, which no state dict needs"),
    Case(
      P.emptyList + P.emptyDict + P.build, at: 2,
      "the pickle changes a list by a dictionary, which no state dict needs; \(advice)"),
    Case(
      P.tuple([P.text("module"), P.none]) + P.persistentID, at: 14,
      "the pickle holds a 'module', which includes Python code; \(advice)"),
    // Bytes that are not a pickle.
    Case([], at: 0, "the pickle pops a value, but the stack is empty"),
    Case(P.tuple, at: 0, "the pickle pops to a mark, but there is none"),
    Case([0x86], at: 0, "the pickle pops 2 values, but the stack has fewer"),
    Case(P.emptyList + P.mark + [0x85], at: 2, "the pickle pops 1 values, but the stack has fewer"),
    Case(
      P.emptyDict + P.mark + P.text("a") + P.setItems, at: 8,
      "a dictionary's last key has no value"),
    Case(P.text("a") + P.mark + P.setItems, at: 7, "the pickle sets items of a string"),
    Case(P.emptyDict + P.mark + P.appends, at: 2, "the pickle appends to a dictionary"),
    Case([0x68, 7], at: 0, "the pickle reads memo entry 7, which it has not stored"),
    Case([0x71, 7], at: 0, "the pickle uses a value, but the stack is empty"),
    Case(Array("X".utf8) + [2, 0, 0, 0, 0xc3, 0x28], at: 5, "the text is not valid UTF-8"),
    Case(Array("ca\nb".utf8), at: 3, "the line is unterminated"),
    Case(
      [0x8d] + littleEndian(UInt64.max), at: 1,
      "18446744073709551615 is not a valid number of bytes"),
    Case([0x8b] + littleEndian(Int32(-1)), at: 1, "-1 is not a valid number of bytes"),
    // Objects that are not a state dict.
    Case(P.integer(3), at: -1, "it holds a whole number, not a dictionary of tensors; \(advice)"),
    Case(P.list([]), at: -1, "it holds a list, not a dictionary of tensors; \(advice)"),
    Case(
      P.dictionary([("epoch", P.integer(1)), ("args", P.dictionary([("lr", P.integer(2))]))]),
      at: -1,
      "it holds no dictionary of tensors, but 'epoch' (a whole number), 'args' (a dictionary); \(advice)"
    ),
  ])
  func refuses(_ testCase: Case) {
    let error = #expect(throws: WeightError.self) { try directory(stream(testCase.object)) }
    let place = testCase.place < 0 ? "" : "byte \(streamObjectStart + testCase.place): "
    #expect(error?.description == "f: " + place + testCase.message)
    #expect(error?.kind == .malformed)
  }

  struct TensorCase: Sendable, CustomTestStringConvertible {
    let tensor: [UInt8]
    let message: String

    var testDescription: String { message }

    init(_ tensor: [UInt8], _ message: String) {
      self.tensor = tensor
      self.message = message
    }
  }

  /// One storage of six values.
  private static let six = P.storage(count: 6)

  @Test(arguments: [
    TensorCase(
      P.tensor(six, shape: [7], strides: [1]),
      "tensor 'a' of 7 exceeds its storage: it ends at element 7 of 6"),
    TensorCase(
      P.tensor(six, offset: 1, shape: [6], strides: [1]),
      "tensor 'a' of 6 exceeds its storage: it ends at element 7 of 6"),
    TensorCase(
      P.tensor(six, shape: [2, 2], strides: [5, 1]),
      "tensor 'a' of 2 x 2 exceeds its storage: it ends at element 7 of 6"),
    TensorCase(
      P.tensor(six, offset: 7, shape: [0], strides: [1]),
      "tensor 'a' of 0 exceeds its storage: it ends at element 7 of 6"),
    TensorCase(
      P.tensor(six, shape: [2], strides: [.max - 1]),
      "tensor 'a' of 2 exceeds its storage: it ends at element 9223372036854775807 of 6"),
    TensorCase(
      P.tensor(six, shape: [3], strides: [.max]), "tensor 'a' of 3 does not fit in 64 bits"),
    TensorCase(
      P.tensor(six, shape: [1 << 32, 1 << 31], strides: [0, 0]),
      "tensor 'a' of 4294967296 x 2147483648 does not fit in 64 bits"),
    TensorCase(
      P.tensor(six, shape: [1 << 40], strides: [0]),
      "the tensors share storages so often that together they exceed 16 times the file's size"),
    TensorCase(
      P.tensor(six, offset: -1, shape: [1], strides: [1]),
      "a tensor cannot have offset -1, shape [1] and strides [1]"),
    TensorCase(
      P.tensor(six, shape: [-1], strides: [1]),
      "a tensor cannot have offset 0, shape [-1] and strides [1]"),
    TensorCase(
      P.tensor(six, shape: [1], strides: [1, 1]),
      "a tensor cannot have offset 0, shape [1] and strides [1, 1]"),
    TensorCase(
      P.tensor(P.none, shape: [1], strides: [1]),
      "a tensor must be made from a storage, an offset, a shape and strides"),
    TensorCase(
      P.tensor(six, shape: [Int](repeating: 1, count: 65), strides: []),
      "a tensor must be made from a storage, an offset, a shape and strides"),
    TensorCase(
      P.tensor(P.storage(count: 5), shape: [1], strides: [1]),
      "storage '0' should have 5 elements of F32, but the file has 24 bytes for it"),
    TensorCase(
      P.tensor(P.storage("1", count: 6), shape: [1], strides: [1]),
      "the file lists a storage that the pickle does not use"),
    TensorCase(
      P.tensor(
        P.storage(count: 6, view: P.tuple([P.text("v"), P.integer(4), P.integer(3)])), shape: [1],
        strides: [1]),
      "part of a storage exceeds its 6 elements"),
    TensorCase(
      P.call(
        "torch._utils", "_rebuild_tensor_v2",
        [
          six, P.integer(0), P.integers([6]), P.integers([1]), [0x89], P.none,
          P.dictionary([("neg", [0x88])]),
        ]),
      "the tensor is a negated or conjugate view of its storage; save tensor.resolve_neg() or "
        + "tensor.resolve_conj() instead"),
  ])
  func refusesTensors(_ testCase: TensorCase) {
    let object = PickleBytes.dictionary([("a", testCase.tensor)])
    let error = #expect(throws: WeightError.self) {
      try directory(stream(object, storages: [("0", [0, 1, 2, 3, 4, 5])]))
    }
    #expect(error?.reason == testCase.message)
    #expect(error?.offset != nil)
  }

  /// Python 2's dictionaries of pairs and its texts, and a part of a storage.
  @Test func readsWhatPython2Wrote() throws {
    let part = P.storage(count: 6, view: P.tuple([P.text("v"), P.integer(2), P.integer(3)]))
    let object = P.call(
      "collections", "OrderedDict",
      [
        P.list([
          P.list([P.oldText("a"), P.tensor(part, offset: 1, shape: [2], strides: [1])]),
          P.tuple([P.oldText("b"), P.tensor(Self.six, shape: [], strides: [])]),
        ])
      ])
    try withTemporaryFolder { folder in
      let path = try folder.write(
        stream(object, storages: [("0", [0, 1, 2, 3, 4, 5])]), to: "old.pth")
      let file = try WeightFile(path: path)
      #expect(file.tensors.map(\.name) == ["a", "b"])
      #expect(try file.tensor("a", shape: [2]).values == [3, 4])
      #expect(try file.tensor("b", shape: []).values == [0])
    }
  }

  /// An axis of one element may have any stride.
  @Test func walksNoWayAlongAxesOfOne() throws {
    let tensor = P.tensor(
      P.storage(count: 6), shape: [2, 1, 2], strides: [3, .max, 2])
    try withTemporaryFolder { folder in
      let bytes = stream(
        P.dictionary([("a", tensor)]), storages: [("0", [0, 1, 2, 3, 4, 5])])
      let file = try WeightFile(path: folder.write(bytes, to: "axes.pth"))
      #expect(try file.tensor("a", shape: [2, 1, 2]).values == [0, 2, 3, 5])
    }
  }

  @Test func findsTheTensorsOfCheckpoints() throws {
    let tensor = P.tensor(Self.six, shape: [6], strides: [1])
    let weights = P.dictionary([("w", tensor)])
    let cases: [([UInt8], [String], [String])] = [
      (P.dictionary([]), [], []),
      (
        P.dictionary([("w", tensor), ("n", P.none)]), ["w"],
        ["left out entries that are not tensors: 'n'"]
      ),
      (
        P.dictionary([("best", tensor), ("state_dict", weights)]), ["w"],
        ["read the tensors under 'state_dict'"]
      ),
      (
        P.dictionary([("model", P.dictionary([("net", weights)]))]), ["w"],
        ["read the tensors under 'model', then 'net'"]
      ),
      (P.dictionary([("vgg", weights)]), ["w"], ["read the tensors under 'vgg'"]),
      (
        P.dictionary([("model", weights), ("ema", weights)]), ["w"],
        ["read the tensors under 'model'", "left out the tensors under 'ema'"]
      ),
      (
        P.dictionary([("params_ema", weights), ("params", weights)]), ["w"],
        ["read the tensors under 'params'", "left out the tensors under 'params_ema'"]
      ),
      (P.dictionary([("ema", weights)]), ["w"], ["read the tensors under 'ema'"]),
      (
        P.dictionary([
          ("state_dict", weights), ("average", P.dictionary([("model", weights)])),
          ("optimizer", P.dictionary([("state", P.dictionary([("0", weights)]))])),
        ]), ["w"], ["read the tensors under 'state_dict'", "left out the tensors under 'average'"]
      ),
      (
        P.dictionary([("best", P.dictionary([("weights", weights)]))]), ["w"],
        ["read the tensors under 'best', then 'weights'"]
      ),
    ]
    for (object, names, remarks) in cases {
      let found = try directory(
        stream(object, storages: names.isEmpty ? [] : [("0", [0, 1, 2, 3, 4, 5])]))
      #expect(found.tensors.map(\.description.name) == names)
      #expect(found.remarks.map(\.inWords) == remarks)
    }
    let error = #expect(throws: WeightError.self) {
      try directory(
        stream(
          P.dictionary([("one", weights), ("two", weights)]),
          storages: [("0", [0, 1, 2, 3, 4, 5])]))
    }
    #expect(
      error?.reason
        == "it holds several dictionaries of tensors, 'one', 'two', so the right one is unknown; save one "
        + "alone: torch.save(torch.load(path)['one'], 'one.pth')")
  }

  @Test func refusesATensorThatIsThereTwice() {
    let tensor = P.tensor(Self.six, shape: [6], strides: [1])
    let error = #expect(throws: WeightError.self) {
      try directory(
        stream(
          P.dictionary([("a", tensor), ("a", tensor)]), storages: [("0", [0, 1, 2, 3, 4, 5])]))
    }
    #expect(error?.reason == "tensor 'a' appears twice")
  }

  /// A million nested tuples, and a dictionary that contains itself: neither is nested in memory.
  @Test func survivesDeepAndCircularValues() {
    let deep = P.emptyTuple + [UInt8](repeating: 0x85, count: 1_000_000)
    #expect(throws: WeightError.self) { try directory(stream(deep)) }
    let circular =
      P.emptyDict + [0x71, 0] + P.mark + P.text("model") + [0x68, 0] + P.setItems
    #expect(throws: WeightError.self) { try directory(stream(circular)) }
  }

  /// A list of a thousand pairs that becomes ten thousand dictionaries.
  @Test func refusesToCopyAListAgainAndAgain() {
    let pair = P.tuple([P.none, P.none])
    let list = P.list([[UInt8]](repeating: pair, count: 1000)) + [0x85, 0x71, 0]
    let again = P.global("collections", "OrderedDict") + [0x68, 0] + P.reduce
    let error = #expect(throws: WeightError.self) {
      try directory(stream(list + [[UInt8]](repeating: again, count: 10_000).flatMap(\.self)))
    }
    #expect(error?.reason == "the pickle copies too many items into OrderedDicts")
  }
}
