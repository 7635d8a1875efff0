/// A clause that may be a task, by the places of its parts among the sentence's tokens.
struct TaskDraft: Equatable {
  /// The whole clause.
  var tokens: Range<Int>
  /// The verb or the chain of verbs; empty where the clause has a number and no verb.
  var verb: Range<Int>
  /// What the verb acts on.
  var object: Range<Int>
  var shape: Shape
  /// 力争, 确保.
  var modal: Int?
  /// The tokens of a verb that the clause shares with the one before it (完成A、B).
  var sharedVerb: Range<Int>?

  enum Shape: Equatable {
    /// 启动A建设
    case verbFirst
    /// A开工建设; 农村土地流转率达到30%
    case verbLast
    /// 对A实施改造
    case governed
    /// 在库企业400家以上
    case numberOnly
  }
}
