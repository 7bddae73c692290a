"use strict";
/** Sentences with their names marked, and who says so. */
{
  const { data, make } = joinedup;
  const MORE = 25;

  /**
   * A list that shows its first items, and more when asked.
   * @param {Array} items
   * @param {(item: any) => HTMLElement} draw
   */
  joinedup.growing = (items, draw) => {
    const list = make("ul", { class: "findings" });
    const box = make("div", {}, list);
    const grow = () => {
      const from = list.children.length;
      list.append(...items.slice(from, from + MORE).map(draw));
      const left = items.length - list.children.length;
      more.hidden = left <= 0;
      more.textContent = `Show ${Math.min(left, MORE)} more of ${left}`;
    };
    const more = joinedup.button("", grow, "more");
    box.append(more);
    grow();
    return box;
  };

  /**
   * A finding's sentences about some things, each once, with every name in it marked.
   * @param {number} finding
   * @param {number[]} things
   */
  joinedup.sentences = (finding, things) => {
    const { state } = joinedup;
    const found = new Map();
    for (const quote of data.findings[finding].quotes ?? []) {
      const [thing, voice, role, before, words, after, source] = quote;
      if (!things.includes(thing)) continue;
      if ((state.voice && voice !== state.voice) || (state.role && role !== state.role)) continue;
      const text = before + words + after;
      const known = found.get(`${voice} ${text}`) ?? { voice, text, source, roles: [], marks: [] };
      if (voice !== "curator") known.marks.push([before.length, before.length + words.length]);
      if (role && !known.roles.includes(role)) known.roles.push(role);
      found.set(`${voice} ${text}`, known);
    }
    return [...found.values()];
  };

  /** Marks without overlaps, in order. */
  const merged = (marks) => {
    const ordered = marks.toSorted((one, other) => one[0] - other[0]);
    const found = [];
    for (const [start, end] of ordered) {
      const last = found.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else found.push([start, end]);
    }
    return found;
  };

  const quotation = (sentence) => {
    const curated = sentence.voice === "curator";
    const text = make(curated ? "p" : "blockquote", { class: `quote ${sentence.voice}` });
    let from = 0;
    for (const [start, end] of merged(sentence.marks)) {
      text.append(sentence.text.slice(from, start), make("mark", {}, sentence.text.slice(start, end)));
      from = end;
    }
    text.append(sentence.text.slice(from));
    return text;
  };

  const sentenceItem = (sentence) => {
    const item = make("li", {}, quotation(sentence));
    const voice = make("span", { class: `voice ${sentence.voice}` }, data.voices[sentence.voice] ?? sentence.voice);
    const line = make("p", { class: "source" }, voice);
    if (sentence.roles.length) line.append(` · role: ${sentence.roles.join(", ").toLowerCase()}`);
    line.append(" · ", joinedup.link("source", sentence.source));
    item.append(line);
    return item;
  };

  /** What is stated, who is answerable for it and when, whose word that is, and the words. */
  const statedItem = (what, { voice, basis, words, on, agent }) => {
    const whose = [data.stated[voice] ?? voice, voice === "tracker" && basis.toLowerCase()].filter(Boolean).join(": ");
    const item = make("li", {}, make("strong", {}, what));
    item.append([agent && ` (${agent})`, on && `, ${on}`, whose && ` — ${whose}`].filter(Boolean).join(""));
    if (words && words !== what) item.append(make("q", { class: "stated" }, words));
    return item;
  };

  const stanceItem = ([voice, basis, decision, words, on, agent]) =>
    statedItem(decision, { voice, basis, words, on, agent });

  const STEPS = { answer: "Answer", commitment: "Commitment, due", delivery: "Delivery" };

  const stepItem = ([step, voice, what, words, , , on, agent]) =>
    statedItem(`${STEPS[step]}: ${what}`, { voice, basis: "", words, on, agent });

  /** A link to the page of a thing, where the picture stands beside pages; else nothing. */
  joinedup.pageLinks = (iri, text) =>
    data.pages && iri.includes("/id/")
      ? [make("p", {}, make("a", { href: data.pages + iri.split("/id/")[1], target: "_top" }, text))]
      : [];

  /**
   * A finding with where it stands, the positions on it, and its sentences about some things.
   * @param {number} number
   * @param {number[]} things
   */
  joinedup.findingItem = (number, things) => {
    const finding = data.findings[number];
    const item = make("li", { class: "item" }, make("h3", {}, joinedup.link(finding.label, finding.page)));
    const place = [data.committees[finding.committee], finding.report && `“${finding.report}”`, finding.issued];
    item.append(make("p", { class: "source" }, place.filter(Boolean).join(" · ")));
    item.append(...joinedup.pageLinks(finding.iri, "The whole story of this finding"));
    const sentences = joinedup.sentences(number, things);
    if (sentences.length) item.append(make("ul", { class: "sentences" }, ...sentences.map(sentenceItem)));
    else if (finding.quotes === null && things.length) {
      item.append(make("p", { class: "note" }, "This page does not carry the sentences of this finding; joinedup connections lists them."));
    }
    const stances = finding.stances.length
      ? make("ul", { class: "stances" }, ...finding.stances.map(stanceItem))
      : make("p", { class: "source" }, "No position on it is known. That is not the same as no answer.");
    item.append(make("h4", {}, "Positions known"), stances);
    if (finding.steps.length) {
      item.append(make("h4", {}, "What followed"), make("ul", { class: "stances" }, ...finding.steps.map(stepItem)));
    }
    return item;
  };
}
