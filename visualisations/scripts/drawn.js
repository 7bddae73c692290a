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

  const shape = (svg, form, x, y, size, fill) => {
    if (form === "hexagon") {
      const [half, tall] = [size / 2, (size * Math.sqrt(3)) / 2];
      return draw(svg, "path", { d: `M${x - size} ${y}L${x - half} ${y - tall}H${x + half}L${x + size} ${y}L${x + half} ${y + tall}H${x - half}Z`, fill });
    }
    if (form === "dot") return draw(svg, "circle", { cx: x, cy: y, r: size, fill });
    if (form === "triangle") return draw(svg, "path", { d: `M${x} ${y - size}L${x + size} ${y + 0.8 * size}H${x - size}Z`, fill });
    if (form === "triangleDown") return draw(svg, "path", { d: `M${x} ${y + size}L${x + size} ${y - 0.8 * size}H${x - size}Z`, fill });
    if (form === "square") return draw(svg, "rect", { x: x - size, y: y - size, width: 2 * size, height: 2 * size, fill });
    return draw(svg, "path", { d: `M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`, fill });
  };

  /** The picture as it stands on the screen, as SVG. */
  joinedup.svg = () => {
    const { drawing } = joinedup;
    const frame = joinedup.at("picture");
    const style = getComputedStyle(document.documentElement);
    const scale = drawing.getScale();
    const places = drawing.getPositions();
    const on = (number) => drawing.canvasToDOM(places[number]);
    const [width, height] = [frame.clientWidth, frame.clientHeight];
    const svg = document.createElementNS(SPACE, "svg");
    for (const [name, value] of Object.entries({ xmlns: SPACE, width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "system-ui, sans-serif" })) {
      svg.setAttribute(name, String(value));
    }
    draw(svg, "title", {}, data.view.title);
    draw(svg, "rect", { width, height, fill: style.getPropertyValue("--paper") });
    for (const edge of drawing.body.data.edges.get()) {
      const [one, other] = [on(edge.from), on(edge.to)];
      draw(svg, "line", {
        x1: one.x, y1: one.y, x2: other.x, y2: other.y,
        stroke: edge.color.color,
        "stroke-width": edge.width * scale,
        ...(edge.dashes ? { "stroke-dasharray": edge.dashes.map((dash) => dash * scale).join(" ") } : {}),
      });
    }
    for (const node of drawing.body.data.nodes.get()) {
      const { x, y } = on(node.id);
      const drawn = shape(svg, node.shape, x, y, node.size * scale, node.color.background);
      draw(drawn, "title", {}, joinedup.describe(node.id));
    }
    const { letters, line: tall } = joinedup.lettering;
    for (const label of joinedup.labels) {
      label.lines.forEach((line, index) => draw(svg, "text", {
        x: (label.box.left + label.box.right) / 2, y: label.box.top + letters - 1 + index * tall, "font-size": letters, "text-anchor": "middle",
        fill: style.getPropertyValue("--ink"), stroke: style.getPropertyValue("--paper"), "stroke-width": 3, "paint-order": "stroke",
      }, line));
    }
    return new XMLSerializer().serializeToString(svg);
  };
}
