(function () {
  "use strict";
  var address = document.getElementById("live").dataset.version;
  var first = null;
  // What somebody is typing is not taken away; they are told instead.
  function isTyped() {
    return Array.prototype.some.call(document.querySelectorAll(".sign input:not([type]), .sign textarea"), function (field) { return field.value; });
  }
  function tell() {
    var form = document.querySelector(".sign form");
    if (form.querySelector("[role=status]")) { return; }
    var note = document.createElement("p");
    note.className = "trouble";
    note.setAttribute("role", "status");
    note.textContent = "Something was saved since this page was opened. Reload it, and read what changed, before you sign.";
    form.prepend(note);
  }
  function ask() {
    fetch(address).then(function (answer) { return answer.text(); }).then(function (version) {
      var isNew = first !== null && version !== first;
      if (isNew && !isTyped()) { location.reload(); return; }
      if (isNew) { tell(); } else { first = version; }
      setTimeout(ask, 700);
    }).catch(function () { setTimeout(ask, 2000); });
  }
  ask();
})();
