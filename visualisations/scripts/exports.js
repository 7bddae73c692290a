"use strict";
/** Taking things away: the picture as PNG or SVG, what is shown as CSV, the address. */
{
  const { data } = joinedup;

  const save = (blob, ending) => {
    const address = URL.createObjectURL(blob);
    const link = joinedup.make("a", { href: address, download: `joinedup-${data.view.name}.${ending}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };

  /** A cell that no spreadsheet takes for a formula. */
  const cell = (value) => {
    const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };

  /** What is shown, as CSV. */
  joinedup.csv = () => joinedup.tableCells().map((row) => row.map(cell).join(",")).join("\r\n");

  /** The picture as PNG, twice as fine as on the screen. */
  const png = () => {
    const image = new Image();
    image.addEventListener("load", () => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [2 * image.width, 2 * image.height];
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => save(blob, "png"));
    });
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(joinedup.svg())}`;
  };

  joinedup.at("png").addEventListener("click", png);
  joinedup.at("svg").addEventListener("click", () => save(new Blob([joinedup.svg()], { type: "image/svg+xml" }), "svg"));
  joinedup.at("csv").addEventListener("click", () => save(new Blob(["\ufeff", joinedup.csv()], { type: "text/csv" }), "csv"));
  joinedup.at("share").addEventListener("click", async () => {
    const told = joinedup.at("said");
    try {
      await navigator.clipboard.writeText(location.href);
      told.textContent = "The address of this view is copied.";
    } catch {
      told.textContent = "Copy the address from the browser’s address bar: it holds this view.";
    }
  });
}
