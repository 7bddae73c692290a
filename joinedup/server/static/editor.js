// The SPARQL editor: YASGUI with what this graph knows. It asks nobody but this server.
"use strict";

(async () => {
  const MOST_SUGGESTIONS = 100;
  const parent = document.getElementById("editor");
  const root = parent.dataset.root;
  const answer = await fetch(`${root}/api/editor`);
  const terms = await answer.json();
  const { Yasqe } = window.Yasgui;
  const labels = new Map([...terms.classes, ...terms.properties, ...terms.names]);

  // Addresses that begin as the token does, then those whose address or name holds it.
  const suggestions = (entries) => (yasqe, token) => {
    const typed = (token?.autocompletionString ?? token?.string ?? "").replace(/^</, "");
    const words = typed.slice(Math.max(typed.lastIndexOf("#"), typed.lastIndexOf("/")) + 1).toLowerCase();
    const first = entries.filter(([address]) => address.startsWith(typed));
    const then = entries.filter(
      ([address, label]) =>
        !address.startsWith(typed) &&
        words &&
        (address.toLowerCase().includes(words) || label.toLowerCase().includes(words)),
    );
    return [...first, ...then].slice(0, MOST_SUGGESTIONS).map(([address]) => address);
  };
  const complete = (name, changes) =>
    Yasqe.registerAutocompleter({ ...Yasqe.Autocompleters[name], persistenceId: null, ...changes });

  Yasqe.defaults.autocompleters = [];
  complete("prefixes", {
    bulk: true,
    get: terms.prefixes.map(([prefix, address]) => `${prefix}: <${address}>`),
  });
  complete("class", { get: suggestions(terms.classes) });
  complete("property", { get: suggestions(terms.properties) });
  complete("class", {
    name: "thing",
    get: suggestions(terms.names),
    isValidCompletionPosition: (yasqe) => yasqe.getCompleteToken().string.startsWith("<"),
    preProcessToken: (yasqe, token) => ({ ...token, autocompletionString: token.string.replace(/>$/, "") }),
    postProcessSuggestion: (yasqe, token, suggestion) => `<${suggestion}>`,
  });

  const prologue = terms.prefixes
    .filter(([prefix]) => ["ju", "rdfs"].includes(prefix))
    .map(([prefix, address]) => `PREFIX ${prefix}: <${address}>\n`)
    .join("");
  Yasqe.defaults.value = `${prologue}
SELECT ?finding ?label WHERE {
  ?finding a ju:Finding ; rdfs:label ?label .
}
LIMIT 1000`;

  const yasgui = new window.Yasgui(parent, {
    requestConfig: { endpoint: new URL(`${root}/sparql`, location.href).href, method: "POST" },
    copyEndpointOnNewTab: true,
    populateFromUrl: true,
    persistenceLabelConfig: "joinedup",
    endpointCatalogueOptions: { getData: () => [] },
  });

  const choice = document.getElementById("questions");
  for (const question of terms.questions) {
    choice.append(new Option(question.title, question.name));
  }
  choice.addEventListener("change", () => {
    const question = terms.questions.find(({ name }) => name === choice.value);
    if (question) {
      yasgui.addTab(true, { name: question.name, yasqe: { value: question.sparql } });
    }
    choice.value = "";
  });
  parent.dataset.ready = String(labels.size);
})();
