"use strict";
/**
 * Names beside shapes: as many as fit without covering each other at the zoom there is, those of
 * the most important things first. Letters keep their size on the screen.
 */
{
  const LETTERS = 13;
  const LINE = 15;
  const WIDEST = 128;
  const GAP = 3;
  const widths = new Map();

  /** Break a name into lines that are not too wide. */
  const broken = (context, text) => {
    const known = widths.get(text);
    if (known) return known;
    const lines = [];
    for (const word of text.split(" ")) {
      const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && context.measureText(longer).width <= WIDEST) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    const shown = lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]} …`] : lines;
    const width = Math.max(...shown.map((line) => context.measureText(line).width));
    widths.set(text, { lines: shown, width });
    return widths.get(text);
  };

  const overlaps = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

  /**
   * Decide which names fit. All measures are in pixels of the screen.
   * @param {CanvasRenderingContext2D} context
   * @param {Array<{id: number|string, text: string, x: number, y: number, size: number, strong: boolean}>} shapes
   *   the most important first
   */
  joinedup.placeLabels = (context, shapes) => {
    const taken = [];
    const placed = [];
    for (const shape of shapes) {
      context.font = `${shape.strong ? "600 " : ""}${LETTERS}px system-ui, sans-serif`;
      const { lines, width } = broken(context, shape.text);
      const top = shape.y + shape.size + GAP;
      const box = {
        left: shape.x - width / 2 - GAP,
        right: shape.x + width / 2 + GAP,
        top,
        bottom: top + lines.length * LINE,
      };
      if (taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      placed.push({ ...shape, lines, box });
    }
    return placed;
  };

  /**
   * Write the names, each with a rim of the ground's colour so that lines do not cut it.
   * @param {CanvasRenderingContext2D} context in network coordinates
   * @param {number} scale
   */
  joinedup.writeLabels = (context, placed, scale, ink, paper) => {
    context.save();
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    context.fillStyle = ink;
    context.strokeStyle = paper;
    context.lineWidth = 4 / scale;
    for (const label of placed) {
      context.font = `${label.strong ? "600 " : ""}${LETTERS / scale}px system-ui, sans-serif`;
      label.lines.forEach((line, index) => {
        const y = label.at.y + (label.size + GAP + index * LINE) / scale;
        context.strokeText(line, label.at.x, y);
        context.fillText(line, label.at.x, y);
      });
    }
    context.restore();
  };
}
