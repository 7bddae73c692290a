"use strict";
/** Light or dark: as the system has it, until the reader says otherwise. */
{
  const theme = (name) => {
    document.documentElement.dataset.theme = name;
    joinedup.at("theme").setAttribute("aria-pressed", String(name === "dark"));
  };
  theme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  joinedup.at("theme").addEventListener("click", () => {
    theme(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
    joinedup.draw?.(joinedup.state);
  });
}
