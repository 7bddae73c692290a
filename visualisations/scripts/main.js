"use strict";
/** Ties the parts together once all are there. */
{
  let before = { ...joinedup.firstState, open: null };
  const SELECTS = ["committee", "department", "sort", "position", "voice", "role", "from", "to", "least", "rest", "hidden", "focus", "open"];

  joinedup.onState((state) => {
    joinedup.draw(state);
    joinedup.showTable();
    joinedup.showControls(state);
    joinedup.showPanel(state);
    if (SELECTS.some((name) => state[name] !== before[name])) joinedup.fit();
    before = { ...state };
  });
  joinedup.begin();
  joinedup.drawing.once("afterDrawing", () => {
    joinedup.at("picture").dataset.ready = "true";
  });
  joinedup.drawing.on("resize", () => requestAnimationFrame(() => joinedup.fit()));
  joinedup.drawing.redraw();
}
