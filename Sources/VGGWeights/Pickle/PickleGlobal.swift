/// The Python names that a state dict's pickle may refer to; all others are refused.
enum PickleGlobal: Hashable {
  /// `collections.OrderedDict`
  case orderedDictionary
  /// `torch._utils._rebuild_tensor`, `_rebuild_tensor_v2` and `_rebuild_tensor_v3`
  case rebuildTensor(TensorRebuild)
  /// `torch._utils._rebuild_parameter`, and the same `_with_state`
  case rebuildParameter
  /// `torch.Size`
  case size
  /// `torch.FloatStorage` and similar: the elements' type
  case storage(ElementType)
  /// `torch.storage.UntypedStorage`: bytes
  case untypedStorage
  /// `torch.float32` and similar
  case type(ElementType)

  enum TensorRebuild {
    /// Storage, offset, shape, strides.
    case first
    /// The same, then whether gradients are required, hooks, and possibly metadata.
    case second
    /// Like the second, with the elements' type before the metadata.
    case third
  }

  /// The global called `module.name`; `nil` for unknown ones.
  init?(_ module: String, _ name: String) {
    switch (module, name) {
    case ("collections", "OrderedDict"): self = .orderedDictionary
    case ("torch._utils", "_rebuild_tensor"): self = .rebuildTensor(.first)
    case ("torch._utils", "_rebuild_tensor_v2"): self = .rebuildTensor(.second)
    case ("torch._utils", "_rebuild_tensor_v3"): self = .rebuildTensor(.third)
    case ("torch._utils", "_rebuild_parameter"): self = .rebuildParameter
    case ("torch._utils", "_rebuild_parameter_with_state"): self = .rebuildParameter
    case ("torch", "Size"): self = .size
    case ("torch.storage", "UntypedStorage"): self = .untypedStorage
    case ("torch", _):
      if let type = Self.storages[name] {
        self = .storage(type)
      } else if let type = Self.types[name] {
        self = .type(type)
      } else {
        return nil
      }
    default: return nil
    }
  }

  private static let storages: [String: ElementType] = [
    "BFloat16Storage": .bfloat16, "BoolStorage": .bool, "ByteStorage": .uint8,
    "CharStorage": .int8, "DoubleStorage": .float64, "FloatStorage": .float32,
    "HalfStorage": .float16, "IntStorage": .int32, "LongStorage": .int64, "ShortStorage": .int16,
  ]

  private static let types: [String: ElementType] = [
    "bfloat16": .bfloat16, "bool": .bool, "float16": .float16, "float32": .float32,
    "float64": .float64, "float8_e4m3fn": .float8E4M3, "float8_e5m2": .float8E5M2,
    "float8_e4m3fnuz": .float8E4M3FNUZ, "float8_e5m2fnuz": .float8E5M2FNUZ,
    "float8_e8m0fnu": .float8E8M0, "complex64": .complex64,
    "int16": .int16, "int32": .int32, "int64": .int64, "int8": .int8, "uint16": .uint16,
    "uint32": .uint32, "uint64": .uint64, "uint8": .uint8,
  ]
}
