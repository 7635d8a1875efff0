import ArgumentParser
import Domain
import Operations
import Publishing

/// Where what was asked for goes: a file, whole or not at all, or standard output.
enum Output {
  static func write(_ bytes: [UInt8], to path: String?) throws {
    if let path {
      try SaveExport.save([bytes], to: path)
    } else {
      try SaveExport.write([bytes], to: 1)
    }
  }
}

/// The form of a table, and where it goes.
struct SheetArguments: ParsableArguments {
  @Option(help: "输出形式 table、jsonl、csv、xlsx。 The form of the output.")
  var format: SheetFormat = .table

  @Option(help: "写入文件。 Write to this file.")
  var out: String?

  func validate() throws {
    if format.isBinary, out == nil, Screen.isTerminal(1) {
      throw ValidationError("xlsx 不能显示在终端上，请用 --out / use --out: a terminal cannot show xlsx")
    }
  }

  func write(_ bytes: [UInt8]) throws { try Output.write(bytes, to: out) }
}

extension SheetFormat: ExpressibleByArgument {}
