// Asks an endpoint a query with Comunica and prints a line of JSON for each row.
// usage: node ask-with-comunica.js SOURCE QUERY, where SOURCE is an address or JSON.
"use strict";
const { QueryEngine } = require("../../node_modules/@comunica/query-sparql");

async function main(source, query) {
  const sources = [source.startsWith("{") ? JSON.parse(source) : source];
  const rows = await new QueryEngine().queryBindings(query, { sources });
  for await (const row of rows) {
    const values = [...row].map(([name, term]) => [name.value, term.value]);
    console.log(JSON.stringify(Object.fromEntries(values)));
  }
}

main(process.argv[2], process.argv[3]).catch((error) => {
  console.error(String(error));
  process.exit(1);
});
