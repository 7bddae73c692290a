"use strict";
/** The network: which shapes and lines are drawn, how they look, and what a click on them does. */
{
  const { data, network } = joinedup;
  /** Pixels kept free round the picture, and the nearest that one gets to it. */
  const [SIDE, ABOVE, BELOW, NEAREST] = [80, 48, 60, 1.3];
  const side = () => Math.min(SIDE, frame.clientWidth / 7);
  /** Names that are tried at one time, and lines between closed groups that are drawn. */
  const [MOST_NAMES, MOST_BUNDLES] = [150, 300];
  const everyNode = new Map(network.nodes.map((node) => [node.id, node]));
  const everyEdge = new Map(network.edges.map((edge) => [edge.id, edge]));
  const frame = joinedup.at("picture");
  // The layout is as broad as a screen; on a phone, which is tall, it is turned.
  if (frame.clientHeight > frame.clientWidth) {
    for (const node of network.nodes) [node.x, node.y, node.size] = [node.y, node.x, 1.6 * node.size];
  }
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const drawing = new vis.Network(frame, { nodes, edges }, network.options);
  joinedup.drawing = drawing;
  joinedup.shown = { pairs: [], things: [], findings: [] };
  joinedup.labels = [];

  const colours = () => {
    const style = getComputedStyle(document.documentElement);
    const of = (name) => style.getPropertyValue(name).trim();
    return { ink: of("--ink"), paper: of("--paper"), solid: of("--solid"), light: of("--light"), register: of("--register"), chosen: of("--chosen") };
  };

  const kindColour = (kind) =>
    data.looks[kind][document.documentElement.dataset.theme === "dark" ? "dark" : "light"];

  /** The keys in `chosen`, as numbers. */
  joinedup.chosen = (state) =>
    state.chosen.split(",").map((key) => data.numbers.get(key)).filter((number) => number !== undefined);

  /** What a state lets through: pairs with their findings, and the things they join. */
  const visible = (state) => {
    const findings = joinedup.filtered(state);
    const hidden = new Set(state.hidden.split(","));
    const focus = data.numbers.get(state.focus);
    const stays = (number) =>
      !hidden.has(data.things[number].kind) &&
      (!state.sort || data.things[number].kind !== "initiative" || data.things[number].sort === state.sort);
    const pairs = [];
    for (const pair of data.pairs) {
      if (!stays(pair.one) || !stays(pair.other)) continue;
      if (!pair.solid && !state.rest && !pair.ofCommittee) continue;
      if (pair.explained && !state.register) continue;
      if (focus !== undefined && pair.one !== focus && pair.other !== focus) continue;
      const joint = joinedup.jointOf(pair, findings);
      if (joint.length >= state.least) pairs.push({ ...pair, joint });
    }
    const things = new Set(pairs.flatMap((pair) => [pair.one, pair.other]));
    for (const number of [...joinedup.chosen(state), focus]) if (number !== undefined) things.add(number);
    return { pairs, things: [...things].sort((one, other) => one - other), findings };
  };

  const replace = (set, items) => {
    const wanted = new Set(items.map((item) => item.id));
    set.remove(set.getIds().filter((id) => !wanted.has(id)));
    set.update(items);
  };

  const drawnNode = (number, chosen, { paper, chosen: mark }) => {
    const colour = kindColour(data.things[number].kind);
    const border = chosen.includes(number) ? mark : paper;
    return {
      ...everyNode.get(number),
      title: joinedup.describe(number),
      borderWidth: chosen.includes(number) ? 4 : 2,
      color: { background: colour, border, highlight: { background: colour, border: mark }, hover: { background: colour, border: mark } },
    };
  };

  /** How a line is broken: dotted where the register explains it, dashed where coincidence could. */
  const dashesOf = (pair, width) => {
    if (pair.explained) return [Math.max(1.5, width), 2 + 1.5 * width];
    return pair.solid ? false : [4 + 2 * width, 3 + 1.5 * width];
  };

  const drawnEdge = (pair, chosen, { solid, light, register, chosen: mark }) => {
    const isChosen = chosen.length === 2 && chosen.includes(pair.one) && chosen.includes(pair.other);
    const colour = isChosen ? mark : pair.explained ? register : pair.solid ? solid : light;
    return {
      ...everyEdge.get(pair.id),
      title: `${data.things[pair.one].label}\n${data.things[pair.other].label}\n${joinedup.lineWords(pair)}`,
      dashes: dashesOf(pair, everyEdge.get(pair.id).width),
      color: { color: colour, highlight: mark, hover: mark, inherit: false },
    };
  };

  /** What stands for a thing: itself, or its group while that is closed. */
  const standsFor = (state) => {
    const open = new Set(state.open.split(",").filter(Boolean).map(Number));
    return (number) => {
      const group = data.groupOf.get(number);
      return group === undefined || open.has(group) ? number : `g${group}`;
    };
  };

  const groupNode = (id, { paper, light, chosen: mark }) => ({
    ...everyNode.get(id),
    title: `${joinedup.describe(id)}\nChoose it to open it.`,
    color: { background: light, border: paper, highlight: { background: light, border: mark }, hover: { background: light, border: mark } },
  });

  /** Lines between closed groups, each for many; the strongest where they are too many to read. */
  const bundles = (counts, { light, chosen: mark }) => {
    const strongest = [...counts].sort((one, other) => other[1] - one[1]).slice(0, MOST_BUNDLES);
    const most = strongest[0]?.[1] ?? 1;
    return strongest.map(([id, count]) => {
      const [from, to] = id.split("|").map((end) => (end.startsWith("g") ? end : Number(end)));
      const groups = typeof from === "string" && typeof to === "string";
      const wide = groups ? Math.max(everyNode.get(from).size, everyNode.get(to).size) / 4 : 3;
      return {
        id, from, to, width: Math.max(1, (wide * count) / most),
        title: joinedup.counted(count, "line"), color: { color: light, highlight: mark, hover: mark, opacity: groups ? 0.6 : 0.35, inherit: false },
      };
    });
  };

  /** What is said of a shape: a thing, or a group. @param {number|string} id */
  joinedup.describe = (id) => {
    if (typeof id === "string") {
      const { label, members } = data.groups[Number(id.slice(1))];
      return `Group of ${joinedup.counted(members.length, "name")}: ${label}`;
    }
    const { label, kind, at } = data.things[id];
    return `${label}, ${data.looks[kind].name}, named in ${joinedup.counted(at.length, "finding")}`;
  };

  /** Draw what a state shows. */
  joinedup.draw = (state) => {
    const shown = visible(state);
    const chosen = joinedup.chosen(state);
    const palette = colours();
    const stand = standsFor(state);
    const counts = new Map();
    const lines = [];
    for (const pair of shown.pairs) {
      const [one, other] = [stand(pair.one), stand(pair.other)];
      if (one === other) continue;
      if (one === pair.one && other === pair.other) lines.push(drawnEdge(pair, chosen, palette));
      else counts.set([one, other].sort().join("|"), (counts.get([one, other].sort().join("|")) ?? 0) + 1);
    }
    const drawn = [...new Set(shown.things.map(stand))];
    replace(nodes, drawn.map((id) => (typeof id === "string" ? groupNode(id, palette) : drawnNode(id, chosen, palette))));
    replace(edges, [...lines, ...bundles(counts, palette)]);
    const size = (id) => (typeof id === "string" ? data.groups[Number(id.slice(1))].members.length : shown.findings[id].length);
    shown.order = drawn.sort(
      (one, other) => chosen.includes(other) - chosen.includes(one) || size(other) - size(one) || String(one).localeCompare(String(other)),
    );
    joinedup.shown = shown;
    joinedup.at("close-groups").hidden = !state.open;
    drawing.redraw();
  };

  const shapeOf = (id, at, scale, chosen) => {
    const screen = drawing.canvasToDOM(at);
    const group = typeof id === "string";
    const { label, short } = group ? data.groups[Number(id.slice(1))] : data.things[id];
    return {
      id, at, x: screen.x, y: screen.y,
      texts: short ? [label, short] : [label],
      size: everyNode.get(id).size * scale,
      strong: chosen.includes(id),
    };
  };

  drawing.on("afterDrawing", (context) => {
    const scale = drawing.getScale();
    const chosen = joinedup.chosen(joinedup.state);
    const order = joinedup.shown.order ?? [];
    const places = drawing.getPositions(order);
    const inSight = ({ x, y }) => x > 0 && y > 0 && x < frame.clientWidth && y < frame.clientHeight;
    const shapes = order
      .filter((id) => places[id])
      .map((id) => shapeOf(id, places[id], scale, chosen))
      .filter(inSight)
      .slice(0, MOST_NAMES);
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    joinedup.labels = joinedup.placeLabels(context, shapes, { width: frame.clientWidth, height: frame.clientHeight });
    context.restore();
    const { ink, paper } = colours();
    joinedup.writeLabels(context, joinedup.labels, scale, ink, paper);
  });

  drawing.on("click", ({ nodes: [node], edges: [edge] }) => {
    const pair = data.pairById.get(edge);
    if (node !== undefined) joinedup.open(node);
    else if (pair) joinedup.choose([pair.one, pair.other]);
    else if (edge !== undefined) edge.split("|").filter((end) => end.startsWith("g")).forEach(joinedup.open);
    else joinedup.choose([]);
  });

  /** Open a thing's evidence, or a group. @param {number|string} id */
  joinedup.open = (id) => {
    if (typeof id === "number") return joinedup.choose([id]);
    const open = new Set(joinedup.state.open.split(",").filter(Boolean));
    joinedup.set({ open: [...open.add(id.slice(1))].join(",") });
  };

  /** Open the evidence of a thing, of two things, or of nothing. @param {number[]} numbers */
  joinedup.choose = (numbers) =>
    joinedup.set({ chosen: numbers.map((number) => data.things[number].key).join(",") });

  /**
   * Bring shapes into sight, or all that is drawn, with room for the names at the edges.
   * @param {Array<number|string>} [ids]
   */
  joinedup.fit = (ids) => {
    const places = Object.values(drawing.getPositions(ids));
    if (places.length === 0) return;
    const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const scale = Math.min(
      (frame.clientWidth - 2 * side()) / Math.max(right - left, 1),
      (frame.clientHeight - ABOVE - BELOW) / Math.max(bottom - top, 1),
      NEAREST,
    );
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 + (BELOW - ABOVE) / 2 / scale };
    drawing.moveTo({ position: middle, scale });
  };

  /** Bring one thing to the middle. @param {number} number */
  joinedup.centre = (number) => {
    if (nodes.get(number)) drawing.focus(number, { scale: Math.max(drawing.getScale(), 0.9), animation: false });
  };
}
