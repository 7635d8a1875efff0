import Foundation
import PackagePlugin

/// Puts the files of a target's folders into its code, as `PackageResources`: the program is one
/// file that needs nothing beside it.
///
/// The package manager's own `.embedInCode` writes arrays of numbers, which take a compiler about
/// 140 ms for each kilobyte; texts take it next to nothing.
@main
struct EmbedFiles: BuildToolPlugin {
  /// Folders below a target's own whose files are embedded.
  private static let folders = ["Resources", "Templates", "district"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let files = try Self.folders.flatMap { name in
      try Self.files(target.directoryURL.appending(path: name))
    }
    let code = context.pluginWorkDirectoryURL.appending(path: "PackageResources.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) files of \(target.name)",
        executable: try context.tool(named: "embed").url,
        arguments: [code.path(percentEncoded: false)]
          + files.map { $0.path(percentEncoded: false) },
        inputFiles: files, outputFiles: [code])
    ]
  }

  private static func files(_ folder: URL) throws -> [URL] {
    guard FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) else {
      return []
    }
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { !$0.lastPathComponent.hasPrefix(".") }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
