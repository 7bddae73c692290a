"use strict";
/** The picture without a mouse: arrows walk from shape to shape, Enter opens, plus and minus zoom. */
{
  const frame = joinedup.at("picture");
  const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  let here;

  const say = (text) => {
    joinedup.at("said").textContent = text;
  };

  const go = (number) => {
    here = number;
    joinedup.drawing.selectNodes([number]);
    joinedup.drawing.moveTo({ position: joinedup.drawing.getPositions([number])[number] });
    say(`${joinedup.describe(number)}. Enter opens it.`);
  };

  /** The nearest shape in a direction; what lies aside counts as farther. */
  const nearest = ([right, down]) => {
    const places = joinedup.drawing.getPositions(joinedup.shown.order);
    const from = places[here];
    let best;
    let least = Infinity;
    for (const number of joinedup.shown.order) {
      const [dx, dy] = [places[number].x - from.x, places[number].y - from.y];
      const ahead = dx * right + dy * down;
      const aside = Math.abs(dx * down) + Math.abs(dy * right);
      if (ahead <= 0 || ahead + 2 * aside >= least) continue;
      least = ahead + 2 * aside;
      best = number;
    }
    return best;
  };

  frame.addEventListener("keydown", (event) => {
    const { drawing } = joinedup;
    if (event.ctrlKey || event.metaKey || event.altKey || !joinedup.shown.order.length) return;
    if (event.key in DIRECTIONS) {
      const known = joinedup.shown.order.includes(here);
      const next = known ? nearest(DIRECTIONS[event.key]) : joinedup.shown.order[0];
      if (next === undefined) say("Nothing farther that way.");
      else go(next);
    } else if (event.key === "Enter" && here !== undefined) {
      joinedup.open(here);
      if (typeof here === "number") joinedup.at("panel").querySelector("h2").focus();
    } else if (event.key === "Escape") joinedup.choose([]);
    else if (event.key === "+" || event.key === "=") drawing.moveTo({ scale: drawing.getScale() * 1.3 });
    else if (event.key === "-") drawing.moveTo({ scale: drawing.getScale() / 1.3 });
    else if (event.key === "0") joinedup.fit();
    else return;
    event.preventDefault();
  });

  addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === "search";
    if ((event.ctrlKey || event.metaKey) && event.key === "z" && !typing) {
      event.preventDefault();
      joinedup.undo();
    } else if (event.key === "/" && !typing) {
      event.preventDefault();
      joinedup.at("search").focus();
    } else if (event.key === "Escape" && joinedup.at("panel").contains(event.target)) {
      joinedup.choose([]);
      frame.focus();
    }
  });
}
