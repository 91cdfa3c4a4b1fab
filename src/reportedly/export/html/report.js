"use strict";
// Keys only: what lights up is the style's business and works without this script.
(() => {
  const jumps = Array.from(document.querySelectorAll(".jump"));
  const beside = window.matchMedia("(min-width: 62rem)");

  // The first claim of the article that is on the screen.
  const nearest = () => {
    const shown = jumps.findIndex((jump) => {
      const reading = jump.closest(".reading").getBoundingClientRect();
      return reading.bottom > 0 && reading.top < window.innerHeight;
    });
    return Math.max(shown, 0);
  };

  const show = (jump) => {
    jump.focus({ preventScroll: true });
    jump.scrollIntoView({ block: "nearest" });
    if (beside.matches) {
      document.getElementById(jump.hash.slice(1)).scrollIntoView({ block: "center" });
    }
  };

  const move = (step) => {
    const at = jumps.indexOf(document.activeElement);
    const next = at < 0 ? nearest() : at + step;
    if (next >= 0 && next < jumps.length) {
      show(jumps[next]);
    }
  };

  const steps = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
      return;
    }
    const arrow = event.key.startsWith("Arrow");
    if (event.key === "Escape") {
      document.activeElement.blur();
      if (location.hash) {
        location.hash = "none";
      }
    } else if (event.key in steps && (!arrow || jumps.includes(document.activeElement))) {
      event.preventDefault();
      move(steps[event.key]);
    }
  });
})();
