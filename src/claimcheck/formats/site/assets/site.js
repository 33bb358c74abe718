(function () {
  "use strict";
  var root = document.documentElement;
  var next = { auto: "light", light: "dark", dark: "auto" };
  var theme = "auto";
  root.classList.add("js");
  try { theme = localStorage.getItem("claimcheck-theme") || "auto"; } catch (error) { theme = "auto"; }
  if (!(theme in next)) { theme = "auto"; }
  function show() {
    if (theme === "auto") { root.removeAttribute("data-theme"); } else { root.setAttribute("data-theme", theme); }
    var button = document.getElementById("theme");
    if (button) { button.textContent = "Theme: " + theme; }
  }
  show();
  function target() {
    try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch (error) { return null; }
  }
  function arrive() {
    var goal = target();
    var closed = goal && goal.closest("details:not([open])");
    if (closed) { closed.open = true; goal.scrollIntoView(); }
    // In the file that holds all pages, the one that is shown is marked as pages are elsewhere.
    if (!document.querySelector(".book")) { return; }
    var view = goal && goal.closest(".book > .view");
    var name = view ? view.firstElementChild.id : "claims";
    document.querySelectorAll("header.site nav a").forEach(function (link) {
      if (link.getAttribute("href") === "#" + name) { link.setAttribute("aria-current", "page"); } else { link.removeAttribute("aria-current"); }
    });
  }
  document.addEventListener("DOMContentLoaded", function () {
    show();
    arrive();
    addEventListener("hashchange", arrive);
    document.getElementById("theme").addEventListener("click", function () {
      theme = next[theme];
      try { localStorage.setItem("claimcheck-theme", theme); } catch (error) { /* it holds until the page is left */ }
      show();
    });
  });
})();
