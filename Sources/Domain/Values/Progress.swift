/// Called with the number of documents read and their total; may be called from any thread.
public typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void
