// Counts the quads of a file that jsonld.js reads: node count-with-jsonld.js FILE
const { readFileSync } = require("node:fs");
const jsonld = require("jsonld");

jsonld
  .toRDF(JSON.parse(readFileSync(process.argv[2], "utf8")))
  .then((quads) => console.log(quads.length))
  .catch((error) => {
    console.error(String(error));
    process.exit(1);
  });
