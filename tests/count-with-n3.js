// Counts the quads of a file that N3.js reads: node count-with-n3.js FILE FORMAT
const { createReadStream } = require("node:fs");
const { StreamParser } = require("n3");

const [file, format] = process.argv.slice(2);
let count = 0;
createReadStream(file)
  .pipe(new StreamParser({ format }))
  .on("data", () => (count += 1))
  .on("error", (error) => {
    console.error(error.message);
    process.exit(1);
  })
  .on("end", () => console.log(count));
