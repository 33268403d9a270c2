/// A language in which vggc speaks to people.
///
/// Machine formats and generated sources are always in English.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case korean = "ko"

  /// The language of a POSIX locale, `ko_KR.UTF-8`; English for any other language, or if the
  /// locale's character set is not UTF-8, which could not show the text.
  package init(locale: String) {
    let parts = locale.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)[0]
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let characterSet = parts.count == 2 ? parts[1].lowercased().filter { $0 != "-" } : "utf8"
    let code = parts[0].lowercased().prefix { $0 != "_" && $0 != "-" }
    self = characterSet == "utf8" ? Language(rawValue: String(code)) ?? .english : .english
  }

  /// The language that the environment requests: the first of LC_ALL, LC_MESSAGES and LANG that is
  /// set and not empty.
  package init(environment: (String) -> String?) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment)
      .first { !$0.isEmpty }
    self.init(locale: locale ?? "")
  }
}
