import Domain
import Foundation

/// A seal that tests can make: codes depend on the key, the purpose and every byte.
struct SampleSeal: Seal {
  var publicKey: String
  var isNew = false

  init(_ name: String, isNew: Bool = false) {
    publicKey = name + String(repeating: "0", count: 64 - name.count)
    self.isNew = isNew
  }

  func sign(_ bytes: [UInt8]) throws -> String { code("sign", bytes) }

  func code(_ purpose: String, _ bytes: [UInt8]) -> String {
    let all = Array((publicKey + purpose).utf8) + bytes
    let hash = all.reduce(14_695_981_039_346_656_037 as UInt64) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    return String(hash, radix: 16)
  }
}
