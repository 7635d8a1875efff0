import Crypto
import Domain
import Foundation

/// The office's key: an Ed25519 key (RFC 8032) in a file of its own outside the ledger, by default
/// beside it. It signs releases, and makes the codes by which access data and the mark of what was
/// verified cannot be forged without it. It is in no backup and no export; whoever loses it makes
/// another, and signatures by the old one stay good.
public struct OfficeKey: Seal {
  /// The public key in lower-case hexadecimal.
  public let publicKey: String
  /// True where the file was made just now.
  public let isNew: Bool
  private let signing: Curve25519.Signing.PrivateKey
  private let codes: SymmetricKey

  private init(_ signing: Curve25519.Signing.PrivateKey, isNew: Bool) {
    self.signing = signing
    self.isNew = isNew
    publicKey = Hexadecimal.text(signing.publicKey.rawRepresentation)
    codes = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: signing.rawRepresentation),
      info: Data("duban codes".utf8), outputByteCount: 32)
  }

  /// Where the key of a ledger is unless somebody says otherwise.
  public static func path(besides ledger: String) -> String { ledger + ".key" }

  /// The key in a file; nil where there is none.
  /// - Throws: ``AnchorFault/badKeyFile(path:reason:)``.
  public static func read(_ path: String) throws -> OfficeKey? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw AnchorFault.badKeyFile(path: path, reason: Phrase("无法读取", "it cannot be read"))
    }
    let line = text.split(separator: "\n").last { $0.hasPrefix(prefix) }
    guard let line, let bytes = Hexadecimal.bytes(line.dropFirst(prefix.count)),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    else {
      throw AnchorFault.badKeyFile(
        path: path,
        reason: Phrase("应有一行 private 和 64 位十六进制", "expected a line private and 64 digits"))
    }
    return OfficeKey(key, isNew: false)
  }

  /// The key in a file; it is made, readable by its owner alone (0600), where there is none.
  /// - Throws: ``AnchorFault/badKeyFile(path:reason:)``.
  public static func make(_ path: String) throws -> OfficeKey {
    if let key = try read(path) { return key }
    let key = Curve25519.Signing.PrivateKey()
    let text = """
      督办的密钥（Ed25519）。请与账本分开保管，不要外传。 The key of Duban: keep it apart from the ledger.
      public \(Hexadecimal.text(key.publicKey.rawRepresentation))
      \(prefix)\(Hexadecimal.text(key.rawRepresentation))

      """
    guard try save(Array(text.utf8), to: path) else {
      // Another program was faster; its key is the one.
      return try read(path) ?? OfficeKey(key, isNew: false)
    }
    return OfficeKey(key, isNew: true)
  }

  private static let prefix = "private "

  /// Whole or not at all.
  /// - Returns: false where a file is there already.
  private static func save(_ bytes: [UInt8], to path: String) throws -> Bool {
    let part = "\(path).\(getpid())"
    defer { unlink(part) }
    let file = open(part, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard file >= 0 else { throw unwritable(path) }
    defer { close(file) }
    guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
      throw unwritable(path)
    }
    if link(part, path) == 0 { return true }
    guard errno == EEXIST else { throw unwritable(path) }
    return false
  }

  private static func unwritable(_ path: String) -> AnchorFault {
    let reason = String(cString: strerror(errno))
    return .badKeyFile(
      path: path, reason: Phrase("无法写入，\(reason)", "it cannot be written: \(reason)"))
  }

  /// The Ed25519 signature (RFC 8032) of bytes, in lower-case hexadecimal.
  public func sign(_ bytes: [UInt8]) throws -> String {
    Hexadecimal.text(try signing.signature(for: bytes))
  }

  /// HMAC-SHA-256 of bytes for one purpose, in lower-case hexadecimal: a code for one purpose is
  /// none for another.
  public func code(_ purpose: String, _ bytes: [UInt8]) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Array(purpose.utf8) + [0] + bytes, using: codes)
    return Hexadecimal.text(code)
  }
}

extension SignedHead {
  /// An entry signed by a key.
  public init(_ head: LedgerHead, by key: any Seal) throws {
    self.init(head: head, key: key.publicKey, signature: try key.sign(head.signedBytes))
  }

  /// Whether the key that it names made the signature. Whose key that is it does not say.
  public var isValid: Bool {
    guard let key = Hexadecimal.bytes(key), let signature = Hexadecimal.bytes(signature),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key)
    else { return false }
    return key.isValidSignature(signature, for: head.signedBytes)
  }
}

/// Bytes as lower-case hexadecimal digits.
enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Nil for an odd number of digits or anything else.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let values = text.utf8.map { digits.firstIndex(of: $0) }
    guard values.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: values.count, by: 2).reduce(into: [] as [UInt8]?) { bytes, place in
      guard let high = values[place], let low = values[place + 1] else {
        bytes = nil
        return
      }
      bytes?.append(UInt8(high << 4 | low))
    }
  }
}
