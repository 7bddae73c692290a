"use strict";
/** The network as it stands on the screen, as SVG. */
{
  const { data } = joinedup;
  const SPACE = "http://www.w3.org/2000/svg";
  /** Pixels: room at the sides, between lines of small letters, and the sizes of letters. */
  const [MARGIN, LINE, SMALL, LARGE] = [16, 18, 12, 18];
  /** How a picture by itself names what was chosen. */
  const FILTERS = { rest: "also pairs that coincidence could explain", register: "pairs that the register explains", focus: "only the neighbours of", least: "minimum", sort: "kind of initiative", department: "findings that name", voice: "who says so", respondent: "answered by", from: "reports from", to: "reports to" };

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

  /** A text in lines that fit a width. */
  const wrapped = (text, width, size) => {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `${size}px system-ui, sans-serif`;
    const lines = [];
    for (const word of text.split(" ")) {
      const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  };

  /** What a picture by itself has to say: its filters, its counts, and when it was saved. */
  const statements = () => {
    const { state, firstState } = joinedup;
    const filters = Object.entries(state)
      .filter(([name, value]) => value !== firstState[name] && !["chosen", "open", "hidden"].includes(name))
      .map(([name, value]) => `${FILTERS[name] ?? name}: ${value === true ? "yes" : value === false ? "no" : value}`);
    const shown = `Shown: ${joinedup.counted(joinedup.shown.pairs.length, "line")} between ${joinedup.counted(joinedup.shown.things.length, "name")}, each line for at least ${joinedup.counted(state.least, "finding")}${filters.length ? `; ${filters.join("; ")}` : ""}.`;
    const saved = `joinedup, saved on ${new Date().toISOString().slice(0, 10)}. The sentences behind each line, with their sources, are on the page.`;
    return [data.view.caption[0], shown, saved];
  };

  /** Legend and statements below a picture. @returns {number} the height that they take */
  const foot = (svg, top, width, ink) => {
    const items = [...document.querySelectorAll("#legend li:not([hidden])")].filter((item) => item.querySelector("input")?.checked ?? true);
    let [x, y] = [MARGIN, top + LINE];
    for (const item of items) {
      const text = item.textContent.trim();
      const mark = item.querySelector("svg").cloneNode(true);
      const [wide, room] = [Number(mark.getAttribute("width")), wrapped(text, Infinity, SMALL)[0].length * 0.56 * SMALL];
      if (x > MARGIN && x + wide + room > width - MARGIN) [x, y] = [MARGIN, y + LINE];
      painted(item.querySelector("svg"), mark);
      mark.setAttribute("x", String(x));
      mark.setAttribute("y", String(y - 13));
      svg.append(mark);
      draw(svg, "text", { x: x + wide + 6, y, "font-size": SMALL, fill: ink }, text);
      x += wide + 6 + room + 18;
    }
    y += 6;
    for (const statement of statements()) {
      for (const line of wrapped(statement, width - 2 * MARGIN, SMALL)) draw(svg, "text", { x: MARGIN, y: (y += LINE), "font-size": SMALL, fill: ink }, line);
    }
    return y + MARGIN - top;
  };

  /** Give a copied mark the colours that the page's style gives it. */
  const painted = (from, to) => {
    [...from.querySelectorAll("*")].forEach((part, index) => {
      const style = getComputedStyle(part);
      for (const name of ["fill", "stroke", "stroke-width", "stroke-dasharray"]) to.querySelectorAll("*")[index].setAttribute(name, style.getPropertyValue(name));
    });
  };

  /** The picture as it stands on the screen, as SVG, with title, legend, counts and day. */
  joinedup.svg = () => {
    const { drawing } = joinedup;
    const frame = joinedup.at("picture");
    const style = getComputedStyle(document.documentElement);
    const scale = drawing.getScale();
    const places = drawing.getPositions();
    const [width, tall] = [frame.clientWidth, frame.clientHeight];
    const ink = style.getPropertyValue("--ink");
    const heading = wrapped(data.view.title, width - 2 * MARGIN, LARGE);
    const top = MARGIN + heading.length * 1.3 * LARGE;
    const on = (number) => {
      const place = drawing.canvasToDOM(places[number]);
      return { x: place.x, y: place.y + top };
    };
    const svg = document.createElementNS(SPACE, "svg");
    draw(svg, "title", {}, data.view.title);
    const ground = draw(svg, "rect", { width, fill: style.getPropertyValue("--paper") });
    heading.forEach((line, index) => draw(svg, "text", { x: MARGIN, y: MARGIN + (index + 0.8) * 1.3 * LARGE, "font-size": LARGE, "font-weight": "bold", fill: ink }, line));
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
    const { letters, line: spacing } = joinedup.lettering;
    for (const label of joinedup.labels) {
      label.lines.forEach((line, index) => draw(svg, "text", {
        x: (label.box.left + label.box.right) / 2, y: top + label.box.top + letters - 1 + index * spacing, "font-size": letters, "text-anchor": "middle",
        fill: ink, stroke: style.getPropertyValue("--paper"), "stroke-width": 3, "paint-order": "stroke",
      }, line));
    }
    const height = Math.ceil(top + tall + foot(svg, top + tall, width, ink));
    ground.setAttribute("height", String(height));
    for (const [name, value] of Object.entries({ xmlns: SPACE, width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "system-ui, sans-serif" })) {
      svg.setAttribute(name, String(value));
    }
    return new XMLSerializer().serializeToString(svg);
  };
}
