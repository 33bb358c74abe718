(function () {
  "use strict";
  var address = document.getElementById("live").dataset.version;
  var first = null;
  function ask() {
    fetch(address).then(function (answer) { return answer.text(); }).then(function (version) {
      if (first !== null && version !== first) { location.reload(); return; }
      first = version;
      setTimeout(ask, 700);
    }).catch(function () { setTimeout(ask, 2000); });
  }
  ask();
})();
