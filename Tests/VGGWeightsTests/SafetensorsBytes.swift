import VGGTestSupport

/// A file's bytes: the header's length, the header, and `values` as F32.
func safetensors(_ header: String, _ values: [Float]) -> [UInt8] {
  littleEndian(UInt64(header.utf8.count)) + Array(header.utf8) + littleEndian(values)
}

/// One F32 tensor's part of a header.
func entry(_ shape: [Int], _ start: Int, _ end: Int) -> String {
  #"{"dtype":"F32","shape":\#(shape),"data_offsets":[\#(start),\#(end)]}"#
}
