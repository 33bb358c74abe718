(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent);
  var form = document.querySelector("form.filters");
  var list = document.getElementById("rows");
  var shown = document.getElementById("shown");
  var turn = document.getElementById("turn");
  var staticPages = document.getElementById("pages");
  var ON_A_PAGE = 100;
  var NAMES = ["q", "status", "tag", "party", "source", "flag", "reviewed", "failing", "sort"];
  var ORDER = Object.keys(data.words);
  var page = 0;
  var own = "";
  function fold(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  data.rows.forEach(function (row) {
    row.hay = fold([row.id, row.text, row.claimant, row.parties.join(" "), row.tags.join(" ")].join(" "));
  });
  var compare = new Intl.Collator().compare;
  var SORTS = {
    "": null,
    text: function (a, b) { return compare(a.text, b.text); },
    status: function (a, b) { return ORDER.indexOf(a.status) - ORDER.indexOf(b.status); },
    origins: function (a, b) { return b.origins - a.origins; },
    date: function (a, b) { return a.date < b.date ? 1 : a.date > b.date ? -1 : 0; }
  };
  function element(name, style, text) {
    var made = document.createElement(name);
    if (style) { made.className = style; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }
  function add(parent, children) { children.forEach(function (child) { parent.append(child); }); return parent; }
  function rowElement(row) {
    var link = element("a", "", row.text);
    link.href = row.url;
    link.dir = "auto";
    var basis = [row.basis];
    var line = element("p", "row-basis", "");
    line.append(row.basis);
    function bold(text) { line.append(" · "); line.append(element("b", "trouble", text)); }
    if (row.failing) { bold(row.failing + " failing"); }
    if (row.unread) { bold(row.unread + " unreadable"); }
    if (row.unjudged) { line.append(" · " + row.unjudged + " not judged"); }
    if (row.unchecked) { line.append(" · " + row.unchecked + " unchecked"); }
    if (row.uncounted) { line.append(" · " + row.uncounted + " not counted"); }
    if (row.claimant) { line.append(" · claimed by "); line.append(element("bdi", "", row.claimant)); }
    if (row.reviewers.length) { line.append(" · reviewed by "); line.append(element("bdi", "", row.reviewers.join(", "))); }
    else if (row.reviewed === "outdated") { line.append(" · review outdated"); }
    if (row.verdict && row.verdict !== row.status) { line.append(" · verdict: " + data.words[row.verdict].toLowerCase()); }
    var claim = add(element("div", "row-claim"), [add(element("h2"), [link]), line]);
    if (row.flags.length) {
      var flags = element("p", "row-flags");
      row.flags.forEach(function (flag) {
        var one = element("span", "flag", flag);
        one.title = data.flags[flag] || "";
        flags.append(one, " ");
      });
      claim.append(flags);
    }
    var status = add(element("p", "row-status"), [element("span", "badge b-" + row.status, data.words[row.status])]);
    return add(element("li"), [status, claim]);
  }
  function wanted() {
    var state = {};
    NAMES.forEach(function (name) { state[name] = form.elements[name] ? form.elements[name].value : ""; });
    return state;
  }
  function matches(row, state, words) {
    return (!state.status || row.status === state.status) &&
      (!state.tag || row.tags.indexOf(state.tag) >= 0) &&
      (!state.party || row.parties.indexOf(state.party) >= 0) &&
      (!state.source || row.sources.indexOf(state.source) >= 0) &&
      (!state.flag || row.flags.indexOf(state.flag) >= 0) &&
      (!state.reviewed || row.reviewed === state.reviewed) &&
      (!state.failing || row.failing > 0) &&
      words.every(function (word) { return row.hay.indexOf(word) >= 0; });
  }
  function render(whole) {
    var state = wanted();
    var words = fold(state.q).split(/\s+/).filter(Boolean);
    var rows = data.rows.filter(function (row) { return matches(row, state, words); });
    var order = SORTS[state.sort];
    if (order) { rows = rows.slice().sort(order); }
    var pages = Math.max(1, Math.ceil(rows.length / ON_A_PAGE));
    page = Math.min(page, pages - 1);
    var slice = whole ? rows : rows.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE);
    var made = document.createDocumentFragment();
    slice.forEach(function (row) { made.append(rowElement(row)); });
    if (!slice.length) { made.append(element("li", "none", "No claim fits.")); }
    list.replaceChildren(made);
    var all = data.rows.length === 1 ? "1 claim" : data.rows.length + " claims";
    shown.textContent = rows.length === data.rows.length ? all : rows.length + " of " + all;
    turn.replaceChildren();
    if (pages > 1) {
      [["Previous", -1], ["Next", 1]].forEach(function (pair) {
        var button = element("button", "", pair[0]);
        button.type = "button";
        button.disabled = page + pair[1] < 0 || page + pair[1] >= pages;
        button.addEventListener("click", function () { page += pair[1]; note(); render(); form.scrollIntoView(); keepFocus(pair[1] > 0 ? 1 : 0); });
        turn.append(button, " ");
      });
      turn.append("page " + (page + 1) + " of " + pages);
    }
    document.querySelectorAll(".legend a").forEach(function (link) {
      if (link.dataset.status === state.status) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); }
    });
  }
  // The button that was pressed was made anew: who has no mouse would begin at the top again.
  function keepFocus(number) {
    var buttons = turn.querySelectorAll("button");
    (buttons[number].disabled ? buttons[1 - number] : buttons[number]).focus({ preventScroll: true });
  }
  function note() {
    var state = wanted();
    var parts = NAMES.filter(function (name) { return state[name]; }).map(function (name) {
      return name + "=" + encodeURIComponent(state[name]);
    });
    if (page) { parts.push("page=" + (page + 1)); }
    own = parts.length ? "#" + parts.join("&") : "#claims";
    if (location.hash !== own && (parts.length || location.hash)) {
      try { history.replaceState(null, "", own); } catch (error) { location.replace(own); }
    }
  }
  function read() {
    var hash = location.hash.slice(1);
    if (hash && hash.indexOf("=") < 0 && hash !== "claims") { return; }
    var state = new URLSearchParams(hash.indexOf("=") < 0 ? "" : hash);
    NAMES.forEach(function (name) {
      var field = form.elements[name];
      if (!field) { return; }
      field.value = state.get(name) || "";
      if (field.value !== (state.get(name) || "")) { field.value = ""; }
    });
    page = Math.max(0, (parseInt(state.get("page"), 10) || 1) - 1);
    render();
  }
  function changed() { page = 0; note(); render(); }
  form.addEventListener("input", changed);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(changed, 0); });
  document.addEventListener("keydown", function (event) {
    var typing = /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && form.offsetParent) {
      event.preventDefault();
      form.elements.q.focus();
    }
  });
  // On paper there is nothing to turn.
  window.addEventListener("beforeprint", function () { render(true); });
  window.addEventListener("afterprint", function () { render(); });
  window.addEventListener("hashchange", function () { if (location.hash !== own) { read(); } });
  if (staticPages) { staticPages.hidden = true; }
  read();
})();
