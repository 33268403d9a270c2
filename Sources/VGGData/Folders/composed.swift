import CGdkPixbuf

/// The text in Unicode's composed form (NFC), which has one spelling for each letter.
///
/// File systems keep the form in which a name was written: a Mac stores `é` as a letter and an accent,
/// others as one letter. Uses GLib because Swift's library has no such function.
package func composed(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  guard let result = g_utf8_normalize(text, -1, G_NORMALIZE_NFC) else { return text }
  defer { g_free(result) }
  return String(cString: result)
}
