#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The process's file mode creation mask, which only setting it tells.
package func fileModeMask() -> mode_t {
  let mask = umask(0)
  umask(mask)
  return mask
}
