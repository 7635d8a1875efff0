import Domain

/// A page of the 系统 area: what it is for, a table, and the forms that change it.
public struct SystemListPage: Page {
  public static let template = "system-list"
  public var title: Phrase
  /// What the page is for, a paragraph each.
  public var intro: [Phrase] = []
  public var columns: [Phrase] = []
  public var rows: [[Item]] = []
  public var forms: [SystemForm] = []
  /// Other pages of the same list.
  public var before: (path: String, query: [(String, String)])?
  public var after: (path: String, query: [(String, String)])?
  /// Addresses of the page's data; nil where there is none.
  public var path: String?
  public var query: [(String, String)] = []
  /// Something that is shown this once: a password, a token.
  public var secret: (label: Phrase, text: String)?
  public var tab: Tab { .system }

  public init(_ title: Phrase) { self.title = title }

  /// A cell: words, with a link where there is more.
  public struct Item: Sendable {
    public var text: Phrase
    public var path: String?

    public init(_ text: Phrase, path: String? = nil) {
      self.text = text
      self.path = path
    }

    public init(_ text: String, path: String? = nil) {
      self.init(Phrase(text, text), path: path)
    }
  }

  public func context(_ frame: Frame) -> [String: Any] {
    var context: [String: Any] = ["heading": title(frame.language)]
    context["intro"] = intro.map { ["text": $0(frame.language)] }
    context["system"] = frame.link("/system")
    context["is-home"] = path == "/system"
    context["columns"] = columns.map { ["name": $0(frame.language)] }
    context["has-rows"] = !rows.isEmpty
    context["has-table"] = !columns.isEmpty
    context["rows"] = rows.map { row in
      [
        "cells": zip(row, columns).map { item, column in
          [
            "text": item.text(frame.language), "label": column(frame.language),
            "href": item.path.map { frame.link($0) } ?? "",
          ]
        }
      ]
    }
    context["forms"] = forms.map { $0.context(frame) }
    context["before"] = before.map { frame.link($0.path, $0.query) }
    context["after"] = after.map { frame.link($0.path, $0.query) }
    context["has-pages"] = before != nil || after != nil
    if let path {
      context["csv"] = frame.links.csv(path, query)
      context["json"] = frame.links.json(path, query)
    }
    if let secret {
      context["secret"] = secret.text
      context["secret-label"] = secret.label(frame.language)
    }
    return context
  }

  public var places: [FormPlace] { forms.filter { !$0.isSearch }.map(\.place) }

  public func data(_ frame: Frame) -> JSONValue? {
    guard !columns.isEmpty else { return nil }
    return .object([
      (
        "rows",
        .list(
          rows.map { row in
            .object(
              zip(columns, row).map { ($0(.english), .text($1.text(frame.language))) })
          })
      )
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    guard !columns.isEmpty else { return nil }
    return CSVText.bytes(
      columns.map { $0(frame.language) }, rows.map { $0.map { $0.text(frame.language) } })
  }
}

/// A form of the 系统 area.
public struct SystemForm: Sendable {
  public var heading: Phrase
  public var note: Phrase?
  public var action: String
  public var fields: [Field]
  public var hidden: [(name: String, value: String)]
  public var button: Phrase
  /// A form that only asks for what is shown.
  public var isSearch = false

  public init(
    _ heading: Phrase, note: Phrase? = nil, action: String, fields: [Field] = [],
    hidden: [(name: String, value: String)] = [], button: Phrase,
    isSearch: Bool = false
  ) {
    self.heading = heading
    self.note = note
    self.action = action
    self.fields = fields
    self.hidden = hidden
    self.button = button
    self.isSearch = isSearch
  }

  public struct Field: Sendable {
    /// What is typed into it, where it offers no choice.
    public enum Kind: Sendable { case line, day, password }

    public var name: String
    public var label: Phrase
    public var value: String
    public var type: Kind
    public var hint: Phrase?
    public var options: [(value: String, name: Phrase)]

    public init(
      _ name: String, _ label: Phrase, _ value: String = "", type: Kind = .line,
      hint: Phrase? = nil, options: [(value: String, name: Phrase)] = []
    ) {
      self.name = name
      self.label = label
      self.value = value
      self.type = type
      self.hint = hint
      self.options = options
    }
  }

  var place: FormPlace { FormPlace(action, Set(fields.map(\.name))) }

  func context(_ frame: Frame) -> [String: Any] {
    let form = frame.form(
      place, standing: Dictionary(fields.map { ($0.name, $0.value) }) { $1 })
    return [
      "heading": heading(frame.language), "note": note?(frame.language) ?? "",
      "action": Links.encoded(action, keeping: "/"), "method": isSearch ? "get" : "post",
      "is-post": !isSearch, "csrf": frame.csrf, "button": button(frame.language),
      "is-english": isSearch && frame.language == .english,
      "hidden": hidden.map { name, value in
        ["name": name, "value": name == "basis" ? form.basis(value) : value]
      },
      "fields": fields.map { $0.shown(frame).context(form, frame) },
    ]
  }
}

extension SystemForm.Field {
  fileprivate func shown(_ frame: Frame) -> FormField {
    var field = FormField(
      name, label(frame.language), hint: hint.map { $0(frame.language) }, control(frame))
    field.longest = 200
    return field
  }

  private func control(_ frame: Frame) -> FormField.Control {
    guard options.isEmpty else {
      return .select(options.map { .init($0.value, $0.name(frame.language)) })
    }
    switch type {
    case .line: return .line
    case .day: return .day
    case .password: return .password
    }
  }
}
