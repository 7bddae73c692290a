"use strict";
/** The network: which shapes and lines are drawn, how they look, and what a click on them does. */
{
  const { data, network } = joinedup;
  /** Pixels kept free round the picture, and the nearest that one gets to it. */
  const [SIDE, ABOVE, BELOW, NEAREST] = [80, 48, 60, 1.3];
  const everyNode = new Map(network.nodes.map((node) => [node.id, node]));
  const everyEdge = new Map(network.edges.map((edge) => [edge.id, edge]));
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const frame = joinedup.at("picture");
  const drawing = new vis.Network(frame, { nodes, edges }, network.options);
  joinedup.drawing = drawing;
  joinedup.shown = { pairs: [], things: [], findings: [] };
  joinedup.labels = [];

  const colours = () => {
    const style = getComputedStyle(document.documentElement);
    const of = (name) => style.getPropertyValue(name).trim();
    return { ink: of("--ink"), paper: of("--paper"), solid: of("--solid"), light: of("--light"), chosen: of("--chosen") };
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
      if (!pair.beyond && !state.rest && !(pair.ofCommittee)) continue;
      if (focus !== undefined && pair.one !== focus && pair.other !== focus) continue;
      const joint = joinedup.shared(findings[pair.one], findings[pair.other]);
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
    const { label, kind, at } = data.things[number];
    return {
      ...everyNode.get(number),
      title: `${label}\n${data.looks[kind].name}, named in ${joinedup.counted(at.length, "finding")}`,
      borderWidth: chosen.includes(number) ? 4 : 2,
      color: { background: colour, border, highlight: { background: colour, border: mark }, hover: { background: colour, border: mark } },
    };
  };

  const drawnEdge = (pair, chosen, { solid, light, chosen: mark }) => {
    const isChosen = chosen.length === 2 && chosen.includes(pair.one) && chosen.includes(pair.other);
    const colour = isChosen ? mark : pair.beyond ? solid : light;
    return {
      ...everyEdge.get(pair.id),
      title: `${data.things[pair.one].label}\n${data.things[pair.other].label}\n${joinedup.counted(pair.joint.length, "finding")}`,
      dashes: pair.beyond ? false : [4 + 2 * everyEdge.get(pair.id).width, 3 + 1.5 * everyEdge.get(pair.id).width],
      color: { color: colour, highlight: mark, hover: mark, inherit: false },
    };
  };

  /** Draw what a state shows. */
  joinedup.draw = (state) => {
    const shown = visible(state);
    const chosen = joinedup.chosen(state);
    const palette = colours();
    joinedup.shown = shown;
    replace(nodes, shown.things.map((number) => drawnNode(number, chosen, palette)));
    replace(edges, shown.pairs.map((pair) => drawnEdge(pair, chosen, palette)));
    const size = (number) => shown.findings[number].length;
    shown.order = shown.things.toSorted(
      (one, other) => chosen.includes(other) - chosen.includes(one) || size(other) - size(one) || one - other,
    );
    drawing.redraw();
  };

  drawing.on("afterDrawing", (context) => {
    const scale = drawing.getScale();
    const chosen = joinedup.chosen(joinedup.state);
    const places = drawing.getPositions(joinedup.shown.order ?? []);
    const shapes = (joinedup.shown.order ?? []).filter((number) => places[number]).map((number) => {
      const screen = drawing.canvasToDOM(places[number]);
      const { label, short } = data.things[number];
      const size = everyNode.get(number).size * scale;
      return { id: number, texts: short ? [label, short] : [label], x: screen.x, y: screen.y, size, strong: chosen.includes(number), at: places[number] };
    });
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    joinedup.labels = joinedup.placeLabels(context, shapes, { width: frame.clientWidth, height: frame.clientHeight });
    context.restore();
    const { ink, paper } = colours();
    joinedup.writeLabels(context, joinedup.labels, scale, ink, paper);
  });

  drawing.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) joinedup.choose([node]);
    else if (edge !== undefined) joinedup.choose([data.pairById.get(edge).one, data.pairById.get(edge).other]);
    else joinedup.choose([]);
  });

  /** Open the evidence of a thing, of two things, or of nothing. @param {number[]} numbers */
  joinedup.choose = (numbers) =>
    joinedup.set({ chosen: numbers.map((number) => data.things[number].key).join(",") });

  /** Bring everything that is drawn into sight, with room for the names at the edges. */
  joinedup.fit = () => {
    const places = Object.values(drawing.getPositions());
    if (places.length === 0) return;
    const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const scale = Math.min(
      (frame.clientWidth - 2 * SIDE) / Math.max(right - left, 1),
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
