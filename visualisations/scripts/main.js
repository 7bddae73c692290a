"use strict";
/** Ties the parts together once all are there. */
{
  let before = { ...joinedup.firstState, open: null };

  /** What is drawn of an open group. */
  const members = (group) => {
    const inside = new Set(joinedup.data.groups[Number(group)]?.members);
    const found = joinedup.shown.order.filter((id) => inside.has(id));
    return found.length ? found : undefined;
  };

  joinedup.onState((state) => {
    joinedup.draw(state);
    joinedup.showTable();
    joinedup.showControls(state);
    joinedup.showPanel(state);
    const opened = state.open.split(",").find((group) => group && !(before.open ?? "").split(",").includes(group));
    const selected = Object.keys(state).filter((name) => name !== "chosen");
    if (selected.some((name) => state[name] !== before[name])) joinedup.fit(opened && members(opened));
    before = { ...state };
  });
  joinedup.begin();
  joinedup.drawing.once("afterDrawing", () => {
    joinedup.at("picture").dataset.ready = "true";
  });
  joinedup.drawing.on("resize", () => requestAnimationFrame(() => joinedup.fit()));
  joinedup.drawing.redraw();
}
