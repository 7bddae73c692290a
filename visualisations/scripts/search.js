"use strict";
/** Search with suggestions, as the WAI-ARIA pattern of a combobox has it. */
{
  const { data, make } = joinedup;
  const MOST = 8;
  const field = /** @type {HTMLInputElement} */ (joinedup.at("search"));
  const list = joinedup.at("suggestions");
  const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replaceAll("’", "'");
  const names = data.things.map((thing) => [thing.label, thing.short, ...thing.others].map(folded));
  let found = [];
  let at = -1;

  /** How well a thing answers: 0 the whole name, then its beginning, a word's, any part. */
  const rank = (number, words) => {
    let best = 9;
    for (const name of names[number]) {
      if (name === words) best = 0;
      else if (name.startsWith(words)) best = Math.min(best, 1);
      else if (name.includes(` ${words}`)) best = Math.min(best, 2);
      else if (name.includes(words)) best = Math.min(best, 3);
    }
    return best;
  };

  const close = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    at = -1;
  };

  const take = (number) => {
    close();
    field.value = "";
    joinedup.show(number);
  };

  const mark = (index) => {
    at = index;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
    if (at >= 0) field.setAttribute("aria-activedescendant", `suggestion-${at}`);
  };

  const suggest = () => {
    const words = folded(field.value.trim());
    if (!words) return close();
    found = data.things
      .map((thing, number) => [rank(number, words), -thing.at.length, number])
      .filter(([order]) => order < 9)
      .sort((one, other) => one[0] - other[0] || one[1] - other[1])
      .slice(0, MOST)
      .map(([, , number]) => number);
    list.replaceChildren(...found.map((number, index) => {
      const thing = data.things[number];
      const item = make("li", { role: "option", id: `suggestion-${index}`, "aria-selected": "false" },
        thing.label, make("span", { class: "sort" }, ` ${data.looks[thing.kind].name}, ${joinedup.counted(thing.at.length, "finding")}`));
      item.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        take(number);
      });
      return item;
    }));
    if (!found.length) list.append(make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nothing here has that name."));
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    mark(found.length ? 0 : -1);
  };

  field.addEventListener("input", suggest);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && at >= 0) take(found[at]);
    else if (event.key === "ArrowDown" && found.length) mark((at + 1) % found.length);
    else if (event.key === "ArrowUp" && found.length) mark((at - 1 + found.length) % found.length);
    else return;
    event.preventDefault();
  });

  /** Choose a thing and bring it into sight, whatever hides it. @param {number} number */
  joinedup.show = (number) => {
    const hidden = joinedup.state.hidden.split(",").filter((kind) => kind && kind !== data.things[number].kind);
    const group = data.groupOf.get(number);
    const open = new Set(joinedup.state.open.split(",").filter(Boolean));
    if (group !== undefined) open.add(String(group));
    joinedup.set({ chosen: data.things[number].key, hidden: hidden.join(","), open: [...open].join(",") });
    joinedup.centre(number);
  };
}
