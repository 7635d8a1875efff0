import ArgumentParser

@main
struct Duban: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "duban")
}
