// A table that is wider than the page can be moved with the keys as well. The theme wraps tables
// after the page has loaded.
const letKeysScroll = () => {
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])")) {
    wrap.tabIndex = 0;
    wrap.setAttribute("role", "group");
    wrap.setAttribute("aria-label", "Table");
  }
};
new MutationObserver(letKeysScroll).observe(document.body, { childList: true, subtree: true });
letKeysScroll();
