"use strict";
/** Filters, slider, legend and buttons: each changes the state, and shows what the state is. */
{
  const { data, make } = joinedup;
  const field = (id) => /** @type {HTMLInputElement} */ (joinedup.at(id));

  /** Options of a filter: those that something has, by name. */
  const fill = (id, values, name = (value) => value) => {
    const select = joinedup.at(id);
    for (const value of values) select.append(make("option", { value }, name(value)));
    select.closest("label").hidden = values.length < 2;
  };
  const distinct = (values) => [...new Set(values)].filter(Boolean).sort();
  const quotes = data.findings.flatMap((finding) => finding.quotes ?? []);
  const years = distinct(data.findings.map((finding) => finding.issued.slice(0, 4)));

  fill("committee", distinct(data.findings.map((finding) => data.committees[finding.committee])));
  fill("department",
    data.things.filter((thing) => thing.kind === "organisation").map((thing) => thing.key),
    (key) => data.things[data.numbers.get(key)].label);
  fill("sort", distinct(data.things.filter((thing) => thing.kind === "initiative").map((thing) => thing.sort)));
  fill("voice", distinct(quotes.map((quote) => quote[1])), (voice) => data.voices[voice] ?? voice);
  fill("role", distinct(quotes.map((quote) => quote[2])));
  fill("from", years);
  fill("to", years);
  const orNone = (values) => (values.length ? [...values, "none"] : []);
  fill("respondent", orNone(distinct(data.findings.flatMap((finding) => finding.respondents))),
    (name) => (name === "none" ? "no answer known" : name));
  fill("position", orNone(distinct(data.findings.flatMap((finding) => finding.stances.map(joinedup.stanceKey)))), (key) => {
    if (key === "none") return "no position known";
    const [voice, decision] = key.split(": ");
    return `${decision} (${data.stated[voice] ?? voice})`;
  });

  const filters = ["committee", "department", "sort", "respondent", "position", "voice", "role", "from", "to"];
  for (const id of filters) joinedup.at(id).addEventListener("change", () => joinedup.set({ [id]: field(id).value }));

  const most = data.pairs.reduce(
    (found, pair) => Math.max(found, pair.ofCommittee ? 0 : joinedup.shared(data.things[pair.one].at, data.things[pair.other].at).length), 1);
  field("least").max = String(Math.max(most, data.start.least));
  field("least").addEventListener("input", () => joinedup.set({ least: Number(field("least").value) }));
  for (const id of ["rest", "register"]) {
    field(id).addEventListener("change", () => joinedup.set({ [id]: field(id).checked }));
  }

  for (const box of document.querySelectorAll("#legend input[data-kind]")) {
    box.addEventListener("change", () => {
      const hidden = [...document.querySelectorAll("#legend input[data-kind]:not(:checked)")];
      joinedup.set({ hidden: hidden.map((other) => other.dataset.kind).join(",") });
    });
  }

  const click = (id, act) => joinedup.at(id).addEventListener("click", act);
  click("undo", joinedup.undo);
  click("reset", () => joinedup.set({ ...joinedup.firstState }));
  click("fit", () => joinedup.fit());
  click("near", () => joinedup.drawing.moveTo({ scale: joinedup.drawing.getScale() * 1.3 }));
  click("far", () => joinedup.drawing.moveTo({ scale: joinedup.drawing.getScale() / 1.3 }));
  click("move", () => {
    const moving = joinedup.at("move").getAttribute("aria-pressed") !== "true";
    joinedup.at("move").setAttribute("aria-pressed", String(moving));
    joinedup.drawing.setOptions({ physics: { enabled: moving } });
  });

  /** Show what the state is. */
  joinedup.showControls = (state) => {
    for (const id of filters) field(id).value = state[id];
    field("least").value = String(state.least);
    joinedup.at("least-now").textContent = joinedup.counted(state.least, "finding");
    for (const id of ["rest", "register"]) field(id).checked = state[id];
    const hidden = state.hidden.split(",");
    for (const box of document.querySelectorAll("#legend input[data-kind]")) box.checked = !hidden.includes(box.dataset.kind);
    const set = filters.filter((id) => state[id]).length;
    joinedup.at("filters-now").textContent = set ? `${set} on` : "";
    joinedup.at("focus-now").hidden = !state.focus;
    const focus = data.numbers.get(state.focus);
    if (focus !== undefined) joinedup.at("focus-name").textContent = data.things[focus].label;
  };
  click("close-groups", () => joinedup.set({ open: "" }));
  click("unfocus", () => joinedup.unfocus());
}
