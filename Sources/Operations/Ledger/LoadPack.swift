import Declarations
import Domain
import Foundation
import Packs

/// A pack: declarations for one kind of government, built in or in a folder.
public struct Pack: Sendable {
  /// Files by name: `registries-*.yaml`, `series.yaml`, `units.yaml`, `commitments.yaml`,
  /// `lights.yaml`, `scores.yaml`.
  var files: [(name: String, bytes: [UInt8])]

  /// The district pack that is built in.
  public static var district: Pack { Pack(files: Packs.district) }

  /// `district`, or the yaml files of a folder.
  ///
  /// - Throws: ``OperationFault/cannotOpen(path:error:)``.
  public static func named(_ name: String) throws -> Pack {
    guard name != "district" else { return district }
    guard let entries = try? FileManager.default.contentsOfDirectory(atPath: name) else {
      throw OperationFault.cannotOpen(path: name, error: errno)
    }
    return Pack(
      files: try entries.filter { $0.hasSuffix(".yaml") }.sorted().map {
        ($0, try ByteSource(path: name + "/" + $0).bytes())
      })
  }

  /// What it knows of commitments.
  public func templates() throws -> [Template] {
    try files.filter { $0.name.hasPrefix("commitments") }.flatMap {
      try DeclarationReader(file: $0.name).templates($0.bytes)
    }
  }

  /// Its registries; throws the first fault of their files.
  public func registries() throws -> [Registry] {
    try files.filter { $0.name.hasPrefix("registries") }.flatMap {
      try DeclarationReader(file: $0.name).registries($0.bytes)
    }
  }

  /// Its series; throws the first fault of their file.
  public func series() throws -> [Series] {
    try files.filter { $0.name.hasPrefix("series") }.flatMap {
      try DeclarationReader(file: $0.name).series($0.bytes)
    }
  }

  func file(_ name: String) -> [UInt8]? { files.first { $0.name == name }?.bytes }

  /// Published rules that are kept to show why they are refused are no declarations.
  fileprivate var declarations: [(name: String, bytes: [UInt8], kind: DeclareFile.Kind)] {
    files.compactMap { file in
      let stem = file.name.split(whereSeparator: { $0 == "-" || $0 == "." }).first.map(String.init)
      guard file.name.hasSuffix(".yaml"), !file.name.hasSuffix("-published.yaml"),
        let kind = stem.flatMap(DeclareFile.Kind.init)
      else { return nil }
      return (file.name, file.bytes, kind)
    }
  }
}

/// Declares everything of a pack in a ledger; what is there already is nothing.
public struct LoadPack: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Declares everything that the ledger does not have just so, all in one transaction.
  ///
  /// - Parameter decision: on which new declarations rest that issued commitments are measured by.
  /// - Returns: the entries that were made; none where all was there.
  @discardableResult
  public func run(
    _ pack: Pack, decision: Decision? = nil, by caller: Caller, reason: String? = nil
  ) throws -> [Entry] {
    try DeclareFile(office).run(
      pack.declarations, decision: decision, by: caller, reason: reason)
  }
}
