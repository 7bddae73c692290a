"use strict";
/** Pixels of the screen: height of the letters of a name, and of a line of them. */
joinedup.lettering = { letters: 13, line: 15 };

/**
 * Names beside shapes: as many as fit without covering each other at the zoom there is, those of
 * the most important things first. Letters keep their size on the screen.
 */
{
  const { letters: LETTERS, line: LINE } = joinedup.lettering;
  const WIDEST = 128;
  const GAP = 3;
  const IMPORTANT = 15;
  const widths = new Map();

  /** Break a name into lines that are not too wide. */
  const broken = (context, text) => {
    const known = widths.get(context.font + text);
    if (known) return known;
    const lines = [];
    for (const word of text.split(" ")) {
      const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && context.measureText(longer).width <= WIDEST) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    const shown = lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]} …`] : lines;
    const width = Math.max(...shown.map((line) => context.measureText(line).width));
    const found = { lines: shown, width };
    widths.set(context.font + text, found);
    return found;
  };

  const overlaps = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

  /** Where a name may stand: below its shape, above, to the right, to the left. */
  const boxes = (shape, lines, width) => {
    const height = lines.length * LINE;
    const away = shape.size + GAP;
    const box = (left, top) => ({ left, top, right: left + width, bottom: top + height });
    return [
      box(shape.x - width / 2, shape.y + away),
      box(shape.x - width / 2, shape.y - away - height),
      box(shape.x + away, shape.y - height / 2),
      box(shape.x - away - width, shape.y - height / 2),
    ];
  };

  const shapeBox = ({ x, y, size }) => ({ left: x - size, right: x + size, top: y - size, bottom: y + size });

  /**
   * Decide which names fit. All measures are in pixels of the screen. Where a name has no room, its
   * abbreviation may have; the most important names may stand on lesser shapes, never on names.
   * @param {CanvasRenderingContext2D} context
   * @param {Array<{id: number|string, texts: string[], x: number, y: number, size: number, strong: boolean}>} shapes
   *   the most important first
   * @param {{width: number, height: number}} frame names stay inside
   */
  joinedup.placeLabels = (context, shapes, frame) => {
    const inside = (box) => box.left >= 0 && box.top >= 0 && box.right <= frame.width && box.bottom <= frame.height;
    const forms = shapes.map(shapeBox);
    const names = [];
    const placed = [];
    shapes.forEach((shape, index) => {
      context.font = `${shape.strong ? "600 " : ""}${LETTERS}px system-ui, sans-serif`;
      const wanted = shape.texts.flatMap((text) => {
        const { lines, width } = broken(context, text);
        return boxes(shape, lines, width).map((box) => ({ lines, box }));
      });
      const fits = (others) => wanted.find(({ box }) => inside(box) && !others.some((other) => overlaps(box, other)));
      const found =
        fits([...names, ...forms]) ?? (index < IMPORTANT ? fits([...names, ...forms.slice(0, index)]) : undefined);
      if (!found) return;
      names.push(found.box);
      placed.push({ ...shape, ...found });
    });
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
        const x = label.at.x + ((label.box.left + label.box.right) / 2 - label.x) / scale;
        const y = label.at.y + (label.box.top - label.y + index * LINE) / scale;
        context.strokeText(line, x, y);
        context.fillText(line, x, y);
      });
    }
    context.restore();
  };
}
