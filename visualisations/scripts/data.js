"use strict";
/**
 * What the page knows. Things and findings are numbers: their places in these lists.
 * @typedef {{key: string, iri: string, label: string, short: string, kind: string, sort: string,
 *   others: string[], facts: string[][], at: number[]}} Thing `at`: findings that concern it
 * @typedef {{iri: string, label: string, kind: string, committee: number, report: string,
 *   issued: string, page: string, stances: string[][], steps: string[][], respondents: string[],
 *   quotes: Array<Array>|null}} Finding
 */
{
  const data = JSON.parse(joinedup.at("data").textContent);
  joinedup.data = data;
  data.numbers = new Map(data.things.map((thing, index) => [thing.key, index]));
  data.byIri = new Map(data.things.map((thing, index) => [thing.iri, index]));
  data.pairs = data.pairs.map(([one, other, solid, verdict, expected, register, joinedBy = "", words = []]) => ({
    id: `${one}-${other}`,
    one,
    other,
    solid: solid === 1,
    verdict,
    expected,
    register,
    joinedBy,
    words,
    explained: solid === 1 && register !== "",
    ofCommittee: data.things[one].kind === "committee",
  }));
  data.groupOf = new Map((data.groups ?? []).flatMap((group, index) => group.members.map((member) => [member, index])));
  data.pairById = new Map(data.pairs.map((pair) => [pair.id, pair]));

  /**
   * Numbers that two sorted lists share.
   * @param {number[]} one
   * @param {number[]} other
   */
  joinedup.shared = (one, other) => {
    const found = [];
    let left = 0;
    let right = 0;
    while (left < one.length && right < other.length) {
      if (one[left] === other[right]) found.push(one[left]);
      if (one[left] <= other[right]) left += 1;
      else right += 1;
    }
    return found;
  };

  /** The findings of a line: those that name both ends, or for two joined findings these two. */
  joinedup.jointOf = (pair, findings) => {
    const ends = [findings[pair.one], findings[pair.other]];
    if (!pair.joinedBy) return joinedup.shared(...ends);
    return ends.every((end) => end.length) ? ends.flat() : [];
  };

  /** What is said of a line: how two findings are joined, or how many name both ends. */
  joinedup.lineWords = (pair) => pair.joinedBy || joinedup.counted(pair.joint.length, "finding");

  /** Where a finding's positions are compared: whose it is, then what. */
  joinedup.stanceKey = (stance) => `${stance[0]}: ${stance[2]}`;

  const passes = (finding, state) =>
    (!state.committee || data.committees[finding.committee] === state.committee) &&
    (!state.from || (finding.issued !== "" && finding.issued.slice(0, 4) >= state.from)) &&
    (!state.to || (finding.issued !== "" && finding.issued.slice(0, 4) <= state.to)) &&
    (!state.respondent ||
      (state.respondent === "none"
        ? finding.respondents.length === 0
        : finding.respondents.includes(state.respondent))) &&
    (!state.position ||
      (state.position === "none"
        ? finding.stances.length === 0
        : finding.stances.some((stance) => joinedup.stanceKey(stance) === state.position)));

  const named = (finding, thing, state) =>
    (finding.quotes ?? []).some(
      (quote) =>
        quote[0] === thing &&
        (!state.voice || quote[1] === state.voice) &&
        (!state.role || quote[2] === state.role),
    );

  /**
   * The findings of every thing that a state's filters let through.
   * @returns {number[][]}
   */
  joinedup.filtered = (state) => {
    const department = data.numbers.get(state.department);
    const within = department === undefined ? null : new Set(data.things[department].at);
    const kept = data.findings.map(
      (finding, index) => passes(finding, state) && (!within || within.has(index)),
    );
    const bySentence = state.voice || state.role;
    return data.things.map((thing, index) =>
      thing.at.filter(
        (at) =>
          kept[at] &&
          (!bySentence || thing.kind === "committee" || named(data.findings[at], index, state)),
      ),
    );
  };
}
