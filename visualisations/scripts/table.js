"use strict";
/** The same pairs as a table: what is drawn, no more and no less. */
{
  const { data, make, counted } = joinedup;
  const PORTION = 100;
  const body = joinedup.at("rows");
  const more = joinedup.at("more-rows");
  let rows = [];

  /** What the table says of a pair, in the order of its columns. */
  const cellsOf = (pair) => {
    const { findings } = joinedup.shown;
    return [
      data.things[pair.one].label,
      data.things[pair.other].label,
      pair.joinedBy ? "" : pair.joint.length,
      findings[pair.one].length,
      findings[pair.other].length,
      pair.verdict || pair.joinedBy || "not tested",
      pair.register,
    ];
  };

  const rowOf = (pair) => {
    const cell = (value) => make("td", typeof value === "number" ? { class: "number" } : {}, String(value));
    const open = joinedup.button("sentences", () => joinedup.readEvidence([pair.one, pair.other]));
    open.setAttribute("aria-label", `sentences for ${data.things[pair.one].label} and ${data.things[pair.other].label}`);
    return make("tr", {}, ...cellsOf(pair).map(cell), make("td", {}, open));
  };

  const grow = () => {
    const from = body.children.length;
    body.append(...rows.slice(from, from + PORTION).map(rowOf));
    const left = rows.length - body.children.length;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(left, PORTION)} more of ${left}`;
  };

  /** Columns and cells of what is shown, for the table that people save. */
  joinedup.tableCells = () => [
    [...document.querySelectorAll("#table thead th")].slice(0, -1).map((column) => column.textContent),
    ...rows.map(cellsOf),
  ];

  joinedup.showTable = () => {
    rows = joinedup.shown.pairs.toSorted((one, other) => other.joint.length - one.joint.length);
    body.replaceChildren();
    grow();
    joinedup.at("summary").textContent =
      `Drawn now: ${counted(rows.length, "line")} between ${counted(joinedup.shown.things.length, "name")}.`;
  };

  more.addEventListener("click", grow);
}
