/// Korean, with the terms of Korean textbooks: 합성곱, 특성맵, 수용 영역, 패딩, 보폭, 완전 연결; each product that
/// speaks to people adds its own phrases.
package struct Korean: Sendable {
  package init() {}
}
