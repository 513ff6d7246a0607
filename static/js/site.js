// Where a part of the page cannot be fetched, go to its address the ordinary way: the server's own page says what is wrong.
document.addEventListener("htmx:responseError", goThere);
document.addEventListener("htmx:sendError", goThere);

function goThere(event) {
  const { path, finalRequestPath } = event.detail.pathInfo;
  window.location.assign(finalRequestPath || path);
}
