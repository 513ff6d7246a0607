// Keys for the desk. They answer only where the curator's switch is on, and never while somebody is writing.
const ANSWERS = { a: "same", x: "different", u: "unsure", j: "skip", " ": "skip" };

document.addEventListener("keydown", (event) => {
  const desk = document.getElementById("desk");
  if (!desk || desk.dataset.keys !== "on" || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select")) return;
  if (event.key === " " && event.target.closest("button, a, summary, label, input")) return;
  const act = deed(desk, event.key);
  if (!act) return;
  event.preventDefault();
  act();
});

function deed(desk, key) {
  if (key in ANSWERS) {
    const button = desk.querySelector(`.answer button[value="${ANSWERS[key]}"]`);
    return button && (() => button.click());
  }
  const chosen = /^[1-9no]$/.test(key) && desk.querySelector(`[data-key="${key}"]`);
  if (chosen) return () => (chosen.matches("input") ? chosen.focus() : chosen.click());
  if (key === "Backspace") {
    const button = desk.querySelector(".decisions .undo:not(.redo) button");
    return button && (() => button.click());
  }
  if (key === "k") {
    const link = desk.querySelector("a.back");
    return link && (() => link.click());
  }
  if (key === "?") return () => desk.querySelector("#keys-help").toggleAttribute("open");
  return null;
}

// How many boxes are ticked, said as they are.
document.addEventListener("change", (event) => {
  const boxes = event.target.closest(".boxes");
  if (!boxes) return;
  const chosen = boxes.querySelectorAll(":checked").length;
  boxes.querySelector("output").value = `${chosen} of ${boxes.querySelectorAll("input").length} selected.`;
});
