"use strict";
/** The panel beside the picture: what is chosen, with every sentence behind it. */
{
  const { data, make, counted, growing } = joinedup;
  const panel = joinedup.at("panel");
  const MOST_PAIRS = 6;
  let opener = "";
  let before = {};

  const factList = (thing) => {
    const list = make("dl", { class: "facts" });
    const known = [["Kind", [data.looks[thing.kind].name, thing.sort].filter(Boolean).join(": "), ""], ...thing.facts];
    if (thing.others.length) known.push(["Also called", thing.others.join("; "), ""]);
    for (const [name, value, link] of known) {
      const number = data.byIri.get(link);
      const shown = number === undefined
        ? joinedup.link(value, link)
        : joinedup.button(value, () => joinedup.choose([number]));
      list.append(make("dt", {}, name), make("dd", {}, shown));
    }
    return list;
  };

  const neighbours = (number) =>
    joinedup.shown.pairs
      .filter((pair) => pair.one === number || pair.other === number)
      .sort((one, other) => other.joint.length - one.joint.length)
      .map((pair) => ({ pair, other: pair.one === number ? pair.other : pair.one }));

  const neighbourItem = (number) => ({ pair, other }) =>
    make("li", {},
      joinedup.button(data.things[other].label, () => joinedup.choose([number, other])),
      ` — ${joinedup.lineWords(pair)}${pair.verdict === "yes" ? ", more than coincidence" : ""}`);

  const thingPanel = (number) => {
    const thing = data.things[number];
    const findings = joinedup.shown.findings[number];
    const linked = neighbours(number);
    const focused = joinedup.state.focus === thing.key;
    return [
      make("h2", { tabindex: "-1" }, thing.label),
      ...joinedup.pageLinks(thing.iri, "Its page, with figures and sentences"),
      factList(thing),
      make("p", {}, `Named in ${findings.length.toLocaleString("en-GB")} of ${counted(data.all, "distinct finding")} in the graph${findings.length === thing.at.length ? "" : ` (${thing.at.length} without the filters)`}.`),
      joinedup.button(focused ? "Show the others again" : "Show only its neighbours",
        () => (focused ? joinedup.unfocus() : joinedup.focusOn(thing.key)), "act"),
      make("h3", {}, `Lines drawn now: ${linked.length}`),
      growing(linked, neighbourItem(number)),
      make("h3", {}, "Findings that name it"),
      growing(findings, (finding) => joinedup.findingItem(finding, [number])),
    ];
  };

  /** How the register joins two, if it does. */
  const registered = (pair) => (pair.register ? ` The register already joins them: ${pair.register}.` : "");

  /** What coincidence would bring about, judged on all findings of the graph. */
  const expectedBy = (pair) =>
    pair.expected === null
      ? ""
      : `In the whole graph about ${pair.expected} would be expected by coincidence. `;

  /** How two findings are joined, in which words, and both findings. */
  const joinedPanel = (pair, one, other) => [
    make("h2", { tabindex: "-1" },
      joinedup.button(data.things[one].label, () => joinedup.choose([one])), " and ",
      joinedup.button(data.things[other].label, () => joinedup.choose([other]))),
    make("p", {}, `What joins them: ${pair.joinedBy}.`),
    make("h3", {}, "The sentences"),
    make("ul", { class: "sentences" }, ...pair.words.map(([voice, words, source]) =>
      make("li", {},
        make(voice === "curator" ? "p" : "blockquote", { class: `quote ${voice}` }, words),
        make("p", { class: "source" }, make("span", { class: `voice ${voice}` }, data.voices[voice] ?? voice), " · ", joinedup.link("source", source))))),
    make("h3", {}, "Both findings"),
    growing(joinedup.jointOf(pair, joinedup.shown.findings), (finding) => joinedup.findingItem(finding, [])),
  ];

  const pairPanel = (one, other) => {
    const pair = data.pairById.get(`${one}-${other}`) ?? data.pairById.get(`${other}-${one}`);
    const { findings } = joinedup.shown;
    if (pair?.joinedBy) return joinedPanel(pair, one, other);
    const joint = joinedup.shared(findings[one], findings[other]);
    const [first, second] = [data.things[one], data.things[other]];
    const ofFinding = [first, second].find((thing) => thing.kind === "finding");
    const figures = `${counted(joint.length, "finding")} name${joint.length === 1 ? "s" : ""} both, of ${findings[one].length} with ${first.label} and ${findings[other].length} with ${second.label}.`;
    const verdict = pair?.ofCommittee
      ? "These are the findings of the committee that name it."
      : pair?.verdict
        ? `${expectedBy(pair)}More than coincidence: ${pair.verdict}.${registered(pair)}`
        : "";
    return [
      make("h2", { tabindex: "-1" },
        joinedup.button(first.label, () => joinedup.choose([one])), " and ",
        joinedup.button(second.label, () => joinedup.choose([other]))),
      make("p", {}, ofFinding ? "This finding names it." : `${figures} ${verdict}`.trim()),
      make("h3", {}, "The sentences"),
      growing(joint, (finding) => joinedup.findingItem(finding, [one, other])),
    ];
  };

  const pairItem = (pair) =>
    make("li", {},
      joinedup.button(`${data.things[pair.one].label} and ${data.things[pair.other].label}`, () => joinedup.readEvidence([pair.one, pair.other])),
      ` — ${counted(pair.joint.length, "finding")}${pair.expected === null ? "" : `; about ${pair.expected} expected by coincidence`}${pair.register ? `; ${pair.register}` : ""}`);

  const pairList = (heading, pairs) =>
    pairs.length ? [make("h3", {}, heading), make("ul", { class: "pairs" }, ...pairs.slice(0, MOST_PAIRS).map(pairItem))] : [];

  const startItem = (number) =>
    make("li", {},
      joinedup.button(data.things[number].label, () => joinedup.show(number)),
      ` — ${counted(data.things[number].at.length, "finding")}`);

  /** What the first screen says: what stands out, what the register explains, and where to begin. */
  const hint = () => {
    const solid = joinedup.shown.pairs
      .filter((pair) => pair.solid && !pair.ofCommittee)
      .sort((one, other) => other.joint.length - one.joint.length);
    const { starts } = data.view;
    return [
      make("h2", { tabindex: "-1" }, "What connects them?"),
      make("p", {}, `Choose a shape or a line, a row of the table, or a name here. The sentences behind it appear, with the names marked and who says so. Figures are of ${counted(data.all, "distinct finding")}.`),
      ...(starts.length ? [make("h3", {}, "Initiatives to begin with"), make("ul", {}, ...starts.map(startItem))] : []),
      ...pairList("What stands out", solid.filter((pair) => !pair.explained)),
      ...pairList("What the register explains", solid.filter((pair) => pair.explained)),
    ];
  };

  /** Open the evidence of things, bring it into sight and go there. @param {number[]} numbers */
  joinedup.readEvidence = (numbers) => {
    opener = document.activeElement?.getAttribute("aria-label") ?? "";
    joinedup.choose(numbers);
    panel.scrollIntoView({ block: "nearest" });
    panel.querySelector("h2").focus();
  };

  /** Close the evidence, and go back to the button that opened it. */
  joinedup.closeEvidence = () => {
    joinedup.choose([]);
    const back = opener && document.querySelector(`button[aria-label="${CSS.escape(opener)}"]`);
    (back || panel.querySelector("h2")).focus();
    opener = "";
  };

  /** Show a state's neighbours of one thing, all of them. @param {string} key */
  joinedup.focusOn = (key) => {
    const { least, rest } = joinedup.state;
    before = { least, rest };
    joinedup.set({ focus: key, least: 1, rest: true });
  };

  /** Show the others again, with the lines that were drawn before. */
  joinedup.unfocus = () => joinedup.set({ focus: "", ...before });

  /** Show what a state has chosen. */
  joinedup.showPanel = (state) => {
    const chosen = joinedup.chosen(state);
    const parts = chosen.length === 2 ? pairPanel(...chosen) : chosen.length === 1 ? thingPanel(chosen[0]) : hint();
    panel.replaceChildren(...parts);
    panel.scrollTop = 0;
    if (chosen.length) panel.prepend(joinedup.button("Close", joinedup.closeEvidence, "close"));
    joinedup.at("page").classList.toggle("chosen", chosen.length > 0);
  };
}
