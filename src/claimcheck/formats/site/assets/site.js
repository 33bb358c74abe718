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
  document.addEventListener("DOMContentLoaded", function () {
    show();
    document.getElementById("theme").addEventListener("click", function () {
      theme = next[theme];
      try { localStorage.setItem("claimcheck-theme", theme); } catch (error) { /* it holds until the page is left */ }
      show();
    });
  });
})();
