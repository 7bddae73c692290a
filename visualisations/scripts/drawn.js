"use strict";
/** The network as it stands on the screen, as SVG. */
{
  const { data } = joinedup;
  const SPACE = "http://www.w3.org/2000/svg";

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
    if (form === "triangle") return draw(svg, "path", { d: `M${x} ${y - size}L${x + size} ${y + 0.8 * size}H${x - size}Z`, fill });
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
}
