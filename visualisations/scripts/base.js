"use strict";
/**
 * One name for all that the page's scripts share. Text from sources reaches the page through
 * `textContent` only, which cannot make elements.
 */
const joinedup = {};

/**
 * Make an element.
 * @param {string} tag
 * @param {Object<string, string>} [attributes]
 * @param {...(Node|string)} children text stays text
 * @returns {HTMLElement}
 */
joinedup.make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

/**
 * A button that does something.
 * @param {string} text
 * @param {() => void} act
 * @param {string} [name] its class
 */
joinedup.button = (text, act, name = "link") => {
  const button = joinedup.make("button", { type: "button", class: name }, text);
  button.addEventListener("click", act);
  return button;
};

/**
 * A link to a web page, or plain text where the address is none.
 * @param {string} text
 * @param {string} address
 */
joinedup.link = (text, address) =>
  /^https?:\/\//.test(address)
    ? joinedup.make("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, text)
    : joinedup.make("span", {}, text);

/**
 * A number with its noun.
 * @param {number} number
 * @param {string} noun
 */
joinedup.counted = (number, noun) =>
  `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`;

/** @param {string} id */
joinedup.at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
