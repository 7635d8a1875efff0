/// One form of a page: where it is sent, what tells it from the page's other forms, and the names of
/// its fields. By it what was typed finds its way back into the form, on whatever page that stands.
public struct FormPlace: Sendable, Equatable {
  /// The path that it is sent to, decoded: `/commitments/P16/edit`.
  public var action: String
  /// Hidden fields that differ between forms of one address: the unit, what is done.
  public var marks: [String: String]
  /// What can be typed or chosen in it; nil where its fields are always the same, so that nothing
  /// that was typed can have lost its field.
  public var names: Set<String>?

  /// A form with its fields, and what tells it from others of the same address.
  public init(_ action: String, _ names: Set<String>? = nil, marks: [String: String] = [:]) {
    self.action = action
    self.marks = marks
    self.names = names
  }

  /// Whether `values` were typed into this form. A mark that was not sent does not count against it.
  func fits(_ values: FormValues) -> Bool {
    values.sentTo == action
      && marks.allSatisfy { name, value in values.all(name).allSatisfy { $0 == value } }
  }
}
