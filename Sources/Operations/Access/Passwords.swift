import Crypto
import CryptoExtras
import Domain
import Foundation
import Publishing

/// Passwords are kept as scrypt hashes (RFC 7914) with a salt of their own.
enum Passwords {
  /// Cost: 16 MB and some 40 ms for each attempt.
  private static let (rounds, block, lanes) = (16384, 8, 1)
  /// At least this many characters.
  static let shortest = 10
  static let longest = 200

  /// `scrypt$16384$8$1$SALT$KEY`, salt and key in base64.
  static func hash(_ password: String) throws -> String {
    let salt = Secrets.random(16)
    let key = try derive(password, salt, rounds, block, lanes)
    return "scrypt$\(rounds)$\(block)$\(lanes)$\(Data(salt).base64EncodedString())$"
      + Data(key).base64EncodedString()
  }

  /// A hash that is nobody's: checking against it takes as long as against a real one.
  static let nobody: String = (try? hash(Secrets.text())) ?? ""

  /// What is wrong with a new password; nil where nothing is.
  static func problem(_ password: String, field: String) -> FormProblem? {
    guard !(shortest...longest).contains(password.unicodeScalars.count) else { return nil }
    return FormProblem(
      field, "密码为 \(shortest) 至 \(longest) 个字符",
      "a password has \(shortest) to \(longest) characters")
  }

  /// A password to hand over once: 20 characters without those that look alike.
  static func generated() -> String {
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
    var generator = SystemRandomNumberGenerator()
    return String(
      (0..<20).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
  }

  /// False for another password and for a hash that is malformed.
  static func fits(_ password: String, _ hash: String) -> Bool {
    let parts = hash.split(separator: "$").map(String.init)
    guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
      let block = Int(parts[2]), let lanes = Int(parts[3]),
      let salt = Data(base64Encoded: parts[4]),
      let key = Data(base64Encoded: parts[5]), rounds <= 1 << 20,
      let other = try? derive(password, [UInt8](salt), rounds, block, lanes)
    else { return false }
    return Secrets.same(other, [UInt8](key))
  }

  private static func derive(
    _ password: String, _ salt: [UInt8], _ rounds: Int, _ block: Int, _ lanes: Int
  ) throws -> [UInt8] {
    let key = try KDF.Scrypt.deriveKey(
      from: Data(password.utf8), salt: Data(salt), outputByteCount: 32, rounds: rounds,
      blockSize: block, parallelism: lanes)
    return key.withUnsafeBytes { [UInt8]($0) }
  }
}

/// Random values that nobody can guess, and their digests.
public enum Secrets {
  static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// 43 characters for a cookie, a token or a form: 256 random bits in base64url.
  public static func text() -> String {
    Data(random(32)).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// SHA-256 in lower-case hexadecimal.
  public static func digest(_ text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: SHA256.hash(data: Data(text.utf8)).flatMap {
        [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
      }, as: UTF8.self)
  }

  /// Compares without telling by its time where two values differ.
  public static func same(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    var difference: UInt8 = 0
    for (x, y) in zip(a, b) { difference |= x ^ y }
    return difference == 0
  }
}
