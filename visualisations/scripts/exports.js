"use strict";
/** Taking things away: the picture as PNG or SVG, what is shown as CSV, the address. */
{
  const { data } = joinedup;
  const SPACE = "http://www.w3.org/2000/svg";

  const save = (blob, ending) => {
    const address = URL.createObjectURL(blob);
    const link = joinedup.make("a", { href: address, download: `joinedup-${data.view.name}.${ending}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };

  const draw = (parent, tag, attributes, text) => {
    const element = document.createElementNS(SPACE, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    if (text !== undefined) element.textContent = text;
    parent.append(element);
    return element;
  };

  const shape = (svg, kind, x, y, size, fill) => {
    const form = data.looks[kind].shape;
    if (form === "dot") return draw(svg, "circle", { cx: x, cy: y, r: size, fill });
    if (form === "square") return draw(svg, "rect", { x: x - size, y: y - size, width: 2 * size, height: 2 * size, fill });
    return draw(svg, "path", { d: `M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`, fill });
  };

  /** The picture as it stands on the screen, as SVG. */
  joinedup.svg = () => {
    const { drawing, shown } = joinedup;
    const frame = joinedup.at("picture");
    const style = getComputedStyle(document.documentElement);
    const scale = drawing.getScale();
    const places = drawing.getPositions(shown.things);
    const on = (number) => drawing.canvasToDOM(places[number]);
    const [width, height] = [frame.clientWidth, frame.clientHeight];
    const svg = document.createElementNS(SPACE, "svg");
    for (const [name, value] of Object.entries({ xmlns: SPACE, width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "system-ui, sans-serif" })) {
      svg.setAttribute(name, String(value));
    }
    draw(svg, "title", {}, data.view.title);
    draw(svg, "rect", { width, height, fill: style.getPropertyValue("--paper") });
    for (const pair of shown.pairs) {
      const edge = joinedup.network.edges.find((found) => found.id === pair.id);
      const [one, other] = [on(pair.one), on(pair.other)];
      draw(svg, "line", {
        x1: one.x, y1: one.y, x2: other.x, y2: other.y,
        stroke: style.getPropertyValue(pair.beyond ? "--solid" : "--light"),
        "stroke-width": edge.width * scale,
        ...(pair.beyond ? {} : { "stroke-dasharray": `${6 * scale} ${4 * scale}` }),
      });
    }
    for (const number of shown.things) {
      const { x, y } = on(number);
      const { kind, label } = data.things[number];
      const colour = data.looks[kind][document.documentElement.dataset.theme === "dark" ? "dark" : "light"];
      draw(shape(svg, kind, x, y, joinedup.network.nodes[number].size * scale, colour), "title", {}, label);
    }
    for (const label of joinedup.labels) {
      label.lines.forEach((line, index) => draw(svg, "text", {
        x: (label.box.left + label.box.right) / 2, y: label.box.top + 12 + index * 15, "font-size": 13, "text-anchor": "middle",
        fill: style.getPropertyValue("--ink"), stroke: style.getPropertyValue("--paper"), "stroke-width": 3, "paint-order": "stroke",
      }, line));
    }
    return new XMLSerializer().serializeToString(svg);
  };

  /** A cell that no spreadsheet takes for a formula. */
  const cell = (value) => {
    const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };

  /** What is shown, as CSV. */
  joinedup.csv = () => joinedup.tableCells().map((row) => row.map(cell).join(",")).join("\r\n");

  const png = () => {
    const canvas = joinedup.at("picture").querySelector("canvas");
    const whole = document.createElement("canvas");
    [whole.width, whole.height] = [canvas.width, canvas.height];
    const context = whole.getContext("2d");
    context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--paper");
    context.fillRect(0, 0, whole.width, whole.height);
    context.drawImage(canvas, 0, 0);
    whole.toBlob((blob) => save(blob, "png"));
  };

  joinedup.at("png").addEventListener("click", png);
  joinedup.at("svg").addEventListener("click", () => save(new Blob([joinedup.svg()], { type: "image/svg+xml" }), "svg"));
  joinedup.at("csv").addEventListener("click", () => save(new Blob(["\ufeff", joinedup.csv()], { type: "text/csv" }), "csv"));
  joinedup.at("share").addEventListener("click", async () => {
    const told = joinedup.at("said");
    try {
      await navigator.clipboard.writeText(location.href);
      told.textContent = "The address of this view is copied.";
    } catch {
      told.textContent = "Copy the address from the browser’s address bar: it holds this view.";
    }
  });
}
