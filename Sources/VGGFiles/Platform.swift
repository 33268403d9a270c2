#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The operating system calls of this project, with Swift types, and the same on every platform.
///
/// No other file imports the C library. If a call fails, ``systemError()`` returns the reason.
package enum Platform {
  // MARK: - Errors

  /// The error number of the last call.
  package static var errorNumber: Int32 { errno }

  /// The system's text for an error.
  package static func text(ofError number: Int32) -> String { String(cString: strerror(number)) }

  /// Whether a signal interrupted the last call.
  package static var wasInterrupted: Bool { errno == EINTR }

  /// Whether the last call is not supported for its target, such as a sync of a pipe.
  static var wasInapplicable: Bool { errno == EINVAL }

  /// Whether the last call found an existing item where it was to create one.
  static var alreadyExists: Bool { errno == EEXIST }

  /// Whether the last call failed because of another process's lock.
  package static var isLockedByAnother: Bool { errno == EWOULDBLOCK }

  static func isMissingFile(_ error: Int32) -> Bool { error == ENOENT }

  /// Whether opening a file failed because a link, a pipe or a socket is in its place.
  package static func isUnusualFile(_ error: Int32) -> Bool { error == ELOOP || error == ENXIO }

  package static func isAddressInUse(_ error: Int32) -> Bool { error == EADDRINUSE }

  // MARK: - Paths

  /// Calls `body` with the bytes of a path as a C string. A path that contains NUL names nothing, like an empty one.
  private static func withPath<Result>(
    _ path: String, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    var bytes = PathText.bytes(of: path).map { CChar(bitPattern: $0) }
    if bytes.contains(0) { bytes = [] }
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map(body) ?? body("")
    }
  }

  /// The path in the C string at `pointer`.
  private static func path(_ pointer: UnsafePointer<CChar>) -> String {
    PathText.text(
      of: UnsafeBufferPointer(start: pointer, count: strlen(pointer)).map(UInt8.init(bitPattern:)))
  }

  /// The process's arguments, including the program's own name, decoded like paths.
  package static var arguments: [String] {
    (0..<Int(CommandLine.argc)).compactMap { CommandLine.unsafeArgv[$0].map { path($0) } }
  }

  // MARK: - Opening files

  /// Opens the item at `path`; returns its descriptor, or -1, like every function here that opens something. Programs
  /// started by this process do not inherit descriptors.
  ///
  /// - Parameters:
  ///   - waits: Whether to wait for a writer if it is a pipe.
  ///   - followsLinks: Whether to open the target of a link; otherwise opening a link fails.
  package static func openForReading(
    _ path: String, waits: Bool = true, followsLinks: Bool = true
  ) -> Int32 {
    let flags = (waits ? 0 : O_NONBLOCK) | (followsLinks ? 0 : O_NOFOLLOW)
    return withPath(path) { open($0, O_RDONLY | O_CLOEXEC | flags) }
  }

  static func openForWriting(_ path: String) -> Int32 {
    withPath(path) { open($0, O_WRONLY | O_CLOEXEC) }
  }

  /// Opens a file, or creates it, so that everything is written at its end.
  package static func openForAppending(_ path: String) -> Int32 {
    withPath(path) { open($0, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666) }
  }

  /// The same for a file that must not be a substitute, and that is also read: links are not followed, and pipes are
  /// not waited for.
  package static func openForResuming(_ path: String) -> Int32 {
    let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    return withPath(path) { open($0, flags, 0o666) }
  }

  /// Creates and opens a new file; fails if something is there.
  package static func createFile(_ path: String) -> Int32 {
    withPath(path) { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
  }

  /// Opens a folder, for access to the items in it.
  static func openFolder(_ path: String) -> Int32 {
    #if os(Linux)
      // O_PATH, which does not need permission to list the folder.
      let way: Int32 = 0o10000000
    #else
      let way = O_RDONLY
    #endif
    return withPath(path) { open($0, way | O_DIRECTORY | O_CLOEXEC) }
  }

  /// Creates and opens a new file without a name, which ``linkUnnamedFile(_:as:in:)`` can add; -1 if the file system
  /// does not support it.
  static func createUnnamedFile(in folder: Int32) -> Int32 {
    #if os(Linux)
      guard access("/proc/self/fd", X_OK) == 0 else { return -1 }
      // O_TMPFILE, a macro that Swift does not import.
      return openat(folder, ".", O_RDWR | O_CLOEXEC | O_DIRECTORY | 0o20000000, 0o600)
    #else
      return -1
    #endif
  }

  /// Adds a name in a folder to an open file without one; fails if the name is taken.
  static func linkUnnamedFile(_ descriptor: Int32, as name: String, in folder: Int32) -> Bool {
    #if os(Linux)
      withPath(name) {
        linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", folder, $0, AT_SYMLINK_FOLLOW) == 0
      }
    #else
      false
    #endif
  }

  /// Creates and opens a new file that only the user may access; fails if something is there.
  static func createFile(_ name: String, in folder: Int32) -> Int32 {
    withPath(name) { openat(folder, $0, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
  }

  @discardableResult
  package static func closeFile(_ descriptor: Int32) -> Bool { close(descriptor) == 0 }

  // MARK: - Open files

  package static let standardInput = STDIN_FILENO
  package static let standardOutput = STDOUT_FILENO
  package static let standardError = STDERR_FILENO

  /// Reads available bytes into `buffer`; returns their number, 0 at the end, -1 for a failure.
  package static func readBytes(
    of descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
  }

  /// Makes the next read begin at the file's first byte.
  static func rewind(_ descriptor: Int32) -> Bool { lseek(descriptor, 0, SEEK_SET) == 0 }

  /// Writes the beginning of `bytes`; returns the number of bytes written, or -1.
  static func writeBytes(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
  }

  /// Writes the beginning of `bytes` over the bytes at `offset` of a file; returns the number of bytes written, or
  /// -1.
  static func writeBytes(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at offset: Int
  ) -> Int {
    pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(offset))
  }

  /// Makes the system copy bytes from one open file to another; returns their number, or -1.
  static func copyBytes(_ range: Range<Int>, of source: Int32, to target: Int32) -> Int {
    #if os(Linux)
      var offset = range.lowerBound
      return sendfile(target, source, &offset, range.count)
    #else
      return 0
    #endif
  }

  /// Makes the system start writing the last `count` bytes before the current position to the disk.
  static func startWriteback(ofLast count: Int, to descriptor: Int32) {
    #if os(Linux)
      let end = lseek(descriptor, 0, SEEK_CUR)
      // Linux starts to write dirty pages on this advice; a pipe has no position, and does not need it.
      if end >= count { posix_fadvise(descriptor, end - count, count, POSIX_FADV_DONTNEED) }
    #endif
  }

  /// Waits until the written bytes are on the disk.
  package static func syncFile(_ descriptor: Int32) -> Bool { fsync(descriptor) == 0 }

  package static func emptyFile(_ descriptor: Int32) -> Bool { setSize(0, of: descriptor) }

  static func setSize(_ size: Int, of descriptor: Int32) -> Bool {
    ftruncate(descriptor, off_t(size)) == 0
  }

  /// Locks the file for this process; fails if another one has locked it.
  package static func lockFile(_ descriptor: Int32) -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  /// The same, retried for a second: a program that is just being started still has descriptors open that this
  /// process has closed.
  package static func lockFilePatiently(_ descriptor: Int32) -> Bool {
    for _ in 0..<100 {
      if lockFile(descriptor) { return true }
      guard isLockedByAnother else { return false }
      usleep(10_000)
    }
    return lockFile(descriptor)
  }

  static func setPermissions(_ permissions: UInt32, of descriptor: Int32) -> Bool {
    fchmod(descriptor, mode_t(permissions)) == 0
  }

  static func setOwner(_ owner: UInt32, group: UInt32, of descriptor: Int32) -> Bool {
    fchown(descriptor, owner, group) == 0
  }

  /// Whether reading would return at once, with bytes or at the end.
  package static func hasInput(_ descriptor: Int32) -> Bool {
    var descriptor = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) > 0
  }

  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The terminal's width in characters; `nil` if it has none.
  package static func terminalWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  // MARK: - Names in the file system

  static func status(of path: String, followingLinks: Bool = true) -> FileStatus? {
    var status = stat()
    let code = withPath(path) { followingLinks ? stat($0, &status) : lstat($0, &status) }
    return code == 0 ? FileStatus(status) : nil
  }

  package static func status(of descriptor: Int32) -> FileStatus? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? FileStatus(status) : nil
  }

  /// The target of a link, relative to its folder; `nil` if there is no link.
  static func linkTarget(_ path: String) -> String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = withPath(path) { readlink($0, &target, target.count - 1) }
    return count < 0 ? nil : target.withUnsafeBufferPointer { $0.baseAddress.map { Self.path($0) } }
  }

  /// Whether this process may write the file.
  static func mayWrite(_ path: String) -> Bool {
    withPath(path) { faccessat(AT_FDCWD, $0, W_OK, AT_EACCESS) == 0 }
  }

  package static func renameFile(_ path: String, to name: String) -> Bool {
    withPath(path) { path in withPath(name) { rename(path, $0) == 0 } }
  }

  /// Renames a file within a folder.
  static func renameFile(_ old: String, to new: String, in folder: Int32) -> Bool {
    withPath(old) { old in withPath(new) { renameat(folder, old, folder, $0) == 0 } }
  }

  @discardableResult
  package static func removeFile(_ path: String) -> Bool { withPath(path) { unlink($0) == 0 } }

  @discardableResult
  static func removeFile(_ name: String, in folder: Int32) -> Bool {
    withPath(name) { unlinkat(folder, $0, 0) == 0 }
  }

  package static func makeFolder(_ path: String) -> Bool {
    withPath(path) { mkdir($0, 0o777) == 0 }
  }

  /// Removes an empty folder.
  @discardableResult
  package static func removeFolder(_ path: String) -> Bool { withPath(path) { rmdir($0) == 0 } }

  /// The most bytes that a name in a folder may have.
  static func longestName(in folder: Int32) -> Int {
    let length = fpathconf(folder, Int32(_PC_NAME_MAX))
    return length > 0 ? length : Int(NAME_MAX)
  }

  /// The permissions that new files and folders do not get.
  package static var withheldPermissions: UInt32 {
    // Only setting the mask returns the old one.
    let mask = umask(0)
    umask(mask)
    return UInt32(mask)
  }

  /// The names in a folder as they are stored; `nil` if it cannot be read.
  static func storedNames(in path: String) -> [[UInt8]]? {
    guard let folder = withPath(path, { opendir($0) }) else { return nil }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let start = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
      names.append(
        UnsafeBufferPointer(start: start, count: strlen(start)).map(UInt8.init(bitPattern:)))
    }
    return names
  }

  // MARK: - Memory

  package static var pageSize: Int { Int(getpagesize()) }

  /// The machine's memory in bytes.
  static var machineMemory: Int { sysconf(Int32(_SC_PHYS_PAGES)) * pageSize }

  /// The limit on the bytes of this process's addresses; `nil` for no limit.
  package static var addressLimit: Int? {
    var limit = rlimit()
    #if os(Linux)
      let code = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #else
      let code = getrlimit(RLIMIT_AS, &limit)
    #endif
    return code == 0 && limit.rlim_cur < UInt64(Int.max) ? Int(limit.rlim_cur) : nil
  }

  /// Raises this process's limit on open files to the system's maximum; a shell's limit is often 1,024.
  static func raiseOpenFileLimit() {
    var limit = rlimit()
    #if os(Linux)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
    #if canImport(Darwin)
      limit.rlim_cur = min(limit.rlim_max, rlim_t(OPEN_MAX))
    #else
      limit.rlim_cur = limit.rlim_max
    #endif
    setrlimit(resource, &limit)
  }

  /// Maps the first `size` bytes of a file for reading.
  package static func mapFile(_ descriptor: Int32, size: Int) -> UnsafeRawPointer? {
    let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    return base == MAP_FAILED ? nil : UnsafeRawPointer(base)
  }

  /// Zeroed private memory, in huge pages if the system has them and `isHuge` requests them.
  package static func mapMemory(size: Int, isHuge: Bool) -> UnsafeMutableRawPointer? {
    let base = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    guard let base, base != MAP_FAILED else { return nil }
    #if os(Linux)
      if isHuge { madvise(base, size, MADV_HUGEPAGE) }
    #endif
    return base
  }

  package static func unmap(_ base: UnsafeRawPointer, size: Int) {
    munmap(UnsafeMutableRawPointer(mutating: base), size)
  }

  /// Returns whole pages of mapped memory to the system, which reads them again on the next use.
  package static func releasePages(from base: UnsafeRawPointer, size: Int) {
    madvise(UnsafeMutableRawPointer(mutating: base), size, MADV_DONTNEED)
  }

  // MARK: - Processes

  /// Both ends of a pipe, which programs started by this process do not inherit.
  static func makePipe() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Whether each of `descriptors` can be read or has ended, after at most `milliseconds`; `nil` if a signal arrived.
  static func readable(_ descriptors: [Int32], milliseconds: Int32) -> [Bool]? {
    var polls = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let count = poll(&polls, nfds_t(polls.count), milliseconds)
    return count < 0 && wasInterrupted ? nil : polls.map { $0.revents != 0 }
  }

  /// Starts a program; the first of `words` is its name, which is looked up as a shell does.
  ///
  /// - Returns: The process's number, or the error's number.
  static func startProgram(
    _ words: [String], input: String, output: Int32, errors: Int32
  ) -> Result<Int32, ErrorNumber> {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    _ = withPath(input) {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, $0, O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    let arguments = words.map { withPath($0) { strdup($0) } } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = withPath(words[0]) {
      posix_spawnp(&process, $0, &actions, nil, arguments, environ)
    }
    return code == 0 ? .success(process) : .failure(ErrorNumber(number: code))
  }

  struct ErrorNumber: Error {
    let number: Int32
  }

  /// Waits for a program's end; returns its exit status, or 128 plus the number of the signal that ended it.
  static func waitForProgram(_ process: Int32) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, wasInterrupted {}
    let signal = status & 0x7f
    return signal == 0 ? status >> 8 & 0xff : 128 + signal
  }

  package static func endProcess(status: Int32) -> Never { exit(status) }

  /// Waits this many seconds, or until a signal arrives.
  package static func pause(seconds: Int) { sleep(UInt32(seconds)) }

  /// The value of an environment variable, which may be a path.
  package static func environmentVariable(_ name: String) -> String? {
    getenv(name).map { path($0) }
  }

  /// The peak memory of this process, in bytes.
  package static var peakMemory: Int {
    var usage = rusage()
    #if os(Linux)
      // Linux reports KiB, Apple's systems bytes.
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }

  // MARK: - Signals

  /// The signal of Ctrl-C.
  package static let interruptSignal = SIGINT
  package static let terminateSignal = SIGTERM
  /// The signal of a closed terminal.
  package static let hangUpSignal = SIGHUP
  /// The signal for a file that exceeds the user's limit on file size.
  package static let fileSizeSignal = SIGXFSZ
  /// The signal with which a program aborts itself.
  package static let abortSignal = SIGABRT

  /// Calls `handler` when a signal arrives.
  package static func handle(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    signal(number, handler)
  }

  /// Whether a signal has its default action.
  static func isUnhandled(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Glibc)
      return action.__sigaction_handler.sa_handler == nil
    #else
      return action.__sigaction_u.__sa_handler == nil
    #endif
  }

  /// Sends a signal to this thread's process.
  package static func send(_ number: Int32) { raise(number) }

  /// Restores the default action of a signal.
  package static func restoreHandling(of number: Int32) { signal(number, SIG_DFL) }

  /// Makes a signal interrupt the current system call, such as a read, and do nothing else.
  package static func handleByInterrupting(_ number: Int32) {
    var action = sigaction()
    let ignore: @convention(c) (Int32) -> Void = { _ in }
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = ignore
    #else
      action.__sigaction_u.__sa_handler = ignore
    #endif
    // Without SA_RESTART, so that reading ends.
    action.sa_flags = 0
    _ = sigaction(number, &action, nil)
  }

  /// Calls `handler`, on a separate stack, when a fault is about to end this program; the fault ends it after that.
  ///
  /// The handler replaces Swift's own backtrace, unless `SWIFT_BACKTRACE` requests that. It must neither allocate
  /// memory nor wait.
  package static func handleFaults(_ handler: @escaping @convention(c) (Int32) -> Void) {
    guard environmentVariable("SWIFT_BACKTRACE") == nil else { return }
    let size = 1 << 16
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
    for number in [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP] {
      var action = sigaction()
      #if canImport(Glibc)
        action.__sigaction_handler.sa_handler = handler
      #else
        action.__sigaction_u.__sa_handler = handler
      #endif
      // Once: the next such signal has its default action.
      action.sa_flags = Int32(bitPattern: UInt32(truncatingIfNeeded: SA_RESETHAND)) | SA_ONSTACK
      _ = sigaction(number, &action, nil)
    }
  }

  /// Writes a text directly to standard error, which is safe in a signal handler.
  package static func writeErrorAtOnce(_ text: StaticString) {
    _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Ends the process without the usual work at its end, which is safe in a signal handler.
  package static func endProcessAtOnce(status: Int32) -> Never { _exit(status) }

  /// Whether the system would provide `byteCount` more bytes; safe in a signal handler.
  package static func wouldLend(_ byteCount: Int) -> Bool {
    let memory = mmap(
      nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else { return false }
    munmap(memory, byteCount)
    return true
  }

  /// Blocks signals for this thread, and for the threads and programs that it starts.
  package static func block(_ signals: [Int32]) {
    var set = signalSet(signals)
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  package static func unblock(_ signals: [Int32]) {
    var set = signalSet(signals)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Waits until standard input can be read or has ended, or a blocked signal has arrived, even if it arrived before the call.
  ///
  /// - Returns: Whether no signal ended the wait; an input that cannot be waited for fails when it is read.
  package static func waitForStandardInput(orSignal number: Int32) -> Bool {
    var signals = sigset_t()
    sigpending(&signals)
    guard sigismember(&signals, number) == 0 else { return false }
    pthread_sigmask(SIG_BLOCK, nil, &signals)
    sigdelset(&signals, number)
    // Descriptor 0 is the first bit.
    var descriptors = fd_set()
    #if canImport(Glibc)
      descriptors.__fds_bits.0 = 1
    #else
      descriptors.fds_bits.0 = 1
    #endif
    return pselect(STDIN_FILENO + 1, &descriptors, nil, nil, nil, &signals) >= 0 || !wasInterrupted
  }

  /// Returns once one of the blocked signals has arrived, even if it arrived before the call.
  package static func wait(for signals: [Int32]) {
    var set = signalSet(signals)
    var received: Int32 = 0
    while sigwait(&set, &received) != 0 {}
  }

  private static func signalSet(_ signals: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in signals { sigaddset(&set, number) }
    return set
  }
}

/// The system's text for the last system call's error, with its first letter in lower case.
package func systemError() -> String {
  let text = Platform.text(ofError: Platform.errorNumber)
  return text.prefix(1).lowercased() + text.dropFirst()
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    let kind: FileKind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    self.init(
      kind: kind, permissions: UInt32(status.st_mode & 0o7777), owner: status.st_uid,
      group: status.st_gid, links: Int(status.st_nlink), size: Int(status.st_size),
      modified: nanoseconds(modified), changed: nanoseconds(changed),
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
  }
}

private func nanoseconds(_ time: timespec) -> Int {
  Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
}

// MARK: - Mathematics

/// The real functions that Swift leaves to the C library.
extension Double {
  package static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
  package static func exponential(_ value: Double) -> Double { exp(value) }
  package static func logarithm(_ value: Double) -> Double { log(value) }
  package static func decimalLogarithm(_ value: Double) -> Double { log10(value) }
  package static func sine(_ angle: Double) -> Double { sin(angle) }
  package static func cosine(_ angle: Double) -> Double { cos(angle) }
}
