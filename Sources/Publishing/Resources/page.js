"use strict";
(() => {
  const root = document.documentElement;
  const aside = document.getElementById("list");
  const form = aside.querySelector("form");
  const items = [...aside.querySelectorAll("li")];
  const marks = [...document.querySelectorAll(".mark")];
  const opener = document.querySelector(".open");
  const narrow = matchMedia("(max-width: 1023px)");
  const shown = form.querySelector(".shown");
  const itemOf = new Map(items.map((item) => [item.id, item]));
  const marksOf = new Map(items.map((item) => [item.id, []]));
  for (const mark of marks) {
    mark.ids = mark.dataset.ids.split(" ");
    for (const id of mark.ids) marksOf.get(id)?.push(mark);
  }
  let current = null;

  const isShown = (id) => itemOf.has(id) && !itemOf.get(id).hidden;
  const shownItems = () => items.filter((item) => !item.hidden);
  const entry = (id) => itemOf.get(id).querySelector(".entry");

  // The words that hold the very number of an item; for a task, its first words.
  const isOwn = (mark, id) => mark.ids.indexOf(id) < Number(mark.dataset.numbers);
  const placeOf = (id) => marksOf.get(id).find((mark) => isOwn(mark, id)) ?? marksOf.get(id)[0];

  // The one stop of the tab key on each side; arrows and j, k move it.
  const stop = (id) => {
    for (const link of document.querySelectorAll('.mark[tabindex="0"], .entry[tabindex="0"]')) link.tabIndex = -1;
    if (id === null) return;
    entry(id).tabIndex = 0;
    const mark = placeOf(id);
    if (mark) mark.tabIndex = 0;
  };

  const pick = (id) => {
    for (const old of document.querySelectorAll(".on")) old.classList.remove("on", "own");
    entry(current ?? id).removeAttribute("aria-current");
    current = id;
    itemOf.get(id).classList.add("on");
    entry(id).setAttribute("aria-current", "true");
    for (const mark of marksOf.get(id)) {
      mark.classList.add("on");
      mark.classList.toggle("own", isOwn(mark, id));
    }
    stop(id);
  };

  const setOpen = (open) => {
    root.classList.toggle("listing", open);
    opener.setAttribute("aria-expanded", String(open));
  };

  const show = (element) => {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "center" });
  };

  const toText = (id) => {
    pick(id);
    setOpen(false);
    const mark = placeOf(id);
    if (mark) show(mark);
  };

  const toList = (id) => {
    pick(id);
    if (narrow.matches) setOpen(true);
    show(entry(id));
  };

  // A place with several statements gives the next one at each click.
  const nextAt = (mark) => {
    const ids = mark.ids.filter(isShown);
    return ids[(ids.indexOf(current) + 1) % ids.length];
  };

  const step = (by, from) => {
    const all = shownItems();
    if (all.length === 0) return;
    const at = all.findIndex((item) => item.id === current);
    const next = at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by));
    const { id } = all[next];
    pick(id);
    const mark = placeOf(id);
    show(from === "text" && mark ? mark : entry(id));
    if (!narrow.matches) (from === "text" ? itemOf.get(id) : mark)?.scrollIntoView({ block: "center" });
  };

  const filter = () => {
    const kinds = new Set(new FormData(form).getAll("kind"));
    const section = form.elements.section.value;
    for (const box of form.elements.kind) root.classList.toggle("no-" + box.value, !box.checked);
    for (const item of items) {
      const inSection = section === "" || item.dataset.sections.split(" ").includes(section);
      item.hidden = !(inSection && kinds.has(item.dataset.kind));
    }
    for (const group of aside.querySelectorAll(".group, div.report")) {
      group.hidden = !group.querySelector("li:not([hidden])");
    }
    for (const mark of marks) mark.classList.toggle("off", !mark.ids.some(isShown));
    const all = shownItems();
    shown.textContent = shown.dataset.words.replace("{n}", all.length).replace("{all}", items.length);
    opener.querySelector(".number").textContent = all.length;
    aside.querySelector(".none").hidden = all.length > 0;
    stop(current !== null && isShown(current) ? current : all[0]?.id ?? null);
  };

  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark");
    const link = event.target.closest(".entry");
    if (mark) {
      event.preventDefault();
      const id = nextAt(mark);
      if (id) toList(id);
    } else if (link) {
      event.preventDefault();
      toText(link.parentElement.id);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && root.classList.contains("listing")) {
      setOpen(false);
      opener.focus();
      return;
    }
    const side = event.target.closest(".mark") ? "text" : event.target.closest(".entry") ? "list" : null;
    if (side === null) return;
    const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (by !== undefined) step(by, side);
    else if (event.key === "Escape" && current) side === "text" ? toList(current) : toText(current);
    else return;
    event.preventDefault();
  });

  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  opener.addEventListener("click", () => {
    setOpen(true);
    form.querySelector(".close").focus();
  });
  form.querySelector(".close").addEventListener("click", () => {
    setOpen(false);
    opener.focus();
  });

  root.classList.add("script");
  for (const link of document.querySelectorAll(".mark, .entry")) link.tabIndex = -1;
  filter();
  const wanted = location.hash.slice(1).replace(/^m-/, "");
  if (isShown(wanted)) toText(wanted);
})();
