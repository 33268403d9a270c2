import CGdkPixbuf

/// The text in Unicode's composed form (NFC), in which one spelling is left of each letter that has several.
///
/// File systems keep the form that a name was written in: a Mac's has `é` as a letter and an accent, others
/// as one letter. Of GLib, since Swift's library has no such function.
package func composed(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  guard let result = g_utf8_normalize(text, -1, G_NORMALIZE_NFC) else { return text }
  defer { g_free(result) }
  return String(cString: result)
}
