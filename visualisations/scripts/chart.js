"use strict";
/** A chart: its parts can be chosen, in the drawing and in the table. */
{
  const { data, make, growing } = joinedup;
  const panel = joinedup.at("panel");
  const drawing = joinedup.at("drawing").querySelector("svg");
  joinedup.state = { voice: "", role: "" };

  const hint = () => [
    make("h2", {}, "What is behind it?"),
    make("p", {}, "Choose a part of the picture or a row of the table. The findings behind it appear here, with their sentences and who says so."),
  ];

  const evidence = ({ title, text, things, findings }) => [
    joinedup.button("Close", () => choose(""), "close"),
    make("h2", { tabindex: "-1" }, title),
    make("p", {}, text),
    growing(findings, (finding) => joinedup.findingItem(finding, things)),
  ];

  const show = () => {
    const chosen = new URLSearchParams(location.hash.slice(1)).get("part") ?? "";
    const part = data.parts[Number(chosen)];
    panel.replaceChildren(...(chosen !== "" && part ? evidence(part) : hint()));
    panel.scrollTop = 0;
    for (const group of drawing.querySelectorAll("[data-part]")) {
      group.classList.toggle("chosen", chosen !== "" && group.dataset.part === chosen);
    }
  };

  const choose = (part) => {
    history.pushState(null, "", part === "" ? "#" : `#part=${part}`);
    show();
  };

  for (const group of drawing.querySelectorAll("[data-part]")) {
    group.addEventListener("click", () => choose(group.dataset.part));
  }
  [...joinedup.at("rows").rows].forEach((row, part) => {
    const open = joinedup.button("evidence", () => choose(String(part)));
    open.setAttribute("aria-label", `evidence for ${data.parts[part].title}: ${data.parts[part].text}`);
    row.lastElementChild.append(open);
  });
  addEventListener("hashchange", show);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose("");
  });

  /** Columns and cells of the table, without the column of buttons. */
  joinedup.tableCells = () =>
    [...document.querySelectorAll("#table tr")].map((row) => [...row.cells].slice(0, -1).map((cell) => cell.textContent));

  /** The drawing as it stands in its file: on light paper. */
  joinedup.svg = () => new XMLSerializer().serializeToString(drawing);

  show();
  joinedup.at("drawing").dataset.ready = "true";
}
