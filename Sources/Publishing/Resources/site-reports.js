
// A report: the sentence and its entry in the list are picked together, whichever was asked for.
const reportText = document.querySelector(".reporttext");
if (reportText) {
  const entryOf = (id) => id.replace(/~\d+$/, "");
  const marksOf = (entry) =>
    [...reportText.querySelectorAll(".mark")].filter((mark) =>
      (mark.dataset.ids ?? "").split(" ").some((id) => entryOf(id) === entry));
  const pick = () => {
    for (const old of document.querySelectorAll(".reportpage .on")) old.classList.remove("on");
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const inText = reportText.contains(target);
    const entry = inText
      ? target.id.startsWith("c-") ? "i-" + entryOf(target.id.slice(2)) : target.id.slice(2)
      : target.id;
    const marks = marksOf(entry);
    const item = document.getElementById(entry);
    for (const mark of marks) mark.classList.add("on");
    if (!item || item.id === "list" || item.id === "text") return;
    item.classList.add("on");
    const wide = matchMedia("(min-width: 1024px)").matches;
    if (wide) (inText ? item : marks[0])?.scrollIntoView({ block: "center" });
    if (wide && inText) target.nextElementSibling?.scrollIntoView({ block: "center" });
  };
  window.addEventListener("hashchange", pick);
  pick();
}
