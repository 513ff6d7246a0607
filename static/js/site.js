// Where the server refuses a part of the page, go to its address the ordinary way: its own page says what is wrong.
// Where there is no server, the page stays, and a note with a link to the address stands before the part.
document.addEventListener("htmx:responseError", goThere);
document.addEventListener("htmx:sendError", noteFailure);
document.addEventListener("htmx:beforeRequest", removeNotes);
// What stands on the page, and what htmx has swapped in: htmx says both.
document.addEventListener("htmx:load", (event) => addCopyButtons(event.target));
postWordsOfBookmarklet();

// The bookmarklet leaves the words behind the "#", where no server sees them; they are posted, and leave the address.
function postWordsOfBookmarklet() {
  const form = document.querySelector("form.ask");
  if (!form || !location.hash.startsWith("#words=")) return;
  const written = location.hash.slice("#words=".length);
  history.replaceState(null, "", location.pathname);
  try {
    form.elements.q.value = decodeURIComponent(written);
  } catch {
    return; // a link that was cut
  }
  if (form.elements.q.value.trim()) form.requestSubmit();
}

function goThere(event) {
  if (event.target.id === "comparing") return; // nobody asked for it but the page itself, which asks again in a minute
  const gone = [502, 503, 504].includes(event.detail.xhr.status); // a proxy that reaches no server
  return gone ? noteFailure(event) : window.location.assign(addressOf(event));
}

function addressOf(event) {
  const { path, finalRequestPath } = event.detail.pathInfo;
  return finalRequestPath || path;
}

function noteFailure(event) {
  if (event.target.id === "comparing") return;
  removeNotes();
  const [note, link] = [document.createElement("p"), document.createElement("a")];
  note.className = "notice unloaded";
  note.setAttribute("role", "alert");
  link.href = addressOf(event);
  link.textContent = "Try again";
  note.append("Could not load. ", link, ".");
  event.detail.target.before(note);
  note.scrollIntoView({ block: "nearest" });
}

function removeNotes() {
  for (const note of document.querySelectorAll(".unloaded")) note.remove();
}

function addCopyButtons(part) {
  if (!navigator.clipboard) return;
  // A page that Back restores has buttons that no longer work.
  for (const button of part.querySelectorAll("button.copy")) if (!button.isLive) button.remove();
  // A permalink works without script; with it, a button beside it copies the change in words, and the link.
  for (const link of part.querySelectorAll(".permalink:not(:has(+ button))")) {
    const name = link.textContent.replace("Permalink", "Copy, with its permalink, the words");
    const text = () => `${inWords(link.closest("li"))} ${link.href}`;
    link.after(" ", copyButton(name, text, "Copied, with its link."));
  }
  // A box of something to copy can be selected by hand; with script a button beside it copies the whole.
  for (const box of part.querySelectorAll("[data-copy]:not(:has(+ button))")) {
    box.after(copyButton(`Copy: ${box.labels[0].textContent}`, () => box.value, "Copied."));
  }
}

function copyButton(name, text, said) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.isLive = true;
  button.textContent = "Copy";
  button.setAttribute("aria-label", name);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text());
    button.textContent = "Copied";
    document.getElementById("announcement")?.replaceChildren(said);
  });
  return button;
}

// The text of an element as it is read: quotation marks come from the style sheet, and buttons are not part of it.
function inWords(element) {
  const copy = element.cloneNode(true);
  for (const away of copy.querySelectorAll(".permalink, button, .danger, .meaning")) away.remove();
  for (const quoted of copy.querySelectorAll("q")) quoted.replaceWith(`\u201c${quoted.textContent}\u201d`);
  for (const heading of copy.querySelectorAll("strong")) heading.append(":");
  return copy.textContent.trim().replace(/\s+/g, " ");
}

// The address of a search names only what was filled in.
document.addEventListener("formdata", (event) => {
  if (event.target.method !== "get") return;
  for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
});

// "/" goes to the box, as on most sites that have one, unless somebody is writing.
document.addEventListener("keydown", (event) => {
  const box = document.querySelector("[data-slash]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !box) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// In a comparison that has the focus, n and p go to the next and the previous change, N and P to another version.
document.addEventListener("keydown", (event) => {
  const part = event.target.closest("#comparison");
  const step = { n: 1, p: -1 }[event.key.toLowerCase()];
  if (!part || !step || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.shiftKey) return part.querySelector(step > 0 ? "a[rel=next]" : "a[rel=prev]")?.click();
  const changes = [...part.querySelectorAll(".changes > li[id]")];
  const at = changes.indexOf(event.target.closest(".changes > li[id]"));
  changes[at < 0 && step < 0 ? changes.length - 1 : at + step]?.querySelector("a")?.focus();
});
