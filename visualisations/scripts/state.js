"use strict";
/**
 * What the reader has chosen. It stands in the page's address, so that a view can be shared, and
 * every change can be undone.
 * @typedef {{chosen: string, focus: string, least: number, rest: boolean, register: boolean, hidden: string,
 *   committee: string, department: string, sort: string, respondent: string, position: string,
 *   voice: string, role: string, from: string, to: string, open: string}} State
 * `chosen` is a thing's key or two with a comma between; `hidden` and `open` are lists.
 */
{
  const { start } = joinedup.data;
  /** @type {State} */
  const first = {
    chosen: "",
    focus: start.focus,
    least: start.least,
    rest: start.rest,
    register: true,
    hidden: start.hidden.join(","),
    committee: "",
    department: "",
    sort: "",
    respondent: "",
    position: "",
    voice: "",
    role: "",
    from: "",
    to: "",
    open: "",
  };
  const listeners = [];
  let depth = 0;

  const written = (state) => {
    const fields = new URLSearchParams();
    for (const [name, value] of Object.entries(state)) {
      if (value !== first[name]) fields.set(name, String(value));
    }
    return `#${fields}`;
  };

  const read = (hash) => {
    const fields = new URLSearchParams(hash.slice(1));
    const state = { ...first };
    for (const [name, value] of fields) {
      if (!Object.hasOwn(first, name)) continue;
      if (name === "least") state.least = Math.max(1, Math.trunc(Number(value)) || 1);
      else state[name] = typeof first[name] === "boolean" ? value === "true" : value;
    }
    return state;
  };

  const tell = () => {
    joinedup.at("undo").toggleAttribute("disabled", depth === 0);
    for (const listener of listeners) listener(joinedup.state);
  };

  joinedup.state = read(location.hash);
  joinedup.firstState = first;

  /** Hear of every change. @param {(state: State) => void} listener */
  joinedup.onState = (listener) => listeners.push(listener);

  /** Change something. @param {Partial<State>} changes */
  joinedup.set = (changes) => {
    const next = { ...joinedup.state, ...changes };
    if (written(next) === written(joinedup.state)) return;
    joinedup.state = next;
    depth += 1;
    history.pushState({ depth }, "", written(next));
    tell();
  };

  joinedup.undo = () => {
    if (depth > 0) history.back();
  };

  joinedup.begin = tell;

  addEventListener("popstate", (event) => {
    depth = event.state?.depth ?? 0;
    joinedup.state = read(location.hash);
    tell();
  });
}
